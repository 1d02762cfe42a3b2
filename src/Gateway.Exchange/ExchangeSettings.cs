using System.Net;
using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Isdn;
using Gateway.Sip;

namespace Gateway.Exchange;

/// <summary>Everything the exchange is told about its surroundings, as plain data.</summary>
public sealed record ExchangeSettings
{
    public EngineSettings Engine { get; init; } = new();

    public CauseProfile CauseProfile { get; init; }

    /// <summary>In the order in which an arriving message looks for its peer.</summary>
    public IReadOnlyList<PeerAddress> Peers { get; init; } = [];

    /// <summary>The SIP door; null when there is none.</summary>
    public Listener? Sip { get; init; }

    public SipStackOptions SipOptions { get; init; } = new();

    /// <summary>Our own call signalling address, as peers shall call it; null when there is none.</summary>
    public IPEndPoint? H323 { get; init; }

    public IReadOnlyList<TrunkSettings> Trunks { get; init; } = [];

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
    /// <summary>True when a message from there is this peer's: its very address and port, or an address in its networks.</summary>
    public bool Sends(IPEndPoint remote)
    {
        ArgumentNullException.ThrowIfNull(remote);
        return remote.Equals(Address) || (Sources?.Any(network => network.Contains(remote.Address)) ?? false);
    }
}

/// <summary>One D-channel and its bearer.</summary>
/// <param name="Media">RTP address of the device that carries the B-channels; time slot n is at this port plus 2n.</param>
public sealed record TrunkSettings(string Id, IsdnTrunkSettings Isdn, IPEndPoint Media);
