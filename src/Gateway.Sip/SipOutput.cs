using Gateway.Codecs.Sip.Messages;
using Gateway.Sip.Dialogs;
using Gateway.Sip.Refer;

namespace Gateway.Sip;

/// <summary>What comes out of one input, in order.</summary>
public abstract record SipOutput
{
    private protected SipOutput()
    {
    }

    public sealed record Send(Flow Flow, SipMessage Message) : SipOutput;

    /// <summary>Starting a running timer restarts it.</summary>
    public sealed record StartTimer(TimerKey Timer, TimeSpan Duration) : SipOutput;

    /// <summary>Stopping a timer that does not run does nothing.</summary>
    public sealed record StopTimer(TimerKey Timer) : SipOutput;

    /// <summary>One line for the log: what was odd, and which clause says so. Call-ID when it is known.</summary>
    public sealed record Observed(string? CallId, string Line) : SipOutput
    {
        /// <summary>The same for lines of one kind.</summary>
        public string Reason { get; init; } = "";

        /// <summary>Whose message or connection it is about; null when it is about none.</summary>
        public Flow? Source { get; init; }
    }
}

/// <summary>What the stack's user is told.</summary>
public abstract partial record SipIndication : SipOutput
{
    private SipIndication()
    {
    }

    /// <summary>Somebody calls; wants Ring, Answer or Reject.</summary>
    /// <param name="Flow">Where it really came from.</param>
    /// <param name="Replaces">The call this one takes the place of (RFC 3891); it ends when this one is answered.</param>
    /// <param name="Offer">The body, or null when the offer is asked from us.</param>
    public sealed record IncomingCall(CallHandle Call, Flow Flow, SipRequest Invite, SipContent? Offer, CallHandle? Replaces) : SipIndication;

    /// <summary>1xx to our INVITE.</summary>
    /// <param name="Content">The answer to our offer, or an offer; null also where a description means nothing.</param>
    /// <param name="AnswerOwed">The content is an offer; wants <see cref="SipCommand.Acknowledge"/>.</param>
    public sealed record Provisional(CallHandle Call, SipResponse Response, SipContent? Content, bool AnswerOwed = false) : SipIndication;

    /// <summary>2xx to our INVITE.</summary>
    /// <param name="Content">Null when the session was agreed on by a reliable 1xx already.</param>
    /// <param name="AnswerOwed">The content is an offer; wants <see cref="SipCommand.Acknowledge"/>.</param>
    public sealed record Answered(CallHandle Call, SipResponse Response, SipContent? Content, bool AnswerOwed) : SipIndication;

    /// <summary>The ACK of our 2xx, to the INVITE or to a re-INVITE, or the PRACK that answers the offer of our 1xx.</summary>
    public sealed record AckReceived(CallHandle Call, SipRequest Ack, SipContent? Content) : SipIndication;

    /// <summary>The peer's re-INVITE, or its UPDATE or PRACK with an offer; wants <see cref="SipCommand.AnswerReoffer"/>.</summary>
    /// <param name="Offer">Null when the peer asks for ours.</param>
    public sealed record ReofferReceived(CallHandle Call, SipRequest Request, SipContent? Offer) : SipIndication;

    /// <summary>The peer's UPDATE without an offer, which is answered already: its headers may say something new.</summary>
    public sealed record Updated(CallHandle Call, SipRequest Request) : SipIndication;

    /// <summary>2xx to our re-INVITE or UPDATE.</summary>
    public sealed record Modified(CallHandle Call, SipResponse Response, SipContent? Content, bool AnswerOwed) : SipIndication
    {
        /// <summary>Nobody asked for it: the stack kept the session alive.</summary>
        public bool IsRefresh { get; init; }
    }

    /// <summary>Our re-INVITE or UPDATE failed; the session is as it was.</summary>
    public sealed record ModificationRefused(CallHandle Call, CallEnd Why) : SipIndication;

    /// <summary>The call is over. Always the last of a call, and always sent.</summary>
    public sealed record Ended(CallHandle Call, CallEnd End) : SipIndication;

    /// <summary>A REFER came; wants AcceptRefer or RejectRefer.</summary>
    /// <param name="Flow">Where it really came from, which need not be where the call came from.</param>
    /// <param name="Call">The call to be transferred; null for an unrelated REFER, which the settings must allow.</param>
    public sealed record ReferReceived(ReferHandle Refer, CallHandle? Call, Referral Referral, Flow Flow) : SipIndication;

    /// <summary>The sender of the REFER hears no more from us.</summary>
    /// <param name="Delivered">It heard the last NOTIFY, or wanted none. The transfer goes on either way.</param>
    public sealed record SubscriptionEnded(ReferHandle Refer, bool Delivered) : SipIndication;

    /// <summary>2xx to our REFER.</summary>
    public sealed record ReferAccepted(ReferHandle Refer, SipResponse Response) : SipIndication;

    /// <summary>Our REFER failed.</summary>
    public sealed record ReferRejected(ReferHandle Refer, CallEnd Why) : SipIndication;

    /// <summary>A NOTIFY while the subscription lives.</summary>
    public sealed record ReferProgress(ReferHandle Refer, ReferReport Report) : SipIndication;

    /// <summary>No more is told about our REFER.</summary>
    /// <param name="Report">The last state, final or not; null when none is known.</param>
    /// <param name="Why">The reason of the last NOTIFY, or the stack's own.</param>
    public sealed record ReferEnded(ReferHandle Refer, ReferReport? Report, string? Why) : SipIndication;
}
