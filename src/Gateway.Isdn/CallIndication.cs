using System.Collections.Immutable;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Messages;

namespace Gateway.Isdn;

/// <summary>What a call tells. A closed set; the message is there so that numbers, names, progress and display can be read from it.</summary>
public abstract record CallIndication
{
    private CallIndication()
    {
    }

    /// <summary>SETUP received: a new call, which wants Proceed, Alert, Answer, MoreInformation or Disconnect.</summary>
    /// <param name="Channel">Time slot of the B-channel; null for a call without bearer.</param>
    public sealed record Incoming(Q931Message Message, int? Channel) : CallIndication;

    /// <summary>SETUP ACKNOWLEDGE received: send the rest of the number by <see cref="CallRequest.Information"/>.</summary>
    public sealed record MoreInformationWanted(Q931Message Message) : CallIndication;

    /// <summary>INFORMATION received.</summary>
    public sealed record InformationReceived(Q931Message Message) : CallIndication;

    /// <summary>T302 ran out: no more digits come. Proceed with what is there, or Disconnect with cause 28.</summary>
    public sealed record NumberEnded : CallIndication;

    public sealed record Proceeding(Q931Message Message) : CallIndication;

    public sealed record Alerting(Q931Message Message) : CallIndication;

    public sealed record Progress(Q931Message Message) : CallIndication;

    /// <summary>CONNECT received and acknowledged.</summary>
    public sealed record Answered(Q931Message Message) : CallIndication;

    /// <summary>Our own CONNECT has taken effect.</summary>
    public sealed record AnswerAcknowledged : CallIndication;

    /// <summary>DISCONNECT received. RELEASE has been sent; <see cref="Released"/> follows.</summary>
    public sealed record Disconnecting(Cause Cause, Q931Message Message) : CallIndication;

    /// <summary>The call is gone: always the last indication of a call, and always given.</summary>
    /// <param name="Cause">The first that was said, by the peer or by us.</param>
    /// <param name="Message">The clearing message when the peer's own message ended the call.</param>
    public sealed record Released(Cause Cause, Q931Message? Message) : CallIndication;

    /// <summary>Facility elements of any message, in any state; of a clearing message before what the clearing itself indicates,
    /// of a SETUP after <see cref="Incoming"/>. Also told for a FACILITY message that has none.</summary>
    public sealed record FacilityReceived(ImmutableArray<FacilityElement> Facilities, Q931Message Message) : CallIndication;

    /// <summary>NOTIFY received.</summary>
    public sealed record Notified(Q931Message Message) : CallIndication;

    /// <summary>HOLD received: wants AcknowledgeHold or RejectHold.</summary>
    public sealed record HoldRequested(Q931Message Message) : CallIndication;

    /// <summary>HOLD ACKNOWLEDGE received: our hold is in force and the channel free.</summary>
    public sealed record Held(Q931Message Message) : CallIndication;

    /// <summary>HOLD REJECT received, or no answer (cause 102).</summary>
    public sealed record HoldRejected(Cause Cause) : CallIndication;

    /// <summary>RETRIEVE received: wants AcknowledgeRetrieve or RejectRetrieve.</summary>
    public sealed record RetrieveRequested(Q931Message Message) : CallIndication;

    /// <summary>The call is back on a channel, whoever asked for it.</summary>
    public sealed record Retrieved(int? Channel) : CallIndication;

    /// <summary>RETRIEVE REJECT received, or no answer (cause 102); the call stays held.</summary>
    public sealed record RetrieveRejected(Cause Cause) : CallIndication;
}
