using Gateway.Sip;

namespace Stacks.Tests.Sip.World;

/// <summary>Identifiers that name their owner and count, so that ladders read well and repeat.</summary>
internal sealed class CountedIdentifiers(string name) : IIdentifierSource
{
    private int branches;
    private int tags;
    private int calls;

    public string NextBranch() => $"{name}-{++branches}";

    public string NextTag() => $"{name}{++tags}";

    public string NextCallId() => $"{name}-call{++calls}";

    public int NextBelow(int bound) => bound / 2;
}
