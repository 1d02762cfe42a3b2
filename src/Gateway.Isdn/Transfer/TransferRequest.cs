using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Isdn.Transfer;

/// <summary>What can be wanted of the transfer services of a trunk. A closed set.</summary>
/// <param name="Call">The call it concerns; of two, the primary one, which is the transferee's.</param>
public abstract record TransferRequest(IsdnCallId Call)
{
    /// <summary>
    /// Have the network join two calls and clear them here, by what the variant offers: explicit call transfer, two B-channel transfer or
    /// release link trunk. Answered by <see cref="TransferIndication.Succeeded"/> or <see cref="TransferIndication.Failed"/> on the primary call.
    /// </summary>
    /// <param name="Call">The primary call.</param>
    /// <param name="Secondary">The call of the target: answered, or outgoing and alerting.</param>
    /// <param name="ImplicitLinkage">ETSI only: EctExecute on the primary call, which is held then, in place of a link identity.</param>
    public sealed record HandOver(IsdnCallId Call, IsdnCallId Secondary, bool ImplicitLinkage = false) : TransferRequest(Call);

    /// <summary>QSIG: callTransferIdentify on the secondary call. Answered by <see cref="TransferIndication.Identified"/> or Failed.</summary>
    public sealed record Identify(IsdnCallId Call) : TransferRequest(Call);

    /// <summary>QSIG: callTransferInitiate on the primary call. Answered by Succeeded or Failed.</summary>
    public sealed record Reroute(IsdnCallId Call, PartyNumber RerouteingNumber, string Identity) : TransferRequest(Call);

    /// <summary>QSIG: ssctInitiate. Answered by Succeeded or Failed.</summary>
    public sealed record SingleStep(
        IsdnCallId Call, PartyNumber RerouteingNumber, TransferParty Transferred, TransferParty? Transferring, bool AwaitConnect)
        : TransferRequest(Call);

    /// <summary>Takes back HandOver, Identify, Reroute or SingleStep. Not answered.</summary>
    public sealed record Abandon(IsdnCallId Call) : TransferRequest(Call);

    /// <summary>
    /// Tells the party on this call whom it is connected to from now on. QSIG: callTransferComplete, or callTransferActive when it was told
    /// before that the party is alerting. ETSI network side: EctInform. Elsewhere there are no words for it. Not answered.
    /// </summary>
    public sealed record Announce(IsdnCallId Call, TransferCall End, TransferParty Party, bool Alerting) : TransferRequest(Call);

    /// <summary>QSIG: the two calls are joined here. Facilities between their ends are passed on from now on, octet for octet.</summary>
    public sealed record Join(IsdnCallId Call, IsdnCallId Other) : TransferRequest(Call);

    /// <summary>The transfer of <see cref="TransferIndication.Requested"/> came about: the result is returned, the calls are cleared.</summary>
    public sealed record Complete(IsdnCallId Call) : TransferRequest(Call);

    /// <summary>
    /// The transfer of <see cref="TransferIndication.Requested"/>, the identity of <see cref="TransferIndication.IdentityWanted"/> or the call of
    /// <see cref="TransferIndication.IdentityShown"/> is refused; the calls stay.
    /// </summary>
    public sealed record Refuse(IsdnCallId Call, Code Error) : TransferRequest(Call);

    /// <summary>Answers <see cref="TransferIndication.IdentityWanted"/>.</summary>
    /// <param name="Call">The secondary call.</param>
    /// <param name="Identity">1 to 4 digits, unpredictable, not in use.</param>
    /// <param name="RerouteingNumber">Where the new call is to go so that it comes here.</param>
    public sealed record AllotIdentity(IsdnCallId Call, string Identity, PartyNumber RerouteingNumber) : TransferRequest(Call);
}

/// <summary>A party as one end is told of the other.</summary>
public sealed record TransferParty(PresentedNumberScreened Number, Name? Name = null);
