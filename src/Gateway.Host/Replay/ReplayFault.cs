using Gateway.Host.Rendering;

namespace Gateway.Host.Replay;

/// <summary>Something in the capture that a standard does not allow, or that leaves somebody without an answer.</summary>
/// <param name="Reason">Stable name.</param>
/// <param name="BitOffset">Where in the message, for faults of its octets.</param>
/// <param name="Clause">Document and clause.</param>
/// <param name="Text">For people.</param>
public sealed record ReplayFault(string Reason, int? BitOffset, string Clause, string Text)
{
    public static ReplayFault Of(FoundFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return new ReplayFault(fault.Reason, fault.BitOffset, fault.Clause, fault.ToString());
    }

    /// <summary>A message that stands wrong among the others.</summary>
    public static ReplayFault Sequence(string reason, string clause, string text) => new(reason, null, clause, $"{text} ({clause})");

    public override string ToString() => Text;
}
