using Gateway.Engine.Legs;

namespace Gateway.Host.Replay;

/// <summary>One dialog or call reference of the capture: one hop of a call.</summary>
internal sealed class CapturedLeg(string id, string protocol, Place caller, Place callee, string? calling, string called)
{
    public string Id => id;

    public string Protocol => protocol;

    public Place Caller => caller;

    public Place Callee => callee;

    public string? Calling => calling;

    public string Called => called;

    public CapturedCall Call { get; set; } = null!;

    /// <summary>Invocations by the side that sent them.</summary>
    public Dictionary<(bool FromCaller, long InvokeId), OpenInvoke> Invokes { get; } = [];

    /// <summary>Which side ended it; null while it lives.</summary>
    public bool? EndedByCaller { get; set; }
}

/// <summary>An invocation and whether it was answered.</summary>
internal sealed class OpenInvoke(Trace trace, string operation)
{
    public Trace Trace => trace;

    public string Operation => operation;

    /// <summary>The message that answered it.</summary>
    public Trace? Answer { get; set; }

    public bool Answered => Answer is not null;
}

/// <summary>A call of the capture, along all its hops, from the party that called to the party that was called.</summary>
internal sealed class CapturedCall(string id)
{
    public string Id => id;

    public List<CapturedLeg> Path { get; } = [];

    public CallProgress Progress { get; set; } = CallProgress.SetUp;

    /// <summary>The identifier of H.225.0 that all hops share.</summary>
    public string? Identifier { get; set; }

    /// <summary>The transfer that made the call, if one did.</summary>
    public CapturedTransfer? MadeBy { get; set; }

    /// <summary>The last transfer asked for in it.</summary>
    public CapturedTransfer? Transfer { get; set; }

    public Place Caller => Path[0].Caller;

    public Place Callee => Path[^1].Callee;
}

internal enum CallProgress
{
    SetUp,
    Ringing,
    Answered,
    Over,
}

/// <summary>A transfer that the capture shows being asked for.</summary>
internal sealed class CapturedTransfer(CapturedCall call, CapturedLeg leg, bool byCaller, CapturedTarget target, string request)
{
    public CapturedCall Call => call;

    /// <summary>The hop it was asked on.</summary>
    public CapturedLeg Leg => leg;

    /// <summary>The party that called asks; otherwise the party that was called.</summary>
    public bool ByCaller => byCaller;

    public CapturedTarget Target => target;

    /// <summary>The operation or method that asked.</summary>
    public string Request => request;

    public long? InvokeId { get; init; }

    /// <summary>Who claims to ask, where the request says.</summary>
    public string? RequestedBy { get; init; }

    /// <summary>Given when the engine is asked.</summary>
    public string? Id { get; set; }

    /// <summary>The call to the target that came of it.</summary>
    public CapturedCall? MadeCall { get; set; }

    /// <summary>What the capture says of the end; null while it says nothing.</summary>
    public CapturedOutcome? Outcome { get; set; }

    public Place Transferor => byCaller ? call.Caller : call.Callee;
}

/// <summary>How a transfer ended in the capture.</summary>
/// <param name="Cause">Null when it succeeded.</param>
/// <param name="Said">The message that said so.</param>
internal sealed record CapturedOutcome(Cause? Cause, string Said)
{
    public bool Succeeded => Cause is null;
}

/// <summary>Where the transferee was to go.</summary>
internal abstract record CapturedTarget
{
    /// <param name="Identity">See <see cref="TransferTarget.ToParty"/>.</param>
    public sealed record Number(string Called, string? Identity) : CapturedTarget;

    /// <summary>The far party of another call of the transferor.</summary>
    /// <param name="TransferorIsCaller">The transferor placed that call.</param>
    public sealed record Call(CapturedCall Consultation, bool TransferorIsCaller) : CapturedTarget;

    /// <summary>A call that the capture does not hold.</summary>
    public sealed record Missing(string Named) : CapturedTarget;
}

/// <summary>What a message means for its call, whatever the protocol.</summary>
internal abstract record Sign
{
    public sealed record Arrived(CapturedCall Call) : Sign;

    public sealed record Rang(CapturedCall Call) : Sign;

    public sealed record Answered(CapturedCall Call) : Sign;

    public sealed record Ended(CapturedCall Call, bool ByCaller, Cause Cause) : Sign;

    public sealed record Asked(CapturedTransfer Transfer) : Sign;

    public sealed record TargetRang(CapturedTransfer Transfer) : Sign;

    public sealed record Concluded(CapturedTransfer Transfer, CapturedOutcome Outcome) : Sign;

    /// <summary>One end of the call is somebody else from now on.</summary>
    public sealed record PartyChanged(CapturedCall Call, bool OfCaller, string Number, bool Alerting) : Sign;
}

/// <summary>A message with everything that was found out about it.</summary>
internal sealed class Trace(Seen seen, string message)
{
    public Seen Seen => seen;

    /// <summary>Name of the message, as its standard writes it.</summary>
    public string Message => message;

    public CapturedLeg? Leg { get; set; }

    public CapturedCall? Call { get; set; }

    public CapturedTransfer? Transfer { get; set; }

    public IReadOnlyList<Apdu> Apdus { get; set; } = [];

    public List<ReplayFault> Faults { get; } = [.. seen.Faults.Select(ReplayFault.Of)];

    public List<Sign> Signs { get; } = [];
}
