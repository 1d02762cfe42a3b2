using Gateway.H323;
using Gateway.Sip;

namespace Gateway.Lab;

/// <summary>Names one call at one far end: numbered from 1 in the order in which calls come up there, dialled and received alike.</summary>
public readonly record struct FarEndCall(int Number)
{
    public override string ToString() => $"call {Number}";
}

/// <summary>All that can happen to a far end: what arrives, what expires, and what the person in front of it does. A closed set.</summary>
/// <remarks>What a far end has no use for, a frame at a telephone, say, does nothing but a <see cref="FarEndOutput.Observed"/>.</remarks>
public abstract record FarEndInput
{
    private FarEndInput()
    {
    }

    /// <summary>The far end goes into service; a switch brings its data link up.</summary>
    public sealed record Start : FarEndInput;

    /// <summary>What the SIP transport tells.</summary>
    public sealed record Sip(SipInput Input) : FarEndInput;

    /// <summary>What the H.323 transport tells.</summary>
    public sealed record H323(H323Input Input) : FarEndInput;

    /// <summary>One LAPD frame without flags and FCS.</summary>
    public sealed record Frame(ReadOnlyMemory<byte> Octets) : FarEndInput;

    /// <summary>A timer of <see cref="FarEndOutput.StartTimer"/> ran out, and was not stopped or started anew meanwhile.</summary>
    public sealed record Expired(object Key) : FarEndInput;

    /// <summary>The person calls a number through the gateway. <see cref="FarEndEvent.Dialled"/> names the call.</summary>
    /// <param name="From">Which of the far end's own numbers calls; null for the first.</param>
    public sealed record Dial(string Number, string? From = null) : FarEndInput;

    /// <summary>The person ends a call, in whatever state it is.</summary>
    public sealed record HangUp(FarEndCall Call) : FarEndInput;

    /// <summary>The person puts the other party on hold.</summary>
    public sealed record Hold(FarEndCall Call) : FarEndInput;

    /// <summary>The person takes the other party back.</summary>
    public sealed record Retrieve(FarEndCall Call) : FarEndInput;

    /// <summary>The person sends the other party to a number: REFER, callTransferInitiate; a switch connects it to another subscriber.</summary>
    /// <param name="LeaveAtOnce">A telephone hangs up as soon as the REFER is accepted, without waiting for the outcome.</param>
    public sealed record Transfer(FarEndCall Call, string Number, bool LeaveAtOnce = false) : FarEndInput;

    /// <summary>The person connects the other parties of two calls: REFER with Replaces, callTransferIdentify and callTransferInitiate.</summary>
    /// <param name="Call">The call of the transferee.</param>
    /// <param name="Target">The call of the target.</param>
    /// <param name="LeaveAtOnce">As in <see cref="Transfer"/>, for both calls.</param>
    public sealed record TransferTo(FarEndCall Call, FarEndCall Target, bool LeaveAtOnce = false) : FarEndInput;
}
