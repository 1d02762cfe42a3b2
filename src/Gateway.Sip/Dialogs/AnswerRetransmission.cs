using Gateway.Codecs.Sip.Messages;
using Transition = Gateway.Sip.Transition<Gateway.Sip.Dialogs.AnswerRetransmission.State, Gateway.Sip.Dialogs.AnswerRetransmission.Output>;

namespace Gateway.Sip.Dialogs;

/// <summary>
/// The repetition of a 2xx to INVITE or re-INVITE by the UAS core until its ACK comes: RFC 3261 (2002) 13.3.1.4.
/// The transaction does not do it, because over several hops only the ends know that the ACK arrived.
/// </summary>
public static class AnswerRetransmission
{
    public abstract record State
    {
        /// <summary>The 2xx is out.</summary>
        public sealed record Repeating(SipResponse Answer, int Retransmissions) : State;

        public sealed record Done : State;
    }

    public abstract record Input
    {
        /// <summary>The ACK came, or the dialog ended.</summary>
        public sealed record Finished : Input;

        public sealed record Expired(SipTimer Timer) : Input;
    }

    public abstract record Output
    {
        public sealed record Send(SipResponse Answer) : Output;

        /// <param name="Doublings">How often the timer has fired already.</param>
        public sealed record Start(SipTimer Timer, int Doublings = 0) : Output;

        public sealed record Stop(SipTimer Timer) : Output;

        /// <summary>64*T1 passed without an ACK.</summary>
        public sealed record Overdue : Output;
    }

    /// <summary>The 2xx goes out for the first time.</summary>
    public static Transition Begin(SipResponse answer) => new(
        new State.Repeating(answer, 0),
        [new Output.Send(answer), new Output.Start(SipTimer.AnswerRetransmission), new Output.Start(SipTimer.AnswerTimeout)]);

    public static Transition Handle(State state, Input input) => state switch
    {
        State.Repeating repeating => InRepeating(repeating, input),
        _ => new(state, []),
    };

    private static Transition InRepeating(State.Repeating state, Input input) => input switch
    {
        Input.Expired(SipTimer.AnswerRetransmission) => new(
            state with { Retransmissions = state.Retransmissions + 1 },
            [
                new Output.Send(state.Answer),
                new Output.Start(SipTimer.AnswerRetransmission, state.Retransmissions + 1),
            ]),
        Input.Expired(SipTimer.AnswerTimeout) => new(
            new State.Done(), [new Output.Stop(SipTimer.AnswerRetransmission), new Output.Overdue()]),
        Input.Finished => new(
            new State.Done(),
            [new Output.Stop(SipTimer.AnswerRetransmission), new Output.Stop(SipTimer.AnswerTimeout)]),
        _ => new(state, []),
    };
}
