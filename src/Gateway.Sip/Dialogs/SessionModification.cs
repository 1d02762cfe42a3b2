using Gateway.Codecs.Sip.Messages;
using Transition = Gateway.Sip.Transition<Gateway.Sip.Dialogs.SessionModification.State, Gateway.Sip.Dialogs.SessionModification.Output>;

namespace Gateway.Sip.Dialogs;

/// <summary>
/// Changes of a session by re-INVITE and UPDATE, ours and the peer's: RFC 3261 (2002) 14 and RFC 3311 (2002) 5 with the offer rules
/// of RFC 6337 (2011). One offer is open at a time; 491 answers the other (glare).
/// </summary>
/// <remarks>One machine for each dialog, an early one too. What a PRACK offers is taken like an UPDATE (RFC 3262 (2002) 5).</remarks>
public static class SessionModification
{
    /// <summary>A change that we want: a re-INVITE, with an offer or asking for one, or an UPDATE, with an offer or without.</summary>
    public sealed record Wanted(SipContent? Offer, bool Update = false)
    {
        /// <summary>Further headers.</summary>
        public IReadOnlyList<SipHeader> Headers { get; init; } = [];

        /// <summary>Our name from now on (RFC 4916); null keeps it.</summary>
        public Gateway.Codecs.Sip.Headers.NameAddr? From { get; init; }

        /// <summary>Only keeps the session alive (RFC 4028); the user did not ask for it.</summary>
        public bool Refresh { get; init; }
    }

    public abstract record State
    {
        /// <summary>The offer and answer of the INVITE itself are not complete.</summary>
        /// <param name="OfferIsOurs">Our offer waits for its answer; else the peer's does, or there is none yet.</param>
        /// <param name="Pending">Our UPDATE without an offer that is out meanwhile.</param>
        public sealed record Opening(bool OfferIsOurs, Wanted? Pending = null) : State;

        public sealed record Idle : State;

        /// <summary>Our re-INVITE or UPDATE is out.</summary>
        public sealed record Offering(Wanted Change, Wanted? Next = null) : State;

        /// <summary>Our re-INVITE without an offer got one; its ACK waits for the user's answer.</summary>
        public sealed record AnswerOwed(Wanted? Next = null) : State;

        /// <summary>Our request met one of the peer's; it is repeated when the glare timer fires.</summary>
        public sealed record BackingOff(Wanted Change) : State;

        /// <summary>The peer's offer waits for the user's response.</summary>
        public sealed record Offered(Wanted? Next) : State;

        /// <summary>Our 2xx to the peer's re-INVITE is out and its ACK has not come.</summary>
        public sealed record AwaitingAck(Wanted? Next) : State;

        /// <summary>The usage is over.</summary>
        public sealed record Over : State;
    }

    public abstract record Input
    {
        /// <summary>Who offers what in the INVITE became known, or changed.</summary>
        public sealed record Opening(bool OfferIsOurs) : Input;

        /// <summary>The offer and answer of the INVITE are complete.</summary>
        public sealed record Opened : Input;

        /// <summary>The peer's re-INVITE, or its UPDATE or PRACK with an offer.</summary>
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

        /// <summary>User: a change.</summary>
        public sealed record Modify(Wanted Change) : Input;

        /// <summary>User: the answer to the offer of a 2xx.</summary>
        public sealed record Acknowledge(SipContent? Content) : Input;

        /// <summary>User: the final response to the peer's re-INVITE or UPDATE.</summary>
        /// <param name="Acknowledged">A 2xx to a re-INVITE, which will be acknowledged.</param>
        public sealed record Answer(SipResponse Response, bool Acknowledged) : Input;
    }

    public abstract record Output
    {
        public sealed record SendOffer(Wanted Change) : Output;

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

        /// <summary>Our request failed; the session is as it was.</summary>
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
        (State.Opening opening, _) => InOpening(opening, input),
        (State.Idle idle, _) => InIdle(idle, input),
        (State.Offering offering, _) => InOffering(offering, input),
        (State.AnswerOwed owed, _) => InAnswerOwed(owed, input),
        (State.BackingOff backing, _) => InBackingOff(backing, input),
        (State.Offered offered, _) => InOffered(offered, input),
        (State.AwaitingAck awaiting, _) => InAwaitingAck(awaiting, input),
        _ => Otherwise(state, input),
    };

    private static Transition InOpening(State.Opening state, Input input) => input switch
    {
        Input.Opening(var ours) => new(state with { OfferIsOurs = ours }, []),
        Input.Opened => new(state.Pending is { } pending ? new State.Offering(pending) : new State.Idle(), []),
        // RFC 3311 5.2: our own offer is unanswered, or we have not answered theirs.
        Input.OfferReceived(var request) => new(state, [new Output.Refuse(request, state.OfferIsOurs ? 491 : 500)]),
        // Without an offer an UPDATE is no exchange that could meet another.
        Input.Modify({ Update: true, Offer: null } change) when state.Pending is null => new(
            state with { Pending = change }, [new Output.SendOffer(change)]),
        Input.Success(var response) => new(state with { Pending = null }, [new Output.IndicateModified(response, false)]),
        Input.Pending(var response) => new(
            state with { Pending = null }, [new Output.IndicateRefused(new CallEnd(EndedBy.Refusal, response))]),
        Input.Failure(var response) => Fail(state with { Pending = null }, null, new CallEnd(EndedBy.Refusal, response)),
        Input.Unanswered(var by) => Fail(state with { Pending = null }, null, new CallEnd(by)),
        Input.AckReceived or Input.Withdrawn => new(state, [Output.Ignored.Absorbed]),
        _ => Otherwise(state, input),
    };

    private static Transition InIdle(State.Idle state, Input input) => input switch
    {
        Input.Modify(var change) => new(new State.Offering(change), [new Output.SendOffer(change)]),
        Input.OfferReceived(var request) => new(new State.Offered(null), [new Output.IndicateOffer(request)]),
        Input.AckReceived or Input.Withdrawn or Input.Opened => new(state, [Output.Ignored.Absorbed]),
        _ => Otherwise(state, input),
    };

    private static Transition InOffering(State.Offering state, Input input) => input switch
    {
        Input.Success(var response) when state.Change is { Offer: null, Update: false } => new(
            new State.AnswerOwed(state.Next), [new Output.IndicateModified(response, true)]),
        Input.Success(var response) when state.Change.Update => Continue(state.Next, [new Output.IndicateModified(response, false)]),
        Input.Success(var response) => Continue(state.Next, [new Output.SendAck(null), new Output.IndicateModified(response, false)]),
        Input.Pending => new(new State.BackingOff(state.Next ?? state.Change), [new Output.StartGlare()]),
        Input.Failure(var response) => Fail(null, state.Next, new CallEnd(EndedBy.Refusal, response)),
        Input.Unanswered(var by) => Fail(null, state.Next, new CallEnd(by)),
        Input.OfferReceived(var request) => new(state, [new Output.Refuse(request, 491)]),
        Input.Modify(var next) => new(state with { Next = next }, []),
        Input.AckReceived or Input.Withdrawn or Input.Opened => new(state, [Output.Ignored.Absorbed]),
        _ => Otherwise(state, input),
    };

    private static Transition InAnswerOwed(State.AnswerOwed state, Input input) => input switch
    {
        Input.Acknowledge(var answer) => Continue(state.Next, [new Output.SendAck(answer)]),
        // RFC 3261 14.2: our re-INVITE is not over; RFC 3311 5.2: the offer in its 2xx is not answered.
        Input.OfferReceived(var request) => new(state, [new Output.Refuse(request, request.Method == SipMethod.Invite ? 491 : 500)]),
        Input.Modify(var next) => new(state with { Next = next }, []),
        Input.Success or Input.AckReceived or Input.Withdrawn or Input.Unanswered => new(state, [Output.Ignored.Absorbed]),
        _ => Otherwise(state, input),
    };

    private static Transition InBackingOff(State.BackingOff state, Input input) => input switch
    {
        Input.GlareExpired => new(new State.Offering(state.Change), [new Output.SendOffer(state.Change)]),
        Input.OfferReceived(var request) => new(
            new State.Offered(state.Change), [new Output.StopGlare(), new Output.IndicateOffer(request)]),
        Input.Modify(var change) => new(new State.BackingOff(change), []),
        Input.AckReceived or Input.Withdrawn or Input.Opened => new(state, [Output.Ignored.Absorbed]),
        _ => Otherwise(state, input),
    };

    private static Transition InOffered(State.Offered state, Input input) => input switch
    {
        Input.Answer(var response, true) => new(
            new State.AwaitingAck(state.Next), [new Output.BeginAnswer(response)]),
        Input.Answer(var response, false) => Continue(state.Next, [new Output.Respond(response)]),
        Input.Withdrawn => Continue(state.Next, [new Output.RefusePending()]),
        // RFC 3261 14.2, RFC 3311 5.2: a second one before the first is answered.
        Input.OfferReceived(var request) => new(state, [new Output.Refuse(request, 500)]),
        Input.Modify(var next) => new(state with { Next = next }, []),
        Input.AckReceived or Input.Opened => new(state, [Output.Ignored.Absorbed]),
        _ => Otherwise(state, input),
    };

    private static Transition InAwaitingAck(State.AwaitingAck state, Input input) => input switch
    {
        Input.AckReceived(var ack) => Continue(state.Next, [new Output.EndAnswer(), new Output.IndicateAck(ack)]),
        Input.AckOverdue => new(new State.Idle(), [new Output.LoseUsage(new CallEnd(EndedBy.NoAck))]),
        Input.OfferReceived(var request) => new(state, [new Output.Refuse(request, 491)]),
        Input.Modify(var next) => new(state with { Next = next }, []),
        Input.Withdrawn or Input.Opened => new(state, [Output.Ignored.Absorbed]),
        _ => Otherwise(state, input),
    };

    private static Transition InOver(State state, Input input) => input switch
    {
        // A 2xx is acknowledged even when the call has ended meanwhile (RFC 3261 13.2.2.4).
        Input.Success({ CSeq.Method.Name: "INVITE" }) => new(state, [new Output.SendAck(null)]),
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

    private static bool IsCommand(Input input) => input is Input.Modify or Input.Acknowledge or Input.Answer;

    /// <summary>An exchange is closed; one that the user wanted meanwhile begins.</summary>
    private static Transition Continue(Wanted? next, ReadOnlySpan<Output> outputs) => next is null
        ? new(new State.Idle(), [.. outputs])
        : new(new State.Offering(next), [.. outputs, new Output.SendOffer(next)]);

    /// <summary>Which failures of a request end the usage: RFC 5057 5.1, RFC 3261 12.2.1.2, RFC 3311 5.3.</summary>
    /// <param name="stays">The state in which the request was no exchange; null for one that it closes.</param>
    private static Transition Fail(State? stays, Wanted? next, CallEnd why)
    {
        if (why.By is not EndedBy.Refusal || why.Status is 404 or 408 or 410 or 416 or 480 or 481 or 482 or 483 or 484 or 485 or 502 or 604)
        {
            return new(stays ?? new State.Idle(), [new Output.IndicateRefused(why), new Output.LoseUsage(why)]);
        }

        return stays is null ? Continue(next, [new Output.IndicateRefused(why)]) : new(stays, [new Output.IndicateRefused(why)]);
    }
}
