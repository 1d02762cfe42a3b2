using System.Net;

namespace Gateway.Codecs.Sip.Dns;

/// <summary>Types of records (RFC 1035 3.2.2, RFC 3596 2.1, RFC 2782, RFC 3403 4).</summary>
public enum DnsType
{
    A = 1,
    Cname = 5,
    Aaaa = 28,
    Srv = 33,
    Naptr = 35,
}

/// <summary>A resource record of class IN (RFC 1035 3.2.1): what says something about a name, and for how many seconds that is so.</summary>
public abstract record DnsRecord(DnsName Owner, uint Ttl)
{
    /// <summary>A or AAAA (RFC 1035 3.4.1, RFC 3596 2.2).</summary>
    public sealed record Address(DnsName Owner, uint Ttl, IPAddress Value) : DnsRecord(Owner, Ttl);

    /// <summary>CNAME (RFC 1035 3.3.1): the owner is another name for the target.</summary>
    public sealed record Alias(DnsName Owner, uint Ttl, DnsName Target) : DnsRecord(Owner, Ttl);

    /// <summary>SRV (RFC 2782): one host of a service. The root as target: the service is not there.</summary>
    public sealed record Service(DnsName Owner, uint Ttl, ushort Priority, ushort Weight, ushort Port, DnsName Target) : DnsRecord(Owner, Ttl);

    /// <summary>NAPTR (RFC 3403 4.1): a rule by which the next name is found.</summary>
    public sealed record NamingAuthority(
        DnsName Owner, uint Ttl, ushort Order, ushort Preference, string Flags, string Services, string Regexp, DnsName Replacement) : DnsRecord(Owner, Ttl);
}
