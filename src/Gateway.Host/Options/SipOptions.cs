namespace Gateway.Host.Options;

/// <summary>What holds for SIP as a whole.</summary>
public sealed record SipOptions
{
    /// <summary>The longest message that is read from a stream, in octets; a longer one is refused with 513 (RFC 3261 21.5.7).</summary>
    public int MaximumMessageOctets { get; init; } = 65_535;

    public ConnectionOptions Connections { get; init; } = new();
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
