using System.Globalization;
using Gateway.Engine.Legs;
using Gateway.Exchange;
using Gateway.H323;

namespace Simulation.Tests.World;

/// <summary>Every identifier of one node, the same for the same seed.</summary>
internal sealed class Identifiers(string node, Dice dice) : IIdentifierSource
{
    private long leg;
    private long call;
    private long transfer;
    private long story;
    private long connection;
    private long text;
    private int reference;
    private int identity = 1000;

    public LegId NextLeg() => new(++leg);

    CallId Gateway.Engine.IIdentifierSource.NextCall() => new(++call);

    public TransferId NextTransfer() => new(++transfer);

    public CorrelationId NextCorrelation() => new($"story-{++story}");

    public string NextBranch() => Text("branch");

    public string NextTag() => Text("tag");

    public string NextCallId() => Text("call");

    public int NextBelow(int bound) => dice.Below(bound);

    CallKey IH323Identifiers.NextCall() => new(NextLeg().Value);

    public ConnectionKey NextConnection() => new(++connection);

    public int NextCallReference() => reference = (reference % 32767) + 1;

    public UInt128 NextGlobalId() => new(dice.Next(), dice.Next());

    public int NextStatusDetermination() => dice.Below(1 << 24);

    public string NextCallIdentity() => (identity = identity == 9999 ? 1000 : identity + 1).ToString(CultureInfo.InvariantCulture);

    private string Text(string what) => $"{node}-{what}-{++text}";
}
