using Gateway.Codecs.Sip.Dns;
using Gateway.Host.Location;

namespace Host.Tests.Location;

/// <summary>RFC 2782, "Priority" and "Weight".</summary>
public class ServiceOrderTests
{
    [Fact]
    public void The_lowest_priority_is_first_whatever_the_weights() =>
        Assert.Equal(["a", "b", "c"], Order([Service("c", 30, 9), Service("a", 10, 1), Service("b", 20, 5)], 0, 0, 0));

    /// <summary>Weights 10, 30 and 60 make the sums 10, 40 and 100; the first sum not below the number drawn is taken, and the rest drawn anew.</summary>
    [Theory]
    [InlineData(0, 0, "abc")]
    [InlineData(10, 30, "abc")]
    [InlineData(10, 31, "acb")]
    [InlineData(11, 0, "bac")]
    [InlineData(40, 11, "bca")]
    [InlineData(41, 10, "cab")]
    [InlineData(100, 11, "cba")]
    public void Among_equals_the_number_drawn_decides_by_weight(int first, int second, string order) =>
        Assert.Equal(order, string.Concat(Order([Service("a", 1, 10), Service("b", 1, 30), Service("c", 1, 60)], first, second, 0)));

    [Theory]
    [InlineData(0, "ba")]
    [InlineData(1, "ab")]
    public void A_weight_of_nothing_still_has_its_small_chance(int drawn, string order) =>
        Assert.Equal(order, string.Concat(Order([Service("a", 1, 5), Service("b", 1, 0)], drawn, 0)));

    [Fact]
    public void Each_draw_is_from_the_weights_that_are_left()
    {
        var asked = new List<int>();
        ServiceOrder.Of([Service("a", 1, 10), Service("b", 1, 30), Service("c", 2, 7)], bound =>
        {
            asked.Add(bound);
            return 0;
        });
        Assert.Equal([41, 31, 8], asked);
    }

    /// <summary>In the long run each is first as often as its weight says.</summary>
    [Fact]
    public void Weights_share_the_load()
    {
        var chance = new Random(2782);
        var first = Enumerable.Range(0, 10_000).CountBy(_ => ServiceOrder.Of([Service("a", 1, 10), Service("b", 1, 30), Service("c", 1, 60)], chance.Next)[0].Target.Text).ToDictionary();
        Assert.InRange(first["a"], 900, 1_200);
        Assert.InRange(first["b"], 2_800, 3_200);
        Assert.InRange(first["c"], 5_700, 6_200);
    }

    private static IEnumerable<string> Order(IEnumerable<DnsRecord.Service> services, params int[] drawn)
    {
        var next = new Queue<int>(drawn);
        return ServiceOrder.Of(services, _ => next.Dequeue()).Select(service => service.Target.Text);
    }

    private static DnsRecord.Service Service(string target, ushort priority, ushort weight) => new(DnsName.Root, 1, priority, weight, 5060, DnsName.Parse(target)!.Value);
}
