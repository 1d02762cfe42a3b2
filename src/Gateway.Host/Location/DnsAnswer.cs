using System.Collections.Immutable;
using Gateway.Codecs.Sip.Dns;

namespace Gateway.Host.Location;

/// <summary>What became of one question.</summary>
public abstract record DnsAnswer
{
    /// <summary>How many names one name may stand for in turn.</summary>
    private const int LongestChain = 8;

    /// <summary>What the name has of that type, perhaps nothing.</summary>
    /// <param name="Ttl">For how many seconds that is so; null when nothing says.</param>
    public sealed record Records(ImmutableArray<DnsRecord> All, uint? Ttl) : DnsAnswer;

    /// <summary>Nobody could say.</summary>
    public sealed record Failed(string Why) : DnsAnswer;

    /// <summary>What a response says, aliases followed (RFC 1035 3.6.2).</summary>
    public static DnsAnswer Of(DnsQuestion question, DnsMessage response)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (response.ResponseCode is not (DnsResponseCode.NoError or DnsResponseCode.NameError))
        {
            return new Failed($"{question}: answered {response.ResponseCode}");
        }

        var (name, ttl) = (question.Name, uint.MaxValue);
        for (var length = 0; length < LongestChain && response.Answers.OfType<DnsRecord.Alias>().FirstOrDefault(alias => alias.Owner == name) is { } alias; length++)
        {
            (name, ttl) = (alias.Target, Math.Min(ttl, alias.Ttl));
        }

        ImmutableArray<DnsRecord> found = [.. response.Answers.Where(record => record.Owner == name && TypeOf(record) == question.Type)];
        ttl = found.Aggregate(ttl, (least, record) => Math.Min(least, record.Ttl));
        return new Records(found, ttl == uint.MaxValue ? null : ttl);
    }

    private static DnsType TypeOf(DnsRecord record) => record switch
    {
        DnsRecord.Address address => address.Value.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? DnsType.A : DnsType.Aaaa,
        DnsRecord.Service => DnsType.Srv,
        DnsRecord.NamingAuthority => DnsType.Naptr,
        _ => DnsType.Cname,
    };
}
