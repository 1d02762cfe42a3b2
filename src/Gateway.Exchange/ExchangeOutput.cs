using System.Net;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.Sip.Messages;
using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Engine.Transfers;
using Gateway.H323;
using Gateway.Sip;

namespace Gateway.Exchange;

/// <summary>What the exchange wants done, in order.</summary>
public abstract record ExchangeOutput
{
    public sealed record SendSip(Flow Flow, SipMessage Message) : ExchangeOutput
    {
        /// <summary>Whose message it is; only when <see cref="ExchangeSettings.TellOwners"/>.</summary>
        public MessageOwner? Owner { get; init; }
    }

    public sealed record OpenH323(ConnectionKey Connection, IPEndPoint Destination) : ExchangeOutput;

    public sealed record SendH323(ConnectionKey Connection, H225Message Message) : ExchangeOutput
    {
        /// <inheritdoc cref="SendSip.Owner"/>
        public MessageOwner? Owner { get; init; }
    }

    public sealed record CloseH323(ConnectionKey Connection) : ExchangeOutput;

    /// <summary>One LAPD frame without flags and FCS.</summary>
    public sealed record SendFrame(string Trunk, byte[] Octets) : ExchangeOutput
    {
        /// <inheritdoc cref="SendSip.Owner"/>
        public MessageOwner? Owner { get; init; }
    }

    /// <summary>The data link of a trunk came up, and calls can be made, or it was lost.</summary>
    public sealed record TrunkChanged(string Trunk, bool IsUp) : ExchangeOutput;

    /// <summary>A place of a SIP peer answers again, or no longer does.</summary>
    public sealed record PeerChanged(PeerName Peer, Peers.SipDestination Place, bool IsUp) : ExchangeOutput;

    /// <summary>Nobody answered at any place of a SIP peer that is known by name: the name may lead elsewhere by now.</summary>
    public sealed record PeerLost(PeerName Peer) : ExchangeOutput;

    /// <summary>The device that carries the B-channels shall send what it hears on one of them there, as far as the direction lets it.</summary>
    /// <param name="Bearer">Where the device has that channel; see <see cref="TrunkSettings"/>.</param>
    public sealed record SwitchBearer(string Trunk, IPEndPoint Bearer, Media Remote) : ExchangeOutput;

    /// <summary>A decision of the engine or an observation of a stack.</summary>
    public sealed record Noted(Note Note) : ExchangeOutput;

    /// <summary>A transfer ended.</summary>
    public sealed record Recorded(TransferRecord Record) : ExchangeOutput;

    /// <summary>One piece of a turn: what went in and what came out. Only when asked for.</summary>
    public sealed record Turned(string Line) : ExchangeOutput;
}

/// <summary>The leg, call and transfer that a message on the wire belongs to, as far as they are known.</summary>
public sealed record MessageOwner(LegId Leg, PeerName? Peer = null, CallId? Call = null, TransferId? Transfer = null, CorrelationId? Correlation = null);
