using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Isdn.Transfer;

/// <summary>What the transfer services of a trunk tell. A closed set.</summary>
public abstract record TransferIndication(IsdnCallId Call)
{
    /// <summary>The far side said so itself. The calls clear, or have cleared, by its doing.</summary>
    public sealed record Succeeded(IsdnCallId Call) : TransferIndication(Call);

    public sealed record Failed(IsdnCallId Call, TransferFailure Failure) : TransferIndication(Call);

    /// <summary>The answer to <see cref="TransferRequest.Identify"/>.</summary>
    public sealed record Identified(IsdnCallId Call, string Identity, PartyNumber RerouteingNumber) : TransferIndication(Call);

    /// <summary>The far side asks for a transfer; wants <see cref="TransferRequest.Complete"/> or <see cref="TransferRequest.Refuse"/>.</summary>
    public sealed record Requested(IsdnCallId Call, TransferTarget Target) : TransferIndication(Call);

    /// <summary>callTransferIdentify received; wants <see cref="TransferRequest.AllotIdentity"/> or Refuse.</summary>
    public sealed record IdentityWanted(IsdnCallId Call) : TransferIndication(Call);

    /// <summary>An identity that was wanted or allotted on this call is not needed any more.</summary>
    public sealed record IdentityForgotten(IsdnCallId Call) : TransferIndication(Call);

    /// <summary>
    /// callTransferSetup came with the SETUP of this, a new call; the result goes along when it is answered.
    /// </summary>
    /// <param name="Call">The new call.</param>
    /// <param name="Identity">As shown.</param>
    /// <param name="AllottedOn">The secondary call it was allotted on; null when nobody knows it here.</param>
    public sealed record IdentityShown(IsdnCallId Call, string Identity, IsdnCallId? AllottedOn) : TransferIndication(Call);

    /// <summary>The far end of this call is somebody else now.</summary>
    /// <param name="Call">The call.</param>
    /// <param name="Party">Who.</param>
    /// <param name="Alerting">Not answered yet; told once more when it is.</param>
    public sealed record PartyChanged(IsdnCallId Call, TransferParty Party, bool Alerting) : TransferIndication(Call);
}

/// <summary>Where a transfer that was asked of us is to end up.</summary>
public abstract record TransferTarget
{
    private TransferTarget()
    {
    }

    /// <summary>At the far party of another call with the same requester.</summary>
    public sealed record ToCall(IsdnCallId Other) : TransferTarget;

    /// <summary>At a number.</summary>
    /// <param name="Number">Whom to call.</param>
    /// <param name="Identity">To be shown to it; null in a single step transfer.</param>
    /// <param name="AwaitConnect">Complete when it answers; otherwise when it is alerted.</param>
    public sealed record ToNumber(PartyNumber Number, string? Identity, bool AwaitConnect) : TransferTarget;
}
