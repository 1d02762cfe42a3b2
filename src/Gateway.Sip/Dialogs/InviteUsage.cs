using System.Collections.Immutable;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Transition = Gateway.Sip.Transition<Gateway.Sip.Dialogs.InviteUsage.State, Gateway.Sip.Dialogs.InviteUsage.Output>;

namespace Gateway.Sip.Dialogs;

/// <summary>
/// The INVITE usage of a dialog, from the INVITE to the BYE: the dialog state machines of RFC 5407 (2008) section 2, Figures 1
/// (caller) and 2 (callee), over RFC 3261 (2002) 9, 13 and 15. Their states in brackets. Changes of the session meanwhile are
/// <see cref="SessionModification"/>.
/// </summary>
public static class InviteUsage
{
    public abstract record State
    {
        /// <summary>Caller [Preparative]: the INVITE is out.</summary>
        public sealed record Calling : State;

        /// <summary>Caller [Early]: a provisional response came, so a CANCEL may follow.</summary>
        public sealed record Ringing : State;

        /// <summary>Caller: the user gave up; the CANCEL is out, or waits for the first provisional response (RFC 3261 9.1).</summary>
        public sealed record Cancelling(bool Sent, ImmutableArray<Reason> Reasons) : State;

        /// <summary>Caller [Moratorium]: the 2xx brought an offer, and its ACK waits for the user's answer.</summary>
        public sealed record Answered : State;

        /// <summary>Callee [Preparative, Early]: the INVITE waits for the user's final response; see <see cref="ProvisionalResponses"/>.</summary>
        public sealed record Offered : State;

        /// <summary>Callee [Moratorium]: the 2xx is out and its ACK has not come.</summary>
        public sealed record AwaitingAck : State;

        /// <summary>Callee [Moratorium]: the user wants to leave, but a BYE must wait for the ACK (RFC 3261 15).</summary>
        public sealed record Leaving(ImmutableArray<Reason> Reasons) : State;

        /// <summary>[Established]</summary>
        public sealed record Established : State;

        /// <summary>[Mortal]: our BYE is out.</summary>
        public sealed record Mortal(CallEnd End) : State;

        /// <summary>[Morgue]: the usage is over; other usages of the dialog may live on.</summary>
        public sealed record Morgue : State;
    }

    public abstract record Input
    {
        public sealed record Provisional(SipResponse Response) : Input;

        /// <summary>The INVITE was refused for a reason that we can mend, and is out once more.</summary>
        public sealed record SentAgain : Input;

        /// <summary>The first 2xx to our INVITE.</summary>
        /// <param name="BringsOffer">Its ACK needs the user's answer.</param>
        public sealed record Success(SipResponse Response, bool BringsOffer) : Input;

        /// <summary>The same 2xx again: our ACK was lost.</summary>
        public sealed record SuccessAgain : Input;

        /// <summary>300 to 699 to our INVITE.</summary>
        public sealed record Failure(SipResponse Response) : Input;

        /// <summary>The INVITE transaction ended without a final response.</summary>
        public sealed record Unanswered(EndedBy By) : Input;

        public sealed record CancelTimeout : Input;

        public sealed record CancelReceived(SipRequest Cancel) : Input;

        public sealed record AckReceived(SipRequest Ack) : Input;

        public sealed record AckOverdue : Input;

        /// <summary>A reliable provisional response was never acknowledged (RFC 3262 3).</summary>
        public sealed record PrackOverdue : Input;

        public sealed record ByeReceived(SipRequest Bye) : Input;

        /// <summary>Our BYE was answered, or never will be.</summary>
        public sealed record ByeDone : Input;

        /// <summary>A request inside the dialog failed in a way that ends this usage (RFC 5057 5.1).</summary>
        public sealed record Lost(CallEnd End) : Input;

        /// <summary>User: 2xx.</summary>
        public sealed record Answer(SipResponse Response) : Input;

        /// <summary>User: 300 to 699.</summary>
        public sealed record Reject(SipResponse Response) : Input;

        /// <summary>User: the answer to the offer of a 2xx.</summary>
        public sealed record Acknowledge(SipContent? Content) : Input;

        /// <summary>User: leave, by whatever this state has for it (CANCEL, refusal or BYE).</summary>
        public sealed record Leave(ImmutableArray<Reason> Reasons) : Input;
    }

    public abstract record Output
    {
        /// <summary>Answers the INVITE.</summary>
        public sealed record Respond(SipResponse Response) : Output;

        /// <summary>Answers the INVITE with a status of the stack's own.</summary>
        public sealed record Refuse(int Status, ImmutableArray<Reason> Reasons) : Output;

        /// <summary>Sends a 2xx and repeats it until its ACK.</summary>
        public sealed record BeginAnswer(SipResponse Response) : Output;

        public sealed record EndAnswer : Output;

        public sealed record SendCancel(ImmutableArray<Reason> Reasons) : Output;

        public sealed record StopCancelTimeout : Output;

        public sealed record SendAck(SipContent? Content) : Output;

        public sealed record ResendAck : Output;

        public sealed record SendBye(ImmutableArray<Reason> Reasons) : Output;

        public sealed record IndicateProvisional(SipResponse Response) : Output;

        /// <param name="AnswerOwed">The 2xx brings an offer; the user acknowledges with the answer.</param>
        public sealed record IndicateAnswered(SipResponse Response, bool AnswerOwed) : Output;

        public sealed record IndicateAck(SipRequest Ack) : Output;

        public sealed record IndicateEnded(CallEnd End) : Output;

        /// <summary>Nothing is done, and this is why.</summary>
        public sealed record Ignored(string Why) : Output
        {
            public static readonly Ignored Absorbed = new("absorbed");
            public static readonly Ignored Unexpected = new("unexpected message");
            public static readonly Ignored Misuse = new("not possible in this state");
        }
    }

    public static Transition Handle(State state, Input input) => state switch
    {
        State.Calling calling => InCalling(calling, input),
        State.Ringing ringing => InRinging(ringing, input),
        State.Cancelling cancelling => InCancelling(cancelling, input),
        State.Answered answered => InAnswered(answered, input),
        State.Offered offered => InOffered(offered, input),
        State.AwaitingAck awaiting => InAwaitingAck(awaiting, input),
        State.Leaving leaving => InLeaving(leaving, input),
        State.Established established => InEstablished(established, input),
        State.Mortal mortal => InMortal(mortal, input),
        _ => InMorgue(state, input),
    };

    private static Transition InCalling(State.Calling state, Input input) => input switch
    {
        Input.Provisional(var response) => new(new State.Ringing(), [new Output.IndicateProvisional(response)]),
        Input.Success(var response, var offer) => Succeed(offer, response),
        Input.SentAgain => new(state, []),
        Input.Failure(var response) => End(new CallEnd(EndedBy.Refusal, response)),
        Input.Unanswered(var by) => End(new CallEnd(by)),
        Input.Leave(var reasons) => new(new State.Cancelling(false, reasons), []),
        _ => Otherwise(state, input),
    };

    private static Transition InRinging(State.Ringing state, Input input) => input switch
    {
        Input.Provisional(var response) => new(state, [new Output.IndicateProvisional(response)]),
        Input.Success(var response, var offer) => Succeed(offer, response),
        Input.SentAgain => new(new State.Calling(), []),
        Input.Failure(var response) => End(new CallEnd(EndedBy.Refusal, response)),
        Input.Unanswered(var by) => End(new CallEnd(by)),
        Input.Leave(var reasons) => new(new State.Cancelling(true, reasons), [new Output.SendCancel(reasons)]),
        // RFC 3261 15 forbids the callee a BYE here. It wants out all the same.
        Input.ByeReceived => new(
            new State.Cancelling(true, []), [new Output.SendCancel([])]),
        _ => Otherwise(state, input),
    };

    private static Transition InCancelling(State.Cancelling state, Input input) => input switch
    {
        Input.Provisional when !state.Sent => new(state with { Sent = true }, [new Output.SendCancel(state.Reasons)]),
        Input.Provisional => new(state, [Output.Ignored.Absorbed]),
        // The CANCEL came too late: the call exists and is ended properly.
        Input.Success => new(
            new State.Mortal(CallEnd.Ourselves),
            [new Output.StopCancelTimeout(), new Output.SendAck(null), new Output.SendBye(state.Reasons)]),
        Input.Failure or Input.Unanswered => new(
            new State.Morgue(), [new Output.StopCancelTimeout(), new Output.IndicateEnded(CallEnd.Ourselves)]),
        Input.CancelTimeout => End(CallEnd.Ourselves),
        Input.ByeReceived or Input.Leave => new(state, [Output.Ignored.Absorbed]),
        _ => Otherwise(state, input),
    };

    private static Transition InAnswered(State.Answered state, Input input) => input switch
    {
        Input.Acknowledge(var answer) => new(new State.Established(), [new Output.SendAck(answer)]),
        Input.SuccessAgain => new(state, [Output.Ignored.Absorbed]),
        Input.Leave(var reasons) => new(
            new State.Mortal(CallEnd.Ourselves), [new Output.SendAck(null), new Output.SendBye(reasons)]),
        Input.ByeReceived(var bye) => new(
            new State.Morgue(), [new Output.SendAck(null), new Output.IndicateEnded(new CallEnd(EndedBy.Bye, bye))]),
        Input.Lost(var end) => Abandon(end),
        _ => Otherwise(state, input),
    };

    private static Transition InOffered(State.Offered state, Input input) => input switch
    {
        Input.Answer(var response) => new(new State.AwaitingAck(), [new Output.BeginAnswer(response)]),
        Input.Reject(var response) => new(
            new State.Morgue(), [new Output.Respond(response), new Output.IndicateEnded(CallEnd.Ourselves)]),
        Input.Leave(var reasons) => new(
            new State.Morgue(), [new Output.Refuse(480, reasons), new Output.IndicateEnded(CallEnd.Ourselves)]),
        Input.CancelReceived(var cancel) => new(
            new State.Morgue(),
            [new Output.Refuse(487, []), new Output.IndicateEnded(new CallEnd(EndedBy.Cancel, cancel))]),
        Input.ByeReceived(var bye) => new(
            new State.Morgue(),
            [new Output.Refuse(487, []), new Output.IndicateEnded(new CallEnd(EndedBy.Bye, bye))]),
        Input.Unanswered(var by) => End(new CallEnd(by)),
        Input.PrackOverdue => new(
            new State.Morgue(), [new Output.Refuse(504, []), new Output.IndicateEnded(new CallEnd(EndedBy.NoAck))]),
        _ => Otherwise(state, input),
    };

    private static Transition InAwaitingAck(State.AwaitingAck state, Input input) => input switch
    {
        Input.AckReceived(var ack) => new(
            new State.Established(), [new Output.EndAnswer(), new Output.IndicateAck(ack)]),
        // RFC 3261 13.3.1.4: the dialog is confirmed, but the session should be ended.
        Input.AckOverdue => new(
            new State.Mortal(new CallEnd(EndedBy.NoAck)), [new Output.SendBye([])]),
        Input.Leave(var reasons) => new(new State.Leaving(reasons), []),
        Input.ByeReceived(var bye) => new(
            new State.Morgue(), [new Output.EndAnswer(), new Output.IndicateEnded(new CallEnd(EndedBy.Bye, bye))]),
        // RFC 3261 9.2: no effect after the final response.
        Input.CancelReceived => new(state, [Output.Ignored.Absorbed]),
        // The 2xx could not be sent once; its repetitions go on.
        Input.Unanswered => new(state, [Output.Ignored.Absorbed]),
        _ => Otherwise(state, input),
    };

    private static Transition InLeaving(State.Leaving state, Input input) => input switch
    {
        Input.AckReceived => new(
            new State.Mortal(CallEnd.Ourselves), [new Output.EndAnswer(), new Output.SendBye(state.Reasons)]),
        Input.AckOverdue => new(new State.Mortal(CallEnd.Ourselves), [new Output.SendBye(state.Reasons)]),
        Input.ByeReceived(var bye) => new(
            new State.Morgue(), [new Output.EndAnswer(), new Output.IndicateEnded(new CallEnd(EndedBy.Bye, bye))]),
        Input.CancelReceived or Input.Unanswered or Input.Leave => new(state, [Output.Ignored.Absorbed]),
        _ => Otherwise(state, input),
    };

    private static Transition InEstablished(State.Established state, Input input) => input switch
    {
        Input.Leave(var reasons) => new(new State.Mortal(CallEnd.Ourselves), [new Output.SendBye(reasons)]),
        Input.ByeReceived(var bye) => End(new CallEnd(EndedBy.Bye, bye)),
        Input.SuccessAgain => new(state, [new Output.ResendAck()]),
        Input.Lost(var end) => Abandon(end),
        Input.AckReceived or Input.CancelReceived or Input.Unanswered => new(state, [Output.Ignored.Absorbed]),
        _ => Otherwise(state, input),
    };

    private static Transition InMortal(State.Mortal state, Input input) => input switch
    {
        Input.ByeDone => End(state.End),
        Input.SuccessAgain => new(state, [new Output.ResendAck()]),
        // The BYEs crossed. Each is answered; ours still waits for its answer.
        Input.ByeReceived => new(state, [Output.Ignored.Absorbed]),
        Input.AckReceived or Input.CancelReceived or Input.Lost or Input.Unanswered or Input.Leave =>
            new(state, [Output.Ignored.Absorbed]),
        _ => Otherwise(state, input),
    };

    private static Transition InMorgue(State state, Input input) => input switch
    {
        // Until the peer has our ACK it repeats its 2xx, whatever became of the call.
        Input.SuccessAgain => new(state, [new Output.ResendAck()]),
        _ => new(state, [IsCommand(input) ? Output.Ignored.Misuse : Output.Ignored.Absorbed]),
    };

    private static Transition Otherwise(State state, Input input) =>
        new(state, [IsCommand(input) ? Output.Ignored.Misuse : Output.Ignored.Unexpected]);

    private static bool IsCommand(Input input) =>
        input is Input.Answer or Input.Reject or Input.Acknowledge or Input.Leave;

    private static Transition Succeed(bool offer, SipResponse response) => offer
        ? new(new State.Answered(), [new Output.IndicateAnswered(response, true)])
        : new(new State.Established(), [new Output.SendAck(null), new Output.IndicateAnswered(response, false)]);

    /// <summary>The peer has lost the usage; a BYE tells it so all the same (RFC 3261 12.2.1.2).</summary>
    private static Transition Abandon(CallEnd end) => new(new State.Mortal(end), [new Output.SendBye([])]);

    private static Transition End(CallEnd end) => new(new State.Morgue(), [new Output.IndicateEnded(end)]);
}
