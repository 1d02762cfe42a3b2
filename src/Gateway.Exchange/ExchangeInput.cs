using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.H323;
using Gateway.Isdn;
using Gateway.Sip;

namespace Gateway.Exchange;

/// <summary>All that can happen to the exchange. Timers come back as the input they were started with, so a recording of inputs is complete.</summary>
public abstract record ExchangeInput
{
    public sealed record Sip(SipInput Input) : ExchangeInput;

    public sealed record H323(H323Input Input) : ExchangeInput;

    public sealed record Isdn(string Trunk, IsdnInput Input) : ExchangeInput;

    /// <summary>The names of a SIP peer lead there now, in this order (RFC 3263 4); the addresses that it has besides stand among them.</summary>
    public sealed record PeerLocated(PeerName Peer, IReadOnlyList<Peers.SipDestination> Places, IReadOnlyList<Peers.SipDestination> Proxies) : ExchangeInput;

    /// <summary>It is time to ask again whether a peer is there.</summary>
    public sealed record ProbeDue(Peers.SipDestination Place) : ExchangeInput;

    public sealed record EngineExpired(EngineTimer Timer) : ExchangeInput;

    /// <summary>The doors are open: what has to be known elsewhere is registered.</summary>
    public sealed record Start : ExchangeInput;

    /// <summary>The operator changed what the engine decides by. Calls, and transfers that run, go on as they were allowed.</summary>
    public sealed record Adopt(EngineSettings Settings) : ExchangeInput;

    /// <summary>The service is about to stop: every call is released, with cause 41, and every transfer told.</summary>
    public sealed record Shutdown : ExchangeInput;

    /// <summary>It is time to tell how many lines about peers were withheld.</summary>
    public sealed record LinesWithheld : ExchangeInput;

    /// <summary>The pump is above its high-water mark, or back below it: new calls are refused while it lasts.</summary>
    public sealed record Overload(bool Shedding) : ExchangeInput;
}
