namespace Gateway.Host.Replay;

/// <summary>Pairs the answers of remote operations with their invocations, hop by hop, and names those that do not pair.</summary>
internal static class InvokeTable
{
    /// <summary>Operations that nobody answers.</summary>
    private static readonly HashSet<string> Unanswered =
    [
        "callTransferAbandon", "callTransferActive", "callTransferComplete", "callTransferUpdate", "subaddressTransfer", "holdNotific", "retrieveNotific",
        "callingName", "alertingName", "connectedName", "busyName", "calledName", "divertingLegInformation1", "divertingLegInformation2",
        "divertingLegInformation3", "divertingLegInformation4", "cfnrDivertedLegFailed", "informationFollowing", "ectInform", "requestSubaddress",
        "pathReplacePropose", "ssctDigitInfo", "ssctPostDial",
    ];

    /// <summary>Takes the components of a message; gives them with the operations that their invocations name, each answer with what it answers.</summary>
    public static IReadOnlyList<(Apdu Apdu, OpenInvoke? Answered)> Take(Trace trace, CapturedLeg leg, bool fromCaller, string clause)
    {
        var paired = trace.Apdus.Select<Apdu, (Apdu Apdu, OpenInvoke? Answered)>(apdu => apdu.IsInvoke ? Invoke(trace, leg, fromCaller, apdu, clause) : Answer(trace, leg, fromCaller, apdu, clause)).ToList();
        trace.Apdus = [.. paired.Select(pair => pair.Apdu)];
        return paired;
    }

    /// <summary>What was never answered, once the capture is over.</summary>
    public static void Close(CapturedLeg leg, string clause)
    {
        foreach (var ((_, invokeId), invoke) in leg.Invokes)
        {
            if (!invoke.Answered && !Unanswered.Contains(invoke.Operation))
                invoke.Trace.Faults.Add(ReplayFault.Sequence("invokeUnanswered", clause, $"{invoke.Operation}, invokeId {invokeId}, is never answered"));
        }
    }

    private static (Apdu, OpenInvoke?) Invoke(Trace trace, CapturedLeg leg, bool fromCaller, Apdu apdu, string clause)
    {
        var key = (fromCaller, apdu.InvokeId ?? -1);
        var operation = apdu.Operation ?? "";
        if (leg.Invokes.TryGetValue(key, out var open) && !open.Answered && !Unanswered.Contains(open.Operation))
            trace.Faults.Add(ReplayFault.Sequence("invokeIdInUse", clause, $"invokeId {apdu.InvokeId} is that of a {open.Operation} that is not answered yet"));
        leg.Invokes[key] = new OpenInvoke(trace, operation);
        return (apdu, null);
    }

    private static (Apdu, OpenInvoke?) Answer(Trace trace, CapturedLeg leg, bool fromCaller, Apdu apdu, string clause)
    {
        if (!leg.Invokes.TryGetValue((!fromCaller, apdu.InvokeId ?? -1), out var open))
        {
            trace.Faults.Add(ReplayFault.Sequence("answersNoInvoke", clause, $"{apdu.Kind} with invokeId {apdu.InvokeId} answers no invoke of this call"));
            return (apdu, null);
        }

        if (open.Answered)
            trace.Faults.Add(ReplayFault.Sequence("answeredTwice", clause, $"{open.Operation}, invokeId {apdu.InvokeId}, was answered before"));
        else if (leg.EndedByCaller == !fromCaller)
            trace.Faults.Add(ReplayFault.Sequence("answeredTooLate", clause, $"{open.Operation}, invokeId {apdu.InvokeId}, is answered after its asker has cleared the call"));
        var again = open.Answered;
        open.Answer ??= trace;
        return (apdu with { Operation = apdu.Operation ?? open.Operation }, again ? null : open);
    }
}
