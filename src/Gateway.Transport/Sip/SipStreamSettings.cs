using Gateway.Codecs.Sip.Messages;

namespace Gateway.Transport.Sip;

/// <summary>Bounds of the connections of one door.</summary>
public sealed record SipStreamSettings
{
    /// <summary>Open connections in all.</summary>
    public int Total { get; init; } = 10_000;

    /// <summary>Open connections accepted from one address.</summary>
    public int PerSource { get; init; } = 1_000;

    /// <summary>A connection over which nothing came or went for so long is closed.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long opening a connection may take, TLS included, and accepting one that speaks TLS.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Messages that may wait for a peer that does not read.</summary>
    public int WaitingMessages { get; init; } = 256;

    /// <summary>How often a connection we opened is kept alive (RFC 5626 4.4.1); null: never.</summary>
    public TimeSpan? KeepAlive { get; init; }

    /// <summary>How long the answer to a keep-alive may take (RFC 5626 4.4.1: 10 s).</summary>
    public TimeSpan KeepAliveAnswer { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection that is given up waits for what is still to be said.</summary>
    public TimeSpan Linger { get; init; } = TimeSpan.FromSeconds(2);

    public SipLimits Limits { get; init; } = SipLimits.Default;
}
