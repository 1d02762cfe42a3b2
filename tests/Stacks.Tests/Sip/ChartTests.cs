using System.Collections.Immutable;
using Gateway.Codecs.Sip.Messages;
using Gateway.Sip;
using Gateway.Sip.Dialogs;
using Gateway.Sip.Refer;
using Gateway.Sip.Transactions;

namespace Stacks.Tests.Sip;

public class ChartTests
{
    private static readonly ImmutableArray<Gateway.Codecs.Sip.Headers.Reason> NoReasons = [];
    private static readonly SessionModification.Wanted Offer = new(Some.Sdp);
    private static readonly SessionModification.Wanted Ask = new(null);
    private static readonly SessionModification.Wanted OfferByUpdate = new(Some.Sdp, Update: true);
    private static readonly SessionModification.Wanted News = new(null, Update: true);

    [Fact]
    public void Invite_client_transaction_is_as_charted() => AssertApproved(
        typeof(InviteClientTransaction),
        [
            new InviteClientTransaction.State.Calling(Some.Request("INVITE"), false, 0),
            new InviteClientTransaction.State.Calling(Some.Request("INVITE"), true, 0),
            new InviteClientTransaction.State.Calling(Some.Request("INVITE"), false, 0, Abandoned: true),
            new InviteClientTransaction.State.Proceeding(Some.Request("INVITE")),
            new InviteClientTransaction.State.Proceeding(Some.Request("INVITE"), Abandoned: true),
            new InviteClientTransaction.State.Completed(Some.Request("ACK")),
            new InviteClientTransaction.State.Accepted(),
            new InviteClientTransaction.State.Terminated(),
        ],
        [
            new InviteClientTransaction.Input.Provisional(Some.Response(180)),
            new InviteClientTransaction.Input.Success(Some.Response(200)),
            new InviteClientTransaction.Input.Failure(Some.Response(486)),
            new InviteClientTransaction.Input.Abandoned(),
            new InviteClientTransaction.Input.Expired(SipTimer.A),
            new InviteClientTransaction.Input.Expired(SipTimer.B),
            new InviteClientTransaction.Input.Expired(SipTimer.D),
            new InviteClientTransaction.Input.Expired(SipTimer.M),
            new InviteClientTransaction.Input.TransportFailed(),
        ]);

    [Fact]
    public void Non_invite_client_transaction_is_as_charted() => AssertApproved(
        typeof(NonInviteClientTransaction),
        [
            new NonInviteClientTransaction.State.Trying(Some.Request("BYE"), false, 0),
            new NonInviteClientTransaction.State.Trying(Some.Request("BYE"), true, 0),
            new NonInviteClientTransaction.State.Proceeding(Some.Request("BYE"), false),
            new NonInviteClientTransaction.State.Completed(),
            new NonInviteClientTransaction.State.Terminated(),
        ],
        [
            new NonInviteClientTransaction.Input.Provisional(Some.Response(100, "BYE")),
            new NonInviteClientTransaction.Input.Final(Some.Response(200, "BYE")),
            new NonInviteClientTransaction.Input.Expired(SipTimer.E),
            new NonInviteClientTransaction.Input.Expired(SipTimer.F),
            new NonInviteClientTransaction.Input.Expired(SipTimer.K),
            new NonInviteClientTransaction.Input.TransportFailed(),
        ]);

    [Fact]
    public void Invite_server_transaction_is_as_charted() => AssertApproved(
        typeof(InviteServerTransaction),
        [
            new InviteServerTransaction.State.Proceeding(Some.Response(100), false),
            new InviteServerTransaction.State.Proceeding(Some.Response(100), true),
            new InviteServerTransaction.State.Completed(Some.Response(486), 0),
            new InviteServerTransaction.State.Confirmed(),
            new InviteServerTransaction.State.Accepted(),
            new InviteServerTransaction.State.Terminated(),
        ],
        [
            new InviteServerTransaction.Input.InviteAgain(),
            new InviteServerTransaction.Input.Ack(Some.Request("ACK")),
            new InviteServerTransaction.Input.Provisional(Some.Response(180)),
            new InviteServerTransaction.Input.Success(Some.Response(200)),
            new InviteServerTransaction.Input.Failure(Some.Response(486)),
            new InviteServerTransaction.Input.Expired(SipTimer.G),
            new InviteServerTransaction.Input.Expired(SipTimer.H),
            new InviteServerTransaction.Input.Expired(SipTimer.I),
            new InviteServerTransaction.Input.Expired(SipTimer.L),
            new InviteServerTransaction.Input.TransportFailed(),
        ]);

    [Fact]
    public void Non_invite_server_transaction_is_as_charted() => AssertApproved(
        typeof(NonInviteServerTransaction),
        [
            new NonInviteServerTransaction.State.Trying(),
            new NonInviteServerTransaction.State.Proceeding(Some.Response(100, "BYE")),
            new NonInviteServerTransaction.State.Completed(Some.Response(200, "BYE")),
            new NonInviteServerTransaction.State.Terminated(),
        ],
        [
            new NonInviteServerTransaction.Input.RequestAgain(),
            new NonInviteServerTransaction.Input.Provisional(Some.Response(100, "BYE")),
            new NonInviteServerTransaction.Input.Final(Some.Response(200, "BYE")),
            new NonInviteServerTransaction.Input.Expired(SipTimer.J),
            new NonInviteServerTransaction.Input.TransportFailed(),
        ]);

    [Fact]
    public void Answer_retransmission_is_as_charted() => AssertApproved(
        typeof(AnswerRetransmission),
        [
            new AnswerRetransmission.State.Repeating(Some.Response(200), 0),
            new AnswerRetransmission.State.Done(),
        ],
        [
            new AnswerRetransmission.Input.Finished(),
            new AnswerRetransmission.Input.Expired(SipTimer.AnswerRetransmission),
            new AnswerRetransmission.Input.Expired(SipTimer.AnswerTimeout),
        ]);

    [Fact]
    public void Invite_usage_is_as_charted() => AssertApproved(
        typeof(InviteUsage),
        [
            new InviteUsage.State.Calling(),
            new InviteUsage.State.Ringing(),
            new InviteUsage.State.Cancelling(false, NoReasons),
            new InviteUsage.State.Cancelling(true, NoReasons),
            new InviteUsage.State.Answered(),
            new InviteUsage.State.Offered(),
            new InviteUsage.State.AwaitingAck(),
            new InviteUsage.State.Leaving(NoReasons),
            new InviteUsage.State.Established(),
            new InviteUsage.State.Mortal(CallEnd.Ourselves),
            new InviteUsage.State.Morgue(),
        ],
        [
            new InviteUsage.Input.Provisional(Some.Response(180)),
            new InviteUsage.Input.SentAgain(),
            new InviteUsage.Input.Success(Some.Response(200), false),
            new InviteUsage.Input.Success(Some.Response(200), true),
            new InviteUsage.Input.SuccessAgain(),
            new InviteUsage.Input.Failure(Some.Response(486)),
            new InviteUsage.Input.Unanswered(EndedBy.NoResponse),
            new InviteUsage.Input.CancelTimeout(),
            new InviteUsage.Input.CancelReceived(Some.Request("CANCEL")),
            new InviteUsage.Input.AckReceived(Some.Request("ACK")),
            new InviteUsage.Input.AckOverdue(),
            new InviteUsage.Input.PrackOverdue(),
            new InviteUsage.Input.ByeReceived(Some.Request("BYE")),
            new InviteUsage.Input.ByeDone(),
            new InviteUsage.Input.Lost(new CallEnd(EndedBy.NoResponse)),
            new InviteUsage.Input.Answer(Some.Response(200)),
            new InviteUsage.Input.Reject(Some.Response(486)),
            new InviteUsage.Input.Acknowledge(Some.Sdp),
            new InviteUsage.Input.Leave(NoReasons),
        ]);

    [Fact]
    public void Session_modification_is_as_charted() => AssertApproved(
        typeof(SessionModification),
        [
            new SessionModification.State.Opening(true),
            new SessionModification.State.Opening(false),
            new SessionModification.State.Opening(true, News),
            new SessionModification.State.Idle(),
            new SessionModification.State.Offering(Offer),
            new SessionModification.State.Offering(Ask),
            new SessionModification.State.Offering(OfferByUpdate),
            new SessionModification.State.Offering(News, Offer),
            new SessionModification.State.AnswerOwed(),
            new SessionModification.State.AnswerOwed(Offer),
            new SessionModification.State.BackingOff(Offer),
            new SessionModification.State.Offered(null),
            new SessionModification.State.Offered(Offer),
            new SessionModification.State.AwaitingAck(null),
            new SessionModification.State.AwaitingAck(Offer),
            new SessionModification.State.Over(),
        ],
        [
            new SessionModification.Input.Opening(false),
            new SessionModification.Input.Opened(),
            new SessionModification.Input.OfferReceived(Some.Request("INVITE")),
            new SessionModification.Input.OfferReceived(Some.Request("UPDATE")),
            new SessionModification.Input.AckReceived(Some.Request("ACK")),
            new SessionModification.Input.AckOverdue(),
            new SessionModification.Input.Withdrawn(),
            new SessionModification.Input.Success(Some.Response(200)),
            new SessionModification.Input.Pending(Some.Response(491)),
            new SessionModification.Input.Failure(Some.Response(488)),
            new SessionModification.Input.Failure(Some.Response(481)),
            new SessionModification.Input.Unanswered(EndedBy.NoResponse),
            new SessionModification.Input.GlareExpired(),
            new SessionModification.Input.UsageEnded(),
            new SessionModification.Input.Modify(Offer),
            new SessionModification.Input.Modify(News),
            new SessionModification.Input.Acknowledge(Some.Sdp),
            new SessionModification.Input.Answer(Some.Response(200), true),
            new SessionModification.Input.Answer(Some.Response(488), false),
        ]);

    [Fact]
    public void Provisional_responses_are_as_charted() => AssertApproved(
        typeof(ProvisionalResponses),
        [
            new ProvisionalResponses.State.Clear(0, null),
            new ProvisionalResponses.State.Clear(0, Some.Response(180)),
            new ProvisionalResponses.State.Clear(1, Reliable(183, 1)),
            new ProvisionalResponses.State.Unacknowledged(Reliable(180, 1), 0, [], null),
            new ProvisionalResponses.State.Unacknowledged(Reliable(183, 1, Some.Sdp), 0, [Some.Response(180)], null),
            new ProvisionalResponses.State.Unacknowledged(Reliable(183, 1, Some.Sdp), 0, [], Some.Response(200)),
            new ProvisionalResponses.State.Over(null),
            new ProvisionalResponses.State.Over(Reliable(180, 1)),
        ],
        [
            new ProvisionalResponses.Input.Say(Some.Response(180), false),
            new ProvisionalResponses.Input.Say(Some.Response(183), true),
            new ProvisionalResponses.Input.Answer(Some.Response(200)),
            new ProvisionalResponses.Input.PrackReceived(Prack(1)),
            new ProvisionalResponses.Input.PrackReceived(Prack(2)),
            new ProvisionalResponses.Input.Expired(SipTimer.ProvisionalRetransmission),
            new ProvisionalResponses.Input.Expired(SipTimer.ProvisionalTimeout),
            new ProvisionalResponses.Input.Expired(SipTimer.ProvisionalRepetition),
            new ProvisionalResponses.Input.Finished(),
        ]);

    [Fact]
    public void Provisional_acknowledgement_is_as_charted() => AssertApproved(
        typeof(ProvisionalAcknowledgement),
        [
            new ProvisionalAcknowledgement.State.Expecting(null),
            new ProvisionalAcknowledgement.State.Expecting(2),
            new ProvisionalAcknowledgement.State.AnswerOwed(Reliable(183, 2)),
        ],
        [
            new ProvisionalAcknowledgement.Input.Received(Reliable(180, 2), false),
            new ProvisionalAcknowledgement.Input.Received(Reliable(183, 3), false),
            new ProvisionalAcknowledgement.Input.Received(Reliable(183, 3), true),
            new ProvisionalAcknowledgement.Input.Received(Reliable(183, 4), false),
            new ProvisionalAcknowledgement.Input.Answer(Some.Sdp),
        ]);

    [Fact]
    public void Session_timer_is_as_charted() => AssertApproved(
        typeof(SessionTimer),
        [
            new SessionTimer.State.Off(),
            new SessionTimer.State.Refreshing(TimeSpan.FromSeconds(1800)),
            new SessionTimer.State.Watching(TimeSpan.FromSeconds(1800)),
        ],
        [
            new SessionTimer.Input.Agreed(null, false),
            new SessionTimer.Input.Agreed(TimeSpan.FromSeconds(1800), true),
            new SessionTimer.Input.Agreed(TimeSpan.FromSeconds(90), false),
            new SessionTimer.Input.Expired(SipTimer.SessionRefresh),
            new SessionTimer.Input.Expired(SipTimer.SessionExpiry),
            new SessionTimer.Input.RefreshFailed(),
            new SessionTimer.Input.UsageEnded(),
        ]);

    [Fact]
    public void Refer_notifier_is_as_charted() => AssertApproved(
        typeof(ReferNotifier),
        [
            new ReferNotifier.State.Deciding(),
            new ReferNotifier.State.Active(ReferReport.Trying, null, true, true),
            new ReferNotifier.State.Active(Report(180), new ReferNotifier.Notification(Report(180), null), true, true),
            new ReferNotifier.State.Active(Report(180), new ReferNotifier.Notification(Report(180), null), false, true),
            new ReferNotifier.State.Active(ReferReport.Trying, null, false, false),
            new ReferNotifier.State.Active(Report(200), new ReferNotifier.Notification(Report(200), "noresource"), true, true),
            new ReferNotifier.State.Active(Report(180), new ReferNotifier.Notification(Report(180), "timeout"), true, true),
            new ReferNotifier.State.Closing(new ReferNotifier.Notification(Report(200), "noresource")),
            new ReferNotifier.State.Closing(new ReferNotifier.Notification(Report(200), "noresource"), true),
            new ReferNotifier.State.Terminated(),
        ],
        [
            new ReferNotifier.Input.Accept(Some.Response(202, "REFER"), true),
            new ReferNotifier.Input.Accept(Some.Response(202, "REFER"), false),
            new ReferNotifier.Input.Accept(Some.Response(200, "SUBSCRIBE"), true) { Current = Report(486) },
            new ReferNotifier.Input.Reject(Some.Response(603, "REFER")),
            new ReferNotifier.Input.Notify(ReferReport.Trying),
            new ReferNotifier.Input.Notify(Report(180)),
            new ReferNotifier.Input.Notify(Report(486)),
            new ReferNotifier.Input.Delivered(),
            new ReferNotifier.Input.RetryLater(new ReferNotifier.Notification(ReferReport.Trying, null)),
            new ReferNotifier.Input.Undeliverable(),
            new ReferNotifier.Input.Refreshed(),
            new ReferNotifier.Input.Unsubscribed(),
            new ReferNotifier.Input.Expired(SipTimer.NotifyPace),
            new ReferNotifier.Input.Expired(SipTimer.Subscription),
        ]);

    [Fact]
    public void Refer_subscriber_is_as_charted() => AssertApproved(
        typeof(ReferSubscriber),
        [
            new ReferSubscriber.State.Referring(),
            new ReferSubscriber.State.NotifyWait(),
            new ReferSubscriber.State.Active(false),
            new ReferSubscriber.State.Active(true),
            new ReferSubscriber.State.Active(true, CallOver: true),
            new ReferSubscriber.State.Terminated(),
        ],
        [
            new ReferSubscriber.Input.Accepted(Some.Response(202, "REFER"), true),
            new ReferSubscriber.Input.Accepted(Some.Response(200, "REFER"), false),
            new ReferSubscriber.Input.Refused(Some.Response(603, "REFER")),
            new ReferSubscriber.Input.Unanswered(EndedBy.NoResponse),
            new ReferSubscriber.Input.Notified(ReferReport.Trying),
            new ReferSubscriber.Input.Notified(null),
            new ReferSubscriber.Input.Terminated(Report(200), "noresource", false),
            new ReferSubscriber.Input.Terminated(null, "noresource", true),
            new ReferSubscriber.Input.CallOver(),
            new ReferSubscriber.Input.Expired(SipTimer.N),
            new ReferSubscriber.Input.Expired(SipTimer.Subscription),
        ]);

    private static SipResponse Reliable(int status, int sequence, SipContent? content = null) => Some.Response(status) with
    {
        RSeq = sequence,
        Require = ["100rel"],
        ContentType = content is null ? null : Gateway.Codecs.Sip.Headers.TokenValue.Parse(content.Type),
        Body = content?.Octets ?? default,
    };

    private static SipRequest Prack(uint sequence) =>
        Some.Request("PRACK") with { RAck = (sequence, new Gateway.Codecs.Sip.Headers.CSeq(1, SipMethod.Invite)) };

    private static ReferReport Report(int status) => new(status, "Some", []);

    private static void AssertApproved(Type machine, object[] states, object[] inputs) => Chart.AssertApproved($"Sip.{machine.Name}", machine, states, inputs, Said);

    private static string? Said(object value) => value switch
    {
        SipRequest { RAck: { } rack } => $"PRACK of {rack.RSeq}",
        SipRequest request => request.Method.Name,
        SipResponse { RSeq: { } sequence } response => $"{response.Status} as {sequence}{(response.Body.IsEmpty ? "" : " with content")}",
        SipResponse response => $"{response.Status}",
        SipContent => "content",
        ReferReport report => $"{report.Status}",
        _ => null,
    };
}
