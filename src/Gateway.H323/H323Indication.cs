using System.Net;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H450;
using Gateway.H323.Transfer;

namespace Gateway.H323;

/// <summary>All that the stack tells its user about a call.</summary>
public abstract record H323Indication
{
    private H323Indication() { }

    /// <summary>Somebody calls. Wants <see cref="H323Input.Proceed"/>, Alert, Answer or Release.</summary>
    /// <param name="Remote">The transport address the call came from, when the transport told it.</param>
    /// <param name="Media">What the caller offers by Fast Connect; null when its media will be known after the answer.</param>
    /// <param name="CallIdentifier">The identifier that all legs of an H.323 call share (H.225.0 (12/2009) 7.6).</param>
    /// <param name="Identifiers">What a gatekeeper is to be asked about.</param>
    /// <param name="Transferred">The call is the new call of a transfer.</param>
    public sealed record IncomingCall(
        IPEndPoint? Remote, H323Party? Called, H323Party? Calling, H323Media? Media, GloballyUniqueId CallIdentifier, IncomingTransfer? Transferred,
        Registration.CallIdentifiers Identifiers) : H323Indication;

    public sealed record Proceeding : H323Indication;

    public sealed record Alerting(H323Media? Media) : H323Indication;

    /// <summary>In-band information may be there.</summary>
    public sealed record Progress(H323Media? Media) : H323Indication;

    /// <param name="Media">Null until H.245 has opened the channels; <see cref="MediaChanged"/> follows then.</param>
    public sealed record Answered(H323Media? Media, H323Party? Connected) : H323Indication;

    /// <summary>The call is gone; always the last indication of a call, and always given.</summary>
    /// <param name="Cause">Q.850 cause value; null when the peer gave only a reason, or nothing. It wins over <paramref name="Reason"/>.</param>
    /// <param name="Reason">The reason as received, or null.</param>
    /// <param name="ByPeer">The peer sent RELEASE COMPLETE.</param>
    public sealed record Released(int? Cause, ReleaseCompleteReason? Reason, bool ByPeer) : H323Indication;

    /// <summary>
    /// Where the peer wants its audio has become known or has changed, after <see cref="H323Input.ChangeMedia"/> or by its own doing. Null: the peer paused
    /// us, nothing may be sent to it until the next.
    /// </summary>
    public sealed record MediaChanged(H323Media? Media) : H323Indication;

    /// <summary><see cref="H323Input.ChangeMedia"/> was not carried out; the peer sends to where it sent before.</summary>
    public sealed record MediaRefused(string Reason) : H323Indication;

    /// <summary>Digits keyed at the far side (H.245 userInput, or Keypad in INFORMATION).</summary>
    public sealed record UserInput(string Digits) : H323Indication;

    /// <summary>holdNotific came.</summary>
    public sealed record Held : H323Indication;

    /// <summary>retrieveNotific came.</summary>
    public sealed record Retrieved : H323Indication;

    /// <summary>An operation that wants no answer and changes nothing in the stack: names, diversion information, callTransferComplete, Active, Update.</summary>
    public sealed record ServiceReceived(Operation Operation) : H323Indication;

    /// <summary>FACILITY asks to call somewhere else instead (H.225.0 (12/2009) 7.3.3, reasons callForwarded, routeCallToGatekeeper, routeCallToMC).</summary>
    public sealed record Forwarded(FacilityReason Reason, IPEndPoint? Address, IReadOnlyList<AliasAddress> Aliases) : H323Indication;

    /// <summary>The answer to <see cref="H323Input.TransferIdentify"/>.</summary>
    /// <param name="CallIdentity">With success: to be passed on unchanged.</param>
    public sealed record TransferIdentified(TransferOutcome Outcome, string? CallIdentity, IReadOnlyList<AliasAddress> ReroutingNumber) : H323Indication;

    /// <summary>The answer to <see cref="H323Input.TransferInitiate"/>.</summary>
    /// <param name="Cause">The Cause element of the message that brought a return error: why the new call failed.</param>
    public sealed record TransferInitiated(TransferOutcome Outcome, Cause? Cause = null) : H323Indication;

    /// <summary>The last <see cref="H323Input.TransferInitiate"/> that was told as failed, or was taken back, was carried out after all.</summary>
    public sealed record TransferSucceededLate : H323Indication;

    /// <summary>
    /// The party asks that we call somebody else in its stead. Wants <see cref="H323Input.AcceptTransfer"/>, CompleteTransfer or RefuseTransfer.
    /// </summary>
    /// <param name="CallIdentity">Empty when there is no consultation call.</param>
    /// <param name="Consultation">The call on which our own callIdentity was given out, when it is that one; null otherwise.</param>
    public sealed record TransferRequested(string CallIdentity, IReadOnlyList<AliasAddress> ReroutingNumber, CallKey? Consultation = null) : H323Indication;

    /// <summary>An accepted transfer succeeded: the new call is alerting or answered, and this call is cleared.</summary>
    public sealed record TransferSucceeded(CallKey NewCall) : H323Indication;

    /// <summary>An accepted transfer failed; the transferring party was told, this call stays.</summary>
    public sealed record TransferFailed(ErrorCode Error) : H323Indication;

    /// <summary>The party asks where a transferred party can find us. Wants <see cref="H323Input.AnswerIdentify"/> or RefuseIdentify.</summary>
    public sealed record IdentifyRequested : H323Indication;

    /// <summary>What <see cref="H323Input.AnswerIdentify"/> promised will not be called any more: abandoned, or CT-T2 ran out.</summary>
    public sealed record IdentityForgotten : H323Indication;
}

/// <summary>What callTransferSetup says of a new call.</summary>
/// <param name="Replaces">The call on which our callIdentity was given out; null in a blind transfer. It is to be released once the new call is answered.</param>
/// <param name="TransferredBy">The transferring party's addresses, when told.</param>
public sealed record IncomingTransfer(CallKey? Replaces, IReadOnlyList<AliasAddress> TransferredBy);
