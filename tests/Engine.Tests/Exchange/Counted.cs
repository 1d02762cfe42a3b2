using Gateway.Engine.Legs;
using Gateway.H323;

namespace Engine.Tests.Exchange;

/// <summary>Identifiers that count.</summary>
internal sealed class Counted : Gateway.Exchange.IIdentifierSource
{
    private int last;

    public LegId NextLeg() => new(++last);

    CallId Gateway.Engine.IIdentifierSource.NextCall() => new(++last);

    public TransferId NextTransfer() => new(++last);

    public CorrelationId NextCorrelation() => new($"{++last}");

    public string NextBranch() => $"branch{++last}";

    public string NextTag() => $"tag{++last}";

    public string NextCallId() => $"call{++last}";

    public int NextBelow(int bound) => 0;

    CallKey IH323Identifiers.NextCall() => new(++last);

    public ConnectionKey NextConnection() => new(++last);

    public int NextCallReference() => ++last;

    public UInt128 NextGlobalId() => new(0, (ulong)++last);

    public int NextStatusDetermination() => 1;

    public string NextCallIdentity() => "1";
}
