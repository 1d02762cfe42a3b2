using System.Net;
using Gateway.Codecs.Asn1;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H450;

namespace Gateway.H323;

/// <summary>All that can happen to the stack: what the transport and the timers tell, and what its user asks for.</summary>
public abstract record H323Input
{
    private H323Input() { }

    /// <summary>A connection that the stack asked for is open, or (then with <paramref name="Remote"/>) one was accepted.</summary>
    public sealed record Connected(ConnectionKey Connection, IPEndPoint? Remote = null) : H323Input;

    /// <param name="Faults">What was wrong with elements of an otherwise readable message.</param>
    public sealed record Received(ConnectionKey Connection, H225Message Message, IReadOnlyList<ElementFault> Faults) : H323Input;

    /// <summary>Octets that are no message (Q.931 (05/1998) 5.8.1 to 5.8.3.1).</summary>
    /// <param name="FramingLost">The TPKT stream cannot be read on.</param>
    public sealed record Malformed(ConnectionKey Connection, DecodeFault Fault, bool FramingLost) : H323Input;

    /// <summary>The connection is gone, or could not be opened.</summary>
    public sealed record Closed(ConnectionKey Connection, string Reason) : H323Input;

    public sealed record Expired(TimerKey Timer) : H323Input;

    /// <summary>Calls <paramref name="Called"/> at a call signalling address.</summary>
    /// <param name="Media">What we offer by Fast Connect and tell by H.245; null when it will be known later.</param>
    /// <param name="TransferIdentity">
    /// The callIdentity of callTransferSetup when the call is made by a transfer: empty for a blind one. Null for an ordinary call.
    /// </param>
    /// <param name="TransferredBy">The transferring party, told in callTransferSetup when it may be known.</param>
    /// <param name="Services">H.450 operations to ride in SETUP.</param>
    /// <param name="Identifiers">Those a gatekeeper was asked about; null when the stack is to draw its own.</param>
    public sealed record PlaceCall(
        CallKey Call,
        IPEndPoint Destination,
        H323Party Called,
        H323Party? Calling = null,
        H323Media? Media = null,
        string? TransferIdentity = null,
        H323Party? TransferredBy = null,
        IReadOnlyList<Operation>? Services = null,
        Registration.CallIdentifiers? Identifiers = null) : H323Input;

    /// <summary>CALL PROCEEDING.</summary>
    public sealed record Proceed(CallKey Call) : H323Input;

    /// <summary>ALERTING; with <paramref name="Media"/> Fast Connect is answered already here.</summary>
    public sealed record Alert(CallKey Call, H323Media? Media = null) : H323Input;

    /// <summary>PROGRESS, in-band information available (progress description 8).</summary>
    public sealed record Progress(CallKey Call, H323Media? Media = null) : H323Input;

    /// <summary>CONNECT.</summary>
    /// <param name="Media">Null when it was given before, or will be by <see cref="ChangeMedia"/>.</param>
    /// <param name="ConnectedParty">Who answered, when that is not who was called.</param>
    public sealed record Answer(CallKey Call, H323Media? Media = null, H323Party? ConnectedParty = null) : H323Input;

    /// <summary>RELEASE COMPLETE, in whatever state the call is. Always followed by <see cref="H323Indication.Released"/>.</summary>
    /// <param name="Cause">Q.850 cause value, 1 to 127.</param>
    public sealed record Release(CallKey Call, int Cause, ReleaseCompleteReason? Reason = null) : H323Input;

    /// <summary>Operations that want no answer (callTransferComplete, callTransferActive, names, diversion information) in FACILITY.</summary>
    public sealed record SendServices(CallKey Call, IReadOnlyList<Operation> Services) : H323Input;

    /// <summary>holdNotific (H.450.4 (05/1999)); the media stay as they are.</summary>
    public sealed record Hold(CallKey Call) : H323Input;

    /// <summary>retrieveNotific (H.450.4 (05/1999)).</summary>
    public sealed record Retrieve(CallKey Call) : H323Input;

    /// <summary>
    /// Has the peer send its audio to <paramref name="Media"/> from now on, by third-party pause and re-routing (H.323 (12/2009) 8.4.6).
    /// Answered by <see cref="H323Indication.MediaChanged"/> or <see cref="H323Indication.MediaRefused"/>.
    /// </summary>
    public sealed record ChangeMedia(CallKey Call, H323Media Media) : H323Input
    {
        /// <summary>
        /// The peer goes on hearing from whom it heard: the channel towards it stays open, and so does its address. Without, its channel is opened anew,
        /// many an endpoint then takes another port, and two such endpoints would move for ever.
        /// </summary>
        public bool SameSender { get; init; }
    }

    /// <summary>callTransferIdentify: asks the party of this call to be found again. Answered by <see cref="H323Indication.TransferIdentified"/>.</summary>
    public sealed record TransferIdentify(CallKey Call) : H323Input;

    /// <summary>callTransferInitiate: asks the party of this call to call somebody else. Answered by <see cref="H323Indication.TransferInitiated"/>.</summary>
    /// <param name="CallIdentity">As <see cref="H323Indication.TransferIdentified"/> gave it; empty in a blind transfer.</param>
    /// <param name="ReroutingNumber">As <see cref="H323Indication.TransferIdentified"/> gave it, or the target's addresses.</param>
    /// <param name="Secondary">The call to the target, to be told callTransferAbandon if this fails.</param>
    public sealed record TransferInitiate(
        CallKey Call, string CallIdentity, IReadOnlyList<AliasAddress> ReroutingNumber, CallKey? Secondary = null) : H323Input;

    /// <summary>Takes back <see cref="TransferIdentify"/> or <see cref="TransferInitiate"/> on this call. Not answered.</summary>
    public sealed record TransferAbandon(CallKey Call) : H323Input;

    /// <summary>
    /// Does what <see cref="H323Indication.TransferRequested"/> asked for, in H.323: places <paramref name="NewCall"/> with callTransferSetup and tells the
    /// transferring party how it went.
    /// </summary>
    /// <param name="NewCall">Its transfer identity is filled in from the request.</param>
    public sealed record AcceptTransfer(CallKey Call, PlaceCall NewCall) : H323Input;

    /// <summary>What <see cref="H323Indication.TransferRequested"/> asked for was done by other means: clears the call with the success.</summary>
    public sealed record CompleteTransfer(CallKey Call) : H323Input;

    /// <summary>What <see cref="H323Indication.TransferRequested"/> asked for will not be done, or failed. The call stays.</summary>
    public sealed record RefuseTransfer(CallKey Call, ErrorCode Error) : H323Input;

    /// <summary>Answers <see cref="H323Indication.IdentifyRequested"/>: a call to <paramref name="ReroutingNumber"/> will be matched with this one.</summary>
    public sealed record AnswerIdentify(CallKey Call, IReadOnlyList<AliasAddress> ReroutingNumber) : H323Input;

    /// <summary>Refuses <see cref="H323Indication.IdentifyRequested"/>.</summary>
    public sealed record RefuseIdentify(CallKey Call, ErrorCode Error) : H323Input;
}
