using System.Collections.Immutable;
using System.Diagnostics;

namespace Gateway.Isdn.Transfer;

/// <summary>
/// The exchange that joins two calls and stays between them, as seen from one of the two: ECMA-178 3rd edition, clause 6.5,
/// transferring PINX by join. Telling is all it does: nothing is answered.
/// </summary>
public static class TransferByJoin
{
    public readonly record struct Transition(State Next, ImmutableArray<Output> Outputs);

    public abstract record State
    {
        private State()
        {
        }

        public sealed record CtIdle : State;

        /// <summary>This end knows that the other is being alerted.</summary>
        public sealed record CtAwaitAnswer : State;

        /// <summary>This end knows whom it is talking to.</summary>
        public sealed record CtJoined : State;
    }

    public abstract record Input
    {
        private Input()
        {
        }

        /// <summary>This end is now connected to somebody else, or to somebody who is not known yet to be the one who answers.</summary>
        public sealed record Announce(bool Alerting) : Input;

        public sealed record Cleared : Input;
    }

    public abstract record Output
    {
        private Output()
        {
        }

        /// <summary>callTransferComplete.</summary>
        public sealed record InvokeComplete(bool Alerting) : Output;

        /// <summary>callTransferActive.</summary>
        public sealed record InvokeActive : Output;
    }

    public static readonly State Initial = new State.CtIdle();

    public static Transition Handle(State state, Input input) => state switch
    {
        State.CtIdle => InCtIdle(state, input),
        State.CtAwaitAnswer => InCtAwaitAnswer(state, input),
        State.CtJoined => InCtJoined(state, input),
        _ => throw new UnreachableException(),
    };

    private static Transition InCtIdle(State state, Input input) => input switch
    {
        Input.Announce announce => Complete(announce),
        _ => To(state),
    };

    private static Transition InCtAwaitAnswer(State state, Input input) => input switch
    {
        Input.Announce { Alerting: false } => To(new State.CtJoined(), new Output.InvokeActive()),
        // Another party is alerted now.
        Input.Announce => To(state, new Output.InvokeComplete(Alerting: true)),
        _ => To(new State.CtIdle()),
    };

    private static Transition InCtJoined(State state, Input input) => input switch
    {
        // Transferred once more.
        Input.Announce announce => Complete(announce),
        _ => To(new State.CtIdle()),
    };

    private static Transition Complete(Input.Announce announce) => To(
        announce.Alerting ? new State.CtAwaitAnswer() : new State.CtJoined(), new Output.InvokeComplete(announce.Alerting));

    private static Transition To(State next, params ImmutableArray<Output> outputs) => new(next, outputs);
}
