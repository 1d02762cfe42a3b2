using System.Collections.Immutable;
using Gateway.Codecs.Sip.Dns;

namespace Gateway.Host.Location;

/// <summary>The order in which the hosts of a service are tried (RFC 2782, "Weight").</summary>
public static class ServiceOrder
{
    /// <param name="below">A number drawn from 0 to one less than its argument.</param>
    public static ImmutableArray<DnsRecord.Service> Of(IEnumerable<DnsRecord.Service> services, Func<int, int> below)
    {
        ArgumentNullException.ThrowIfNull(below);
        var order = ImmutableArray.CreateBuilder<DnsRecord.Service>();
        foreach (var equals in services.GroupBy(service => service.Priority).OrderBy(group => group.Key))
        {
            // Those of weight 0 stand first, so that they have a very small chance, and not none.
            var left = equals.OrderBy(service => service.Weight > 0).ToList();
            while (left.Count > 0)
            {
                var drawn = below(left.Sum(service => service.Weight) + 1);
                var next = 0;
                for (var sum = (int)left[0].Weight; sum < drawn; sum += left[next].Weight)
                {
                    next++;
                }

                order.Add(left[next]);
                left.RemoveAt(next);
            }
        }

        return order.DrainToImmutable();
    }
}
