using System.Net;
using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Exchange.Peers;
using Gateway.Isdn;
using Gateway.Sip;
using Gateway.Sip.Security;

namespace Gateway.Exchange;

/// <summary>Everything the exchange is told about its surroundings, as plain data.</summary>
public sealed record ExchangeSettings
{
    public EngineSettings Engine { get; init; } = new();

    public CauseProfile CauseProfile { get; init; }

    /// <summary>In the order in which an arriving message looks for its peer.</summary>
    public IReadOnlyList<PeerAddress> Peers { get; init; } = [];

    /// <summary>The SIP doors. The host of the first stands in addresses that belong to no call yet.</summary>
    public IReadOnlyList<Listener> SipDoors { get; init; } = [];

    /// <summary>The first SIP door; null when there is none.</summary>
    public Listener? Sip
    {
        get => SipDoors is [var first, ..] ? first : null;
        init => SipDoors = value is null ? [] : [value];
    }

    /// <summary>The SIP peer at the other end of a flow: the first that it fits; null for a stranger.</summary>
    public PeerAddress? PeerOf(Flow flow)
    {
        // Asked for every message.
        for (var i = 0; i < Peers.Count; i++)
        {
            if (Peers[i].Sends(flow))
            {
                return Peers[i];
            }
        }

        return null;
    }

    /// <summary>The door from which a destination is reached: the first of its transport and address family; null when there is none.</summary>
    public Listener? DoorTo(SipDestination destination) =>
        SipDoors.FirstOrDefault(door => door.Transport == destination.Transport && door.Family == destination.Remote.AddressFamily);

    public SipStackOptions SipOptions { get; init; } = new();

    /// <summary>What is asked of every SIP request; its rules are those of the peers. Null: strangers' calls alone are refused.</summary>
    public AdmissionSettings? Admission { get; init; }

    /// <summary>A SIP party that was referred and hangs up without telling what came of it has done what it was asked (RFC 3515 2.4.4 wants a NOTIFY); otherwise nobody knows.</summary>
    public bool ByeWithoutNotifySucceeds { get; init; }

    /// <summary>Headers that go on from one SIP leg to the other though nobody here reads them; a name may end in "*".</summary>
    public IReadOnlyList<string> PassedHeaders { get; init; } = ["User-to-User", "Subject", "Priority", "Organization", "Alert-Info", "Call-Info"];

    /// <summary>Our own call signalling address, as peers shall call it; null when there is none.</summary>
    public IPEndPoint? H323 { get; init; }

    public IReadOnlyList<TrunkSettings> Trunks { get; init; } = [];

    /// <summary>When it is noted that transfers fail too often, or are too many.</summary>
    public TransferWatchSettings TransferWatch { get; init; } = new();

    /// <summary>Tells every piece of a turn by <see cref="ExchangeOutput.Turned"/>.</summary>
    public bool TellTurns { get; init; }

    /// <summary>Tells whose each message is.</summary>
    public bool TellOwners { get; init; }
}

public enum PeerProtocol
{
    Sip,
    H323,
    Isdn,
}

/// <summary>How a peer of the engine is reached, and how it is known when it calls.</summary>
/// <param name="Address">Where calls to it go; null when it is never called.</param>
/// <param name="Sources">Networks it calls from, besides its address.</param>
/// <param name="Trunk">Its D-channel.</param>
public sealed record PeerAddress(
    PeerName Name,
    PeerProtocol Protocol,
    IPEndPoint? Address = null,
    IReadOnlyList<IPNetwork>? Sources = null,
    string? Trunk = null,
    bool PaddedCallIdentity = false)
{
    /// <summary>How its address is reached (SIP).</summary>
    public SipTransport Transport { get; init; }

    /// <summary>Further places of a SIP peer, tried in order when the ones before do not answer (RFC 3263 4.3).</summary>
    public IReadOnlyList<SipDestination> Others { get; init; } = [];

    /// <summary>The host of Request-URI and To in calls to it, where that is not the address the call is sent to.</summary>
    public string? Domain { get; init; }

    /// <summary>Its requests are sent to the first of these that answers, with a Route that says so (RFC 3261 8.1.2).</summary>
    public IReadOnlyList<SipDestination> Proxies { get; init; } = [];

    /// <summary>The preferred one; null when its requests go to itself.</summary>
    public SipDestination? OutboundProxy
    {
        get => Proxies is [var first, ..] ? first : null;
        init => Proxies = value is { } only ? [only] : [];
    }

    /// <summary>Where it is, or where its proxies are, is known by names: <see cref="ExchangeInput.PeerLocated"/> tells it, and until then it is unreachable.</summary>
    public bool IsNamed { get; init; }

    /// <summary>How often each of its places is asked by OPTIONS whether it is there; null: never.</summary>
    public TimeSpan? ProbeInterval { get; init; }

    /// <summary>A request too long for UDP goes to it over TCP (RFC 3261 18.1.1).</summary>
    public bool LongOverTcp { get; init; } = true;

    /// <summary>What its SIP requests are asked for.</summary>
    public AdmissionRules Admission { get; init; } = AdmissionRules.Open;

    /// <summary>Under what name we register there (SIP); null: we do not.</summary>
    public TrunkAccount? Account { get; init; }

    /// <summary>With what its challenges are answered (SIP).</summary>
    public IReadOnlyList<DigestAccount> Credentials { get; init; } = [];

    /// <summary>Where calls to a SIP peer go, in the order of preference; empty when it is never called.</summary>
    public IReadOnlyList<SipDestination> Destinations => Address is null ? Others : [new SipDestination(Address, Transport), .. Others];

    /// <summary>
    /// Who it says is calling or connected is believed, and it is told who is, restricted or not: it belongs to the trust domain of
    /// RFC 3325 (SIP).
    /// </summary>
    public bool Trusted { get; init; }

    public ReferTerms Refer { get; init; } = ReferTerms.Offered;

    /// <summary>A REFER without Referred-By is answered 429 (RFC 3892 2.4).</summary>
    public bool ReferredByRequired { get; init; }

    /// <summary>True when a message from there is this peer's: its very address and port, or an address in its networks.</summary>
    public bool Sends(IPEndPoint remote)
    {
        ArgumentNullException.ThrowIfNull(remote);
        return remote.Equals(Address) || IsSource(remote.Address);
    }

    /// <summary>The same over SIP: a connection comes from any port of an address of the peer, or of its proxy.</summary>
    public bool Sends(Flow flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        return Protocol == PeerProtocol.Sip
            && (Is(flow, Address) || IsSource(flow.Remote.Address) || IsAmong(Proxies, flow) || IsAmong(Others, flow));
    }

    // All this is asked for every message: no iterators, no closures.
    private static bool Is(Flow flow, IPEndPoint? place) =>
        place is not null && (flow.IsReliable ? place.Address.Equals(flow.Remote.Address) : place.Equals(flow.Remote));

    private static bool IsAmong(IReadOnlyList<SipDestination> places, Flow flow)
    {
        for (var i = 0; i < places.Count; i++)
        {
            if (Is(flow, places[i].Remote))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSource(IPAddress address)
    {
        for (var i = 0; i < Sources?.Count; i++)
        {
            if (Sources[i].Contains(address))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>What a SIP peer may do by REFER.</summary>
public enum ReferTerms
{
    /// <summary>Transfer its calls, as the policy allows.</summary>
    Offered,

    /// <summary>Nothing: 405.</summary>
    NotOffered,

    /// <summary>Transfer, and by a REFER outside any call have two parties connected: click to dial.</summary>
    ClickToDial,
}

/// <summary>Our name at a SIP peer, under which it sends us calls (RFC 3261 10).</summary>
/// <param name="Interval">How long we ask to be known there.</param>
public sealed record TrunkAccount(string User, TimeSpan Interval);

/// <summary>One D-channel and its bearer.</summary>
/// <param name="Media">RTP address of the device that carries the B-channels; time slot n is at this port plus 2n.</param>
public sealed record TrunkSettings(string Id, IsdnTrunkSettings Isdn, IPEndPoint Media);
