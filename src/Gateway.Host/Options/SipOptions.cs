namespace Gateway.Host.Options;

/// <summary>What holds for SIP as a whole.</summary>
public sealed record SipOptions
{
    /// <summary>The longest message that is read from a stream, in octets; a longer one is refused with 513 (RFC 3261 21.5.7).</summary>
    public int MaximumMessageOctets { get; init; } = 65_535;

    public ConnectionOptions Connections { get; init; } = new();

    /// <summary>Reliable provisional responses (RFC 3262).</summary>
    public Gateway.Sip.ProvisionalReliability Reliability { get; init; } = Gateway.Sip.ProvisionalReliability.Supported;

    public SessionTimerConfiguration SessionTimer { get; init; } = new();

    /// <summary>Headers that go on from one SIP call to the other though the gateway does not read them; a name may end in <c>*</c>. Absent: those of the default.</summary>
    public IReadOnlyList<string>? PassedHeaders { get; init; }
}

/// <summary>How long SIP sessions live without a refresh (RFC 4028).</summary>
public sealed record SessionTimerConfiguration
{
    public int IntervalSeconds { get; init; } = 1800;

    /// <summary>No shorter interval is taken; at least 90.</summary>
    public int MinimumSeconds { get; init; } = 90;

    /// <summary>Asks for a timer; otherwise one is only kept that the peer asks for.</summary>
    public bool Offered { get; init; } = true;
}

/// <summary>Bounds of SIP connections over TCP and TLS, for each listener.</summary>
public sealed record ConnectionOptions
{
    /// <summary>Open connections in all.</summary>
    public int Total { get; init; } = 10_000;

    /// <summary>Open connections accepted from one address.</summary>
    public int PerSource { get; init; } = 1_000;

    /// <summary>A connection over which nothing came or went for so long is closed.</summary>
    public int IdleSeconds { get; init; } = 900;

    /// <summary>How long opening a connection may take, TLS included; also how long a peer may take for its part of TLS.</summary>
    public int ConnectSeconds { get; init; } = 5;

    /// <summary>Messages that may wait for a peer that does not read; one more closes its connection.</summary>
    public int WaitingMessages { get; init; } = 256;

    /// <summary>How often a connection we opened is kept alive by CRLF CRLF, which wants an answer (RFC 5626 4.4.1); absent: never.</summary>
    public int? KeepAliveSeconds { get; init; }
}

public enum ClientCertificate
{
    /// <summary>Clients are asked for none.</summary>
    None,

    /// <summary>Clients are asked; one that is shown must be good.</summary>
    Request,

    /// <summary>Clients without a good one are turned away.</summary>
    Require,
}

public enum TlsVersion
{
    Tls12,
    Tls13,
}

/// <summary>Certificates, from PEM files that are read again when they change.</summary>
public sealed record TlsOptions
{
    /// <summary>Our certificate, and behind it in the same file those that lead to the root.</summary>
    public string Certificate { get; init; } = "";

    /// <summary>Its private key; absent: in the same file.</summary>
    public string? Key { get; init; }

    public SecretOptions? KeyPassword { get; init; }

    /// <summary>The authorities that peers' certificates must lead to; absent: those of the system.</summary>
    public string? Trust { get; init; }

    public ClientCertificate ClientCertificate { get; init; }

    public TlsVersion MinimumVersion { get; init; }
}
