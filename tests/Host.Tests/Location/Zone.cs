using System.Net;
using Gateway.Codecs.Sip.Dns;

namespace Host.Tests.Location;

/// <summary>Records written as in a master file (RFC 1035 5.1): <c>name TTL type data</c>.</summary>
internal static class Zone
{
    public static DnsRecord[] Records(params string[] lines) => [.. lines.Select(Record)];

    public static DnsName Name(string text) => text == "." ? DnsName.Root : DnsName.Parse(text)!.Value;

    public static DnsType TypeOf(DnsRecord record) => record switch
    {
        DnsRecord.Address { Value.AddressFamily: System.Net.Sockets.AddressFamily.InterNetwork } => DnsType.A,
        DnsRecord.Address => DnsType.Aaaa,
        DnsRecord.Service => DnsType.Srv,
        DnsRecord.NamingAuthority => DnsType.Naptr,
        _ => DnsType.Cname,
    };

    private static DnsRecord Record(string line)
    {
        var words = line.Split(' ');
        var (owner, ttl) = (Name(words[0]), uint.Parse(words[1], null));
        ushort Number(int at) => ushort.Parse(words[at], null);
        return words[2] switch
        {
            "A" or "AAAA" => new DnsRecord.Address(owner, ttl, IPAddress.Parse(words[3])),
            "CNAME" => new DnsRecord.Alias(owner, ttl, Name(words[3])),
            "SRV" => new DnsRecord.Service(owner, ttl, Number(3), Number(4), Number(5), Name(words[6])),
            "NAPTR" => new DnsRecord.NamingAuthority(owner, ttl, Number(3), Number(4), words[5], words[6], words[7].Trim('"'), Name(words[8])),
            var other => throw new ArgumentException(other, nameof(line)),
        };
    }
}
