using Gateway.Engine.Legs;
using Gateway.H323;
using Gateway.Isdn;
using Gateway.Sip;

namespace Gateway.Exchange;

/// <summary>What waits inside one turn: words between the rooms, taken first in, first out.</summary>
internal abstract record Work
{
    /// <summary>A leg told the engine.</summary>
    public sealed record LegSaid(LegEvent Event) : Work;

    /// <summary>The engine told a leg.</summary>
    public sealed record LegTold(LegCommand Command) : Work;

    /// <summary>Something for the outside that must not overtake the words before it.</summary>
    public sealed record Out(ExchangeOutput Output) : Work;

    public sealed record SipAsked(SipInput Input) : Work;

    public sealed record H323Asked(H323Input Input) : Work;

    public sealed record IsdnAsked(string Trunk, IsdnInput Input) : Work;
}
