using Gateway.Engine.Legs;

namespace Gateway.Host.Replay;

/// <summary>
/// Puts hops together to calls, whatever their protocols, and finds the calls that transfers make. A hop continues a call when it
/// shares its H.225.0 identifier, or when the party being called places it before it has answered.
/// </summary>
internal sealed class CallTable
{
    private readonly List<CapturedTransfer> transfers = [];
    private readonly List<CapturedCall> live = [];
    private int legs;

    public List<CapturedCall> Calls { get; } = [];

    public IReadOnlyList<CapturedTransfer> Transfers => transfers;

    /// <summary>A call is set up.</summary>
    /// <param name="identifier">The identifier that hops of one call share, where the protocol has one.</param>
    /// <param name="madeByTransfer">The message itself says that a transfer made the call.</param>
    public CapturedLeg SetUp(Trace trace, string protocol, string? calling, string called, string? identifier = null, bool madeByTransfer = false)
    {
        var leg = Leg(trace, protocol, trace.Seen.From, trace.Seen.To, calling, called);
        live.RemoveAll(call => call.Progress == CallProgress.Over);
        var before = identifier is null ? null : live.LastOrDefault(call => call.Identifier == identifier);
        var origin = before is null ? MakerOf(leg, madeByTransfer) : null;
        before ??= origin is null ? live.LastOrDefault(call => Continues(call, leg)) : null;
        if (before is not null)
        {
            before.Path.Add(leg);
            leg.Call = trace.Call = before;
            trace.Transfer = before.MadeBy;
            return leg;
        }

        Open(trace, leg, identifier);
        if (origin is not null)
        {
            leg.Call.MadeBy = trace.Transfer = origin;
            origin.MadeCall = leg.Call;
        }

        trace.Signs.Add(new Sign.Arrived(leg.Call));
        return leg;
    }

    /// <summary>A call that was up when the capture began, or of which its beginning was lost.</summary>
    public CapturedLeg Found(Trace trace, string protocol, bool fromCaller, string? calling, string called, bool established)
    {
        var (caller, callee) = fromCaller ? (trace.Seen.From, trace.Seen.To) : (trace.Seen.To, trace.Seen.From);
        var leg = Leg(trace, protocol, caller, callee, calling, called);
        Open(trace, leg, null);
        trace.Signs.Add(new Sign.Arrived(leg.Call));
        if (established)
            Answer(trace, leg);
        return leg;
    }

    public static void Ring(Trace trace, CapturedLeg leg)
    {
        if (leg.Call.Progress != CallProgress.SetUp)
            return;
        leg.Call.Progress = CallProgress.Ringing;
        trace.Signs.Add(new Sign.Rang(leg.Call));
    }

    public static void Answer(Trace trace, CapturedLeg leg)
    {
        if (leg.Call.Progress is CallProgress.Answered or CallProgress.Over)
            return;
        leg.Call.Progress = CallProgress.Answered;
        trace.Signs.Add(new Sign.Answered(leg.Call));
    }

    public static void End(Trace trace, CapturedLeg leg, bool byCaller, Cause cause)
    {
        leg.EndedByCaller ??= byCaller;
        if (leg.Call.Progress == CallProgress.Over)
            return;
        leg.Call.Progress = CallProgress.Over;
        trace.Signs.Add(new Sign.Ended(leg.Call, byCaller, cause));
    }

    /// <summary>A transfer is asked for, unless this is the same request on its next hop.</summary>
    public CapturedTransfer Ask(Trace trace, CapturedLeg leg, bool byCaller, CapturedTarget target, string request, long? invokeId, string? requestedBy = null)
    {
        var call = leg.Call;
        if (call.Transfer is { Outcome: null } running && running.ByCaller == byCaller && running.Leg != leg && running.InvokeId == invokeId && running.Request == request)
        {
            trace.Transfer = running;
            return running;
        }

        var transfer = new CapturedTransfer(call, leg, byCaller, target, request) { InvokeId = invokeId, RequestedBy = requestedBy };
        transfers.Add(transfer);
        call.Transfer = trace.Transfer = transfer;
        trace.Signs.Add(new Sign.Asked(transfer));
        return transfer;
    }

    public static void Conclude(Trace trace, CapturedTransfer transfer, Cause? cause)
    {
        trace.Transfer = transfer;
        if (transfer.Outcome is not null)
            return;
        transfer.Outcome = new CapturedOutcome(cause, trace.Message);
        trace.Signs.Add(new Sign.Concluded(transfer, transfer.Outcome));
    }

    /// <summary>Two ways to write the same party: case and the host do not matter.</summary>
    public static bool SameParty(string one, string other) => Bare(one).Equals(Bare(other), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string party)
    {
        var start = party.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon && party[..colon].All(char.IsAsciiLetterOrDigit) ? colon + 1 : 0;
        var end = party.IndexOf('@', start);
        return end < 0 ? party[start..] : party[start..end];
    }

    private CapturedLeg Leg(Trace trace, string protocol, Place caller, Place callee, string? calling, string called)
    {
        var leg = new CapturedLeg($"L{++legs}", protocol, caller, callee, calling, called);
        trace.Leg = leg;
        return leg;
    }

    private void Open(Trace trace, CapturedLeg leg, string? identifier)
    {
        var call = new CapturedCall($"C{Calls.Count + 1}") { Identifier = identifier };
        call.Path.Add(leg);
        Calls.Add(call);
        live.Add(call);
        leg.Call = trace.Call = call;
    }

    private static bool Continues(CapturedCall call, CapturedLeg leg) =>
        call.Progress is CallProgress.SetUp or CallProgress.Ringing && call.Callee.Name == leg.Caller.Name && call.Caller.Name != leg.Callee.Name
        && call.Path.All(hop => hop.EndedByCaller is null);

    /// <summary>The transfer that sends the caller of this hop to its called party: the caller is on its call, and either the message says so or the target is the one asked for.</summary>
    private CapturedTransfer? MakerOf(CapturedLeg leg, bool said) => transfers.LastOrDefault(transfer =>
        transfer.MadeCall is null && transfer.Outcome is null or { Succeeded: true }
        && transfer.Transferor.Name != leg.Caller.Name
        && transfer.Call.Path.Any(hop => hop.Caller.Name == leg.Caller.Name || hop.Callee.Name == leg.Caller.Name)
        && (said || Leads(transfer.Target, leg)));

    private static bool Leads(CapturedTarget target, CapturedLeg leg) => target switch
    {
        CapturedTarget.Number number => SameParty(number.Called, leg.Called) || number.Called == leg.Callee.Name,
        CapturedTarget.Call call => call.Consultation.Path.Any(hop => hop.Callee.Name == leg.Callee.Name || hop.Caller.Name == leg.Callee.Name),
        _ => false,
    };
}
