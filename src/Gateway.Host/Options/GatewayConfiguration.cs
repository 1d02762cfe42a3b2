using System.Net;
using Gateway.Engine.Policy;
using Gateway.Engine.Routing;

namespace Gateway.Host.Options;

/// <summary><c>gateway.json</c>, key for key. Every rule has an id, and that id turns up in logs, records and <c>check</c>.</summary>
public sealed partial record GatewayConfiguration
{
    public int SchemaVersion { get; init; } = 1;

    /// <summary>Name of this gateway in logs and records.</summary>
    public string Node { get; init; } = "gateway";

    public IReadOnlyList<ListenerOptions> Listeners { get; init; } = [];

    public IReadOnlyList<TrunkOptions> Trunks { get; init; } = [];

    public IReadOnlyList<PeerOptions> Peers { get; init; } = [];

    public IReadOnlyList<NumberingOptions> Numbering { get; init; } = [];

    public IReadOnlyList<RouteOptions> Routes { get; init; } = [];

    public TransferPolicyOptions TransferPolicy { get; init; } = new();

    public CauseMapOptions CauseMaps { get; init; } = new();

    public ReferOptions Refer { get; init; } = new();

    public SipOptions Sip { get; init; } = new();

    public DnsOptions Dns { get; init; } = new();

    public ObservabilityOptions Observability { get; init; } = new();

    /// <summary>The built-in far ends; absent in production.</summary>
    public LabOptions? Lab { get; init; }
}

public enum ListenerProtocol
{
    SipUdp,
    SipTcp,
    SipTls,
    H323Tcp,
}

/// <summary>A door: where messages of one protocol come in.</summary>
public sealed record ListenerOptions
{
    public string Id { get; init; } = "";

    public ListenerProtocol Protocol { get; init; }

    public IPEndPoint Bind { get; init; } = new(IPAddress.Loopback, 0);

    /// <summary>Host, or host and port, by which SIP peers reach this door, in Via and Contact; absent: the bound address.</summary>
    public string? Advertise { get; init; }

    /// <summary>The certificates of a <c>sip-tls</c> door.</summary>
    public TlsOptions? Tls { get; init; }
}

public enum TrunkSide
{
    User,
    Network,
}

public enum TrunkVariant
{
    Etsi,
    Qsig,
}

/// <summary>One D-channel, its frames carried one per UDP datagram, and the bearer that belongs to it.</summary>
public sealed record TrunkOptions
{
    public string Id { get; init; } = "";

    public IPEndPoint Bind { get; init; } = new(IPAddress.Loopback, 0);

    public IPEndPoint Remote { get; init; } = new(IPAddress.Loopback, 0);

    public TrunkSide Side { get; init; }

    public TrunkVariant Variant { get; init; }

    /// <summary>Two octets in place of the frame check sequence end every frame, as libpri wants.</summary>
    public bool FrameCheckOctets { get; init; }

    /// <summary>RTP address of the device that carries the B-channels; channel n is at this port plus 2n.</summary>
    public IPEndPoint Media { get; init; } = new(IPAddress.Loopback, 40000);
}

public enum PeerProtocol
{
    Sip,
    H323,
    Isdn,
}

/// <summary>A neighbour, and what it can do.</summary>
public sealed partial record PeerOptions
{
    public string Id { get; init; } = "";

    public PeerProtocol Protocol { get; init; }

    /// <summary>Where calls to it are sent (SIP, H.323): an address with a port; for SIP also a name, with or without port. Absent: the peer only calls.</summary>
    public EndPoint? Address { get; init; }

    /// <summary>
    /// Several places where a SIP peer is reached, in place of <see cref="Address"/>, as <c>10.0.0.1:5060</c>, <c>10.0.0.1:5061;transport=tls</c>
    /// or <c>carrier.example</c>; the next is tried when one does not answer.
    /// </summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>How its addresses are reached where they do not say (SIP); absent: as DNS says, or over UDP.</summary>
    public Gateway.Sip.SipTransport? Transport { get; init; }

    /// <summary>The host of Request-URI and To in calls to it (SIP); absent: its name, or the address that is called.</summary>
    public string? Domain { get; init; }

    /// <summary>The name its certificate must bear (SIP over TLS); absent: its domain, else its name or address as it stands here.</summary>
    public string? TlsName { get; init; }

    /// <summary>Calls to it are sent there, with a Route; written like an entry of <see cref="Addresses"/>.</summary>
    public string? OutboundProxy { get; init; }

    /// <summary>How often its addresses are asked by OPTIONS whether they are there; absent: never.</summary>
    public int? ProbeSeconds { get; init; }

    /// <summary>A request too long for UDP goes to it over TCP (RFC 3261 18.1.1).</summary>
    public bool LongOverTcp { get; init; } = true;

    /// <summary>Networks it calls from, as <c>10.1.0.0/16</c>; absent: only from <see cref="Address"/>.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The D-channel (ISDN).</summary>
    public string? Trunk { get; init; }

    /// <summary>Transfer methods it supports, by name; <c>bridge</c> needs no entry.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>Sends the empty callIdentity padded to an octet, for peers that expect it so (X.691 (07/2002) 10.9.3.3 is read in two ways in the field).</summary>
    public bool PaddedCallIdentity { get; init; }

    /// <inheritdoc cref="Engine.TakeoverRight"/>
    public Engine.TakeoverRight? Takeover { get; init; }

    /// <inheritdoc cref="Engine.PeerSettings.EmergencyCentre"/>
    public bool EmergencyCentre { get; init; }

    /// <inheritdoc cref="Exchange.PeerAddress.Trusted"/>
    public bool Trusted { get; init; }

    /// <summary>What it may do by REFER (SIP).</summary>
    public Exchange.ReferTerms Refer { get; init; }

    /// <summary>Its REFERs must carry Referred-By (SIP).</summary>
    public bool ReferredByRequired { get; init; }
}

/// <inheritdoc cref="NumberingRule"/>
public sealed record NumberingOptions
{
    public string Id { get; init; } = "";

    public NumberingStage Stage { get; init; }

    public string Match { get; init; } = "";

    public string Replace { get; init; } = "";

    public string? Peer { get; init; }
}

/// <inheritdoc cref="Route"/>
public sealed record RouteOptions
{
    public string Id { get; init; } = "";

    public string? Called { get; init; }

    public string? From { get; init; }

    public string To { get; init; } = "";
}

/// <inheritdoc cref="TransferPolicy"/>
public sealed record TransferPolicyOptions
{
    public IReadOnlyList<TransferRuleOptions> Rules { get; init; } = [];

    public IReadOnlyList<string> AllowedTargets { get; init; } = [];

    public IReadOnlyList<string> DeniedTargets { get; init; } = [];

    public IReadOnlyList<string> EmergencyNumbers { get; init; } = ["112", "911", "999"];

    public int TransfersPerCall { get; init; } = 5;
}

/// <inheritdoc cref="TransferRule"/>
public sealed record TransferRuleOptions
{
    public string Id { get; init; } = "";

    public RuleAction Action { get; init; }

    public string? Initiator { get; init; }

    public string? InitiatorParty { get; init; }

    public string? Transferee { get; init; }

    public string? Target { get; init; }

    public TransferKind? Kind { get; init; }

    public IReadOnlyList<string> Methods { get; init; } = [];

    public OnFailure OnFailure { get; init; }

    public int? TargetAnswerSeconds { get; init; }

    public int? TransferSeconds { get; init; }
}

public sealed record CauseMapOptions
{
    /// <summary>The base table: <c>rfc3398</c>, <c>rfc4497</c> or <c>q1912</c>.</summary>
    public Exchange.CauseProfile Profile { get; init; }
}

public sealed record ReferOptions
{
    /// <summary>How a REFER is accepted: 202 as RFC 3515 said and phones expect, or 200 as RFC 7647 wants.</summary>
    public int AcceptStatus { get; init; } = 202;

    /// <summary>A second REFER in a call is taken while the first runs, instead of answered 491.</summary>
    public bool Concurrent { get; init; }

    /// <summary>Whoever could subscribe by itself (RFC 7614) is asked to.</summary>
    public bool ExplicitSubscriptions { get; init; }

    /// <summary>A party that we referred and that hangs up without a last NOTIFY has been transferred; otherwise it counts as failed with cause 31.</summary>
    public bool ByeWithoutNotifySucceeds { get; init; }

    /// <summary>An INVITE with Replaces may take a call that is still ringing here (RFC 3891 3 says 481).</summary>
    public bool ReplaceForeignEarly { get; init; }
}

public sealed record ObservabilityOptions
{
    /// <summary>A file for the JSON lines, besides standard output; absent: none.</summary>
    public string? LogFile { get; init; }

    /// <summary>Every turn of every machine is logged, not only decisions.</summary>
    public bool LogTurns { get; init; }

    /// <summary>How many digits at the end of a telephone number stay readable in logs, wherever it stands in a line; null shows all.</summary>
    public int? ShowLastDigits { get; init; }

    /// <summary>A file with the record of each transfer, sealed; absent: none.</summary>
    public RecordOptions? Records { get; init; }
}

public sealed record RecordOptions
{
    public string File { get; init; } = "";

    /// <summary>The first one seals; the others, of before, open what they sealed.</summary>
    public IReadOnlyList<RecordKeyOptions> Keys { get; init; } = [];
}

public sealed record RecordKeyOptions
{
    public string Id { get; init; } = "";

    /// <summary>64 hexadecimal digits.</summary>
    public SecretOptions? Key { get; init; }
}

/// <summary>Where the built-in far ends live.</summary>
public sealed record LabOptions
{
    /// <summary>The H.323 endpoint's call signalling address.</summary>
    public IPEndPoint? H323 { get; init; }

    /// <summary>Ids of trunks whose other end is a built-in switch.</summary>
    public IReadOnlyList<string> Switches { get; init; } = [];
}
