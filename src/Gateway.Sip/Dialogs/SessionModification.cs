using Gateway.Codecs.Sip.Messages;
using Transition = Gateway.Sip.Transition<Gateway.Sip.Dialogs.SessionModification.State, Gateway.Sip.Dialogs.SessionModification.Output>;

namespace Gateway.Sip.Dialogs;

/// <summary>
/// Changes of an established session by re-INVITE, ours and the peer's, and the peer's by UPDATE: RFC 3261 (2002) 14 with the
/// offer rules of RFC 6337 (2011). One offer is open at a time; 491 answers the other (glare).
/// </summary>
public static class SessionModification
{
    /// <summary>A re-INVITE that the user asked for while another exchange was open.</summary>
    public sealed record Wanted(SipContent? Offer);

    public abstract record State
    {
        public sealed record Idle : State;

        /// <summary>Our re-INVITE is out.</summary>
        public sealed record Offering(SipContent? Offer) : State;

        /// <summary>Our re-INVITE without an offer got one; its ACK waits for the user's answer.</summary>
        public sealed record AnswerOwed : State;

        /// <summary>Our re-INVITE met one of the peer's; it is repeated when the glare timer fires.</summary>
        public sealed record BackingOff(SipContent? Offer) : State;

        /// <summary>The peer's offer waits for the user's response.</summary>
        public sealed record Offered(Wanted? Next) : State;

        /// <summary>Our 2xx to the peer's re-INVITE is out and its ACK has not come.</summary>
        public sealed record AwaitingAck(Wanted? Next) : State;

        /// <summary>The usage is over.</summary>
        public sealed record Over : State;
    }

    public abstract record Input
    {
        /// <summary>The peer's re-INVITE or UPDATE.</summary>
        public sealed record OfferReceived(SipRequest Request) : Input;

        public sealed record AckReceived(SipRequest Ack) : Input;

        public sealed record AckOverdue : Input;

        /// <summary>The peer cancelled its re-INVITE, or its transaction failed.</summary>
        public sealed record Withdrawn : Input;

        public sealed record Success(SipResponse Response) : Input;

        /// <summary>491.</summary>
        public sealed record Pending(SipResponse Response) : Input;

        /// <summary>300 to 699 but 491.</summary>
        public sealed record Failure(SipResponse Response) : Input;

        public sealed record Unanswered(EndedBy By) : Input;

        public sealed record GlareExpired : Input;

        /// <summary>The INVITE usage ended.</summary>
        public sealed record UsageEnded : Input;

        /// <summary>User: a re-INVITE, with an offer or asking for one.</summary>
        public sealed record Reinvite(SipContent? Offer) : Input;

        /// <summary>User: the answer to the offer of a 2xx.</summary>
        public sealed record Acknowledge(SipContent? Content) : Input;

        /// <summary>User: the final response to the peer's re-INVITE or UPDATE.</summary>
        /// <param name="Acknowledged">A 2xx to a re-INVITE, which will be acknowledged.</param>
        public sealed record Answer(SipResponse Response, bool Acknowledged) : Input;
    }

    public abstract record Output
    {
        public sealed record SendReinvite(SipContent? Offer) : Output;

        public sealed record SendAck(SipContent? Content) : Output;

        /// <summary>Answers the pending re-INVITE or UPDATE.</summary>
        public sealed record Respond(SipResponse Response) : Output;

        /// <summary>Answers the pending re-INVITE with a 2xx and repeats it until its ACK.</summary>
        public sealed record BeginAnswer(SipResponse Response) : Output;

        public sealed record EndAnswer : Output;

        /// <summary>Refuses a request that came at the wrong time: 491, or 500 with Retry-After.</summary>
        public sealed record Refuse(SipRequest Request, int Status) : Output;

        /// <summary>Answers the pending re-INVITE with 487.</summary>
        public sealed record RefusePending : Output;

        public sealed record StartGlare : Output;

        public sealed record StopGlare : Output;

        public sealed record IndicateOffer(SipRequest Request) : Output;

        public sealed record IndicateAck(SipRequest Ack) : Output;

        public sealed record IndicateModified(SipResponse Response, bool AnswerOwed) : Output;

        /// <summary>Our re-INVITE failed; the session is as it was.</summary>
        public sealed record IndicateRefused(CallEnd Why) : Output;

        /// <summary>The failure ends the usage (RFC 5057 5.1, RFC 3261 14.1).</summary>
        public sealed record LoseUsage(CallEnd Why) : Output;

        /// <summary>Nothing is done, and this is why.</summary>
        public sealed record Ignored(string Why) : Output
        {
            public static readonly Ignored Absorbed = new("absorbed");
            public static readonly Ignored Unexpected = new("unexpected message");
            public static readonly Ignored Misuse = new("not possible in this state");
        }
    }

    public static Transition Handle(State state, Input input) => (state, input) switch
    {
        (State.Over, _) => InOver(state, input),
        (_, Input.UsageEnded) => EndUsage(state),
        (State.Idle idle, _) => InIdle(idle, input),
        (State.Offering offering, _) => InOffering(offering, input),
        (State.AnswerOwed owed, _) => InAnswerOwed(owed, input),
        (State.BackingOff backing, _) => InBackingOff(backing, input),
        (State.Offered offered, _) => InOffered(offered, input),
        (State.AwaitingAck awaiting, _) => InAwaitingAck(awaiting, input),
        _ => Otherwise(state, input),
    };

    private static Transition InIdle(State.Idle state, Input input) => input switch
    {
        Input.Reinvite(var offer) => new(new State.Offering(offer), [new Output.SendReinvite(offer)]),
        Input.OfferReceived(var request) => new(new State.Offered(null), [new Output.IndicateOffer(request)]),
        Input.AckReceived or Input.Withdrawn => new(state, [Output.Ignored.Absorbed]),
        _ => Otherwise(state, input),
    };

    private static Transition InOffering(State.Offering state, Input input) => input switch
    {
        Input.Success(var response) when state.Offer is null => new(
            new State.AnswerOwed(), [new Output.IndicateModified(response, true)]),
        Input.Success(var response) => new(
            new State.Idle(), [new Output.SendAck(null), new Output.IndicateModified(response, false)]),
        Input.Pending => new(new State.BackingOff(state.Offer), [new Output.StartGlare()]),
        Input.Failure(var response) => Fail(new CallEnd(EndedBy.Refusal, response)),
        Input.Unanswered(var by) => Fail(new CallEnd(by)),
        Input.OfferReceived(var request) => new(state, [new Output.Refuse(request, 491)]),
        Input.AckReceived or Input.Withdrawn => new(state, [Output.Ignored.Absorbed]),
        _ => Otherwise(state, input),
    };

    private static Transition InAnswerOwed(State.AnswerOwed state, Input input) => input switch
    {
        Input.Acknowledge(var answer) => new(new State.Idle(), [new Output.SendAck(answer)]),
        Input.OfferReceived(var request) => new(state, [new Output.Refuse(request, 491)]),
        Input.Success or Input.AckReceived or Input.Withdrawn or Input.Unanswered => new(state, [Output.Ignored.Absorbed]),
        _ => Otherwise(state, input),
    };

    private static Transition InBackingOff(State.BackingOff state, Input input) => input switch
    {
        Input.GlareExpired => new(new State.Offering(state.Offer), [new Output.SendReinvite(state.Offer)]),
        Input.OfferReceived(var request) => new(
            new State.Offered(new Wanted(state.Offer)), [new Output.StopGlare(), new Output.IndicateOffer(request)]),
        Input.Reinvite(var offer) => new(new State.BackingOff(offer), []),
        Input.AckReceived or Input.Withdrawn => new(state, [Output.Ignored.Absorbed]),
        _ => Otherwise(state, input),
    };

    private static Transition InOffered(State.Offered state, Input input) => input switch
    {
        Input.Answer(var response, true) => new(
            new State.AwaitingAck(state.Next), [new Output.BeginAnswer(response)]),
        Input.Answer(var response, false) => Continue(state.Next, [new Output.Respond(response)]),
        Input.Withdrawn => Continue(state.Next, [new Output.RefusePending()]),
        // RFC 3261 14.2: a second INVITE before the first is answered.
        Input.OfferReceived(var request) => new(state, [new Output.Refuse(request, 500)]),
        Input.Reinvite(var offer) => new(state with { Next = new Wanted(offer) }, []),
        Input.AckReceived => new(state, [Output.Ignored.Absorbed]),
        _ => Otherwise(state, input),
    };

    private static Transition InAwaitingAck(State.AwaitingAck state, Input input) => input switch
    {
        Input.AckReceived(var ack) => Continue(state.Next, [new Output.EndAnswer(), new Output.IndicateAck(ack)]),
        Input.AckOverdue => new(new State.Idle(), [new Output.LoseUsage(new CallEnd(EndedBy.NoAck))]),
        Input.OfferReceived(var request) => new(state, [new Output.Refuse(request, 491)]),
        Input.Reinvite(var offer) => new(state with { Next = new Wanted(offer) }, []),
        Input.Withdrawn => new(state, [Output.Ignored.Absorbed]),
        _ => Otherwise(state, input),
    };

    private static Transition InOver(State state, Input input) => input switch
    {
        // A 2xx is acknowledged even when the call has ended meanwhile (RFC 3261 13.2.2.4).
        Input.Success => new(state, [new Output.SendAck(null)]),
        _ => new(state, [IsCommand(input) ? Output.Ignored.Misuse : Output.Ignored.Absorbed]),
    };

    /// <summary>RFC 3261 15.1.2: what is pending is answered 487 when the BYE comes.</summary>
    private static Transition EndUsage(State state) => new(new State.Over(), state switch
    {
        State.Offered => [new Output.RefusePending()],
        State.AwaitingAck => [new Output.EndAnswer()],
        State.AnswerOwed => [new Output.SendAck(null)],
        State.BackingOff => [new Output.StopGlare()],
        _ => [],
    });

    private static Transition Otherwise(State state, Input input) =>
        new(state, [IsCommand(input) ? Output.Ignored.Misuse : Output.Ignored.Unexpected]);

    private static bool IsCommand(Input input) => input is Input.Reinvite or Input.Acknowledge or Input.Answer;

    /// <summary>An exchange is closed; one that the user wanted meanwhile begins.</summary>
    private static Transition Continue(Wanted? next, ReadOnlySpan<Output> outputs) => next is null
        ? new(new State.Idle(), [.. outputs])
        : new(new State.Offering(next.Offer), [.. outputs, new Output.SendReinvite(next.Offer)]);

    /// <summary>Which failures of a re-INVITE end the usage: RFC 5057 5.1 and RFC 3261 12.2.1.2.</summary>
    private static Transition Fail(CallEnd why) => new(
        new State.Idle(),
        why.By is EndedBy.Refusal && why.Status is not (404 or 408 or 410 or 416 or 480 or 481 or 482 or 483 or 484 or 485 or 502 or 604)
            ? [new Output.IndicateRefused(why)]
            : [new Output.IndicateRefused(why), new Output.LoseUsage(why)]);
}
