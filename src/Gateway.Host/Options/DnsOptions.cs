using System.Net;

namespace Gateway.Host.Options;

/// <summary>How the names of SIP peers are resolved (RFC 3263).</summary>
public sealed record DnsOptions
{
    /// <summary>Resolvers, as <c>10.0.0.53:53</c>, in the order in which they are asked; absent: those of the system.</summary>
    public IReadOnlyList<IPEndPoint> Servers { get; init; } = [];

    /// <summary>How long one resolver has for an answer.</summary>
    public int TimeoutSeconds { get; init; } = 2;

    /// <summary>How often each is asked.</summary>
    public int Attempts { get; init; } = 2;

    /// <summary>A name is asked for again when its records are no longer good, but not sooner; also how soon after a failure.</summary>
    public int MinimumSeconds { get; init; } = 30;

    /// <summary>Nor later.</summary>
    public int MaximumSeconds { get; init; } = 3_600;
}
