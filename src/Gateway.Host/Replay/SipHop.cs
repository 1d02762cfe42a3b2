using Gateway.Codecs.Sip.Messages;

namespace Gateway.Host.Replay;

/// <summary>One dialog between two neighbours.</summary>
internal sealed class SipHop(CapturedLeg leg, string callerTag)
{
    private readonly Dictionary<bool, uint> highest = [];

    public CapturedLeg Leg => leg;

    public string CallerTag => callerTag;

    /// <summary>More than one when the call forked.</summary>
    public HashSet<string> CalleeTags { get; } = [];

    public bool Joins(Seen seen) =>
        (leg.Caller.Name == seen.From.Name && leg.Callee.Name == seen.To.Name) || (leg.Caller.Name == seen.To.Name && leg.Callee.Name == seen.From.Name);

    public bool Has(string one, string other) =>
        (one == callerTag && CalleeTags.Contains(other)) || (other == callerTag && CalleeTags.Contains(one));

    /// <summary>True when the request comes from the side that called, false from the other, null when it is of another dialog.</summary>
    public bool? Side(SipMessage request) =>
        request.From.Tag == callerTag && (request.To.Tag is null || CalleeTags.Count == 0 || CalleeTags.Contains(request.To.Tag)) ? true
        : request.To.Tag == callerTag && request.From.Tag is { } tag && (CalleeTags.Count == 0 || CalleeTags.Contains(tag)) ? false
        : null;

    /// <summary>Numbers rise by request in each direction; ACK and CANCEL repeat that of their INVITE.</summary>
    public void Number(Trace trace, SipRequest request, bool fromCaller)
    {
        if (request.Method == SipMethod.Cancel)
            return;
        if (highest.TryGetValue(fromCaller, out var before) && request.CSeq.Number <= before)
            trace.Faults.Add(ReplayFault.Sequence("cseqNotRising", "RFC 3261 12.2.2", $"CSeq {request.CSeq} follows {before} in the same direction"));
        highest[fromCaller] = Math.Max(highest.GetValueOrDefault(fromCaller), request.CSeq.Number);
    }
}
