using System.Collections.Immutable;
using System.Diagnostics;

namespace Gateway.Isdn.Transfer;

/// <summary>Which of the two calls of a transfer.</summary>
public enum TransferCall
{
    /// <summary>The call of the transferee, which the link identity is asked for.</summary>
    Primary,

    /// <summary>The call of the target.</summary>
    Secondary,
}

/// <summary>
/// The user who has the network join two calls: EN 300 369-1 V1.2.4, clause 9, served user, explicit linkage. Implicit linkage, two
/// B-channel transfer (GR-2865) and release link trunk (NIS-A211-1) are the same without the link identity.
/// </summary>
/// <remarks>The network clears both calls with cause 16; the result rides in a clearing message or goes ahead of it.</remarks>
public static class ExplicitCallTransfer
{
    private const byte NormalClearing = 16;

    public readonly record struct Transition(State Next, ImmutableArray<Output> Outputs);

    public abstract record State
    {
        private State()
        {
        }

        public sealed record Idle : State;

        /// <summary>EctLinkIdRequest is out on the primary call.</summary>
        public sealed record AwaitingLinkId : State;

        /// <summary>The operation that joins is out, on this call.</summary>
        public sealed record AwaitingExecution(TransferCall Asked) : State;

        /// <summary>The network cleared one call normally and has not said why.</summary>
        public sealed record OneCallCleared(TransferCall Cleared) : State;
    }

    public abstract record Input
    {
        private Input()
        {
        }

        /// <summary>Explicit linkage.</summary>
        public sealed record BeginWithLinkId : Input;

        /// <summary>One operation on one call is all it takes.</summary>
        public sealed record BeginAtOnce(TransferCall AskedOn) : Input;

        public sealed record LinkIdAllotted(int LinkId) : Input;

        public sealed record Executed : Input;

        /// <summary>Return error or reject of what is out.</summary>
        public sealed record Refused(TransferFailure Failure) : Input;

        public sealed record Expired(IsdnTimer Timer) : Input;

        /// <summary>The network cleared a call. Components of the clearing message come as inputs of their own before it.</summary>
        public sealed record Cleared(TransferCall Call, byte Cause) : Input;

        /// <summary>Whoever asked is no longer interested; what the network does cannot be taken back.</summary>
        public sealed record Abandon : Input;
    }

    public abstract record Output
    {
        private Output()
        {
        }

        /// <summary>EctLinkIdRequest on the primary call.</summary>
        public sealed record RequestLinkId : Output;

        /// <summary>ExplicitEctExecute on the secondary call.</summary>
        public sealed record ExecuteWithLinkId(int LinkId) : Output;

        /// <summary>The operation of the variant that needs no link identity.</summary>
        public sealed record Execute(TransferCall On) : Output;

        public sealed record StartTimer(IsdnTimer Timer) : Output;

        public sealed record StopTimer(IsdnTimer Timer) : Output;

        public sealed record Succeeded : Output;

        public sealed record Failed(TransferFailure Failure) : Output;
    }

    public static readonly State Initial = new State.Idle();

    public static Transition Handle(State state, Input input) => state switch
    {
        State.Idle s => InIdle(s, input),
        State.AwaitingLinkId s => InAwaitingLinkId(s, input),
        State.AwaitingExecution s => InAwaitingExecution(s, input),
        State.OneCallCleared s => InOneCallCleared(s, input),
        _ => throw new UnreachableException(),
    };

    private static Transition InIdle(State.Idle state, Input input) => input switch
    {
        Input.BeginWithLinkId => To(
            new State.AwaitingLinkId(), new Output.RequestLinkId(), new Output.StartTimer(IsdnTimer.EctLinkId)),
        Input.BeginAtOnce begin => To(
            new State.AwaitingExecution(begin.AskedOn), new Output.Execute(begin.AskedOn), new Output.StartTimer(IsdnTimer.EctExecution)),
        _ => To(state),
    };

    private static Transition InAwaitingLinkId(State.AwaitingLinkId state, Input input) => input switch
    {
        Input.LinkIdAllotted allotted => To(
            new State.AwaitingExecution(TransferCall.Secondary),
            new Output.StopTimer(IsdnTimer.EctLinkId),
            new Output.ExecuteWithLinkId(allotted.LinkId),
            new Output.StartTimer(IsdnTimer.EctExecution)),
        Input.Refused refused => End(IsdnTimer.EctLinkId, refused.Failure),
        Input.Expired { Timer: IsdnTimer.EctLinkId } expired => To(
            new State.Idle(), new Output.Failed(new TransferFailure.TimedOut(expired.Timer))),
        Input.Cleared cleared => End(IsdnTimer.EctLinkId, new TransferFailure.CallCleared(cleared.Cause)),
        Input.Abandon => To(new State.Idle(), new Output.StopTimer(IsdnTimer.EctLinkId)),
        Input.BeginWithLinkId or Input.BeginAtOnce => throw new CommandInWrongStateException(state, input),
        _ => To(state),
    };

    private static Transition InAwaitingExecution(State.AwaitingExecution state, Input input) => input switch
    {
        Input.Executed => End(IsdnTimer.EctExecution),
        Input.Refused refused => End(IsdnTimer.EctExecution, refused.Failure),
        Input.Expired { Timer: IsdnTimer.EctExecution } expired => To(
            new State.Idle(), new Output.Failed(new TransferFailure.TimedOut(expired.Timer))),
        // Some networks clear both calls and say nothing; and the call that carries the result may come second.
        Input.Cleared { Cause: NormalClearing } cleared => To(new State.OneCallCleared(cleared.Call)),
        Input.Cleared cleared => End(IsdnTimer.EctExecution, new TransferFailure.CallCleared(cleared.Cause)),
        Input.Abandon => To(new State.Idle(), new Output.StopTimer(IsdnTimer.EctExecution)),
        Input.BeginWithLinkId or Input.BeginAtOnce => throw new CommandInWrongStateException(state, input),
        _ => To(state),
    };

    private static Transition InOneCallCleared(State.OneCallCleared state, Input input) => input switch
    {
        Input.Executed => End(IsdnTimer.EctExecution),
        Input.Refused refused => End(IsdnTimer.EctExecution, refused.Failure),
        Input.Cleared { Cause: NormalClearing } cleared when cleared.Call != state.Cleared => End(IsdnTimer.EctExecution),
        Input.Cleared cleared when cleared.Call != state.Cleared => End(
            IsdnTimer.EctExecution, new TransferFailure.CallCleared(cleared.Cause)),
        Input.Expired { Timer: IsdnTimer.EctExecution } => To(
            new State.Idle(), new Output.Failed(new TransferFailure.CallCleared(NormalClearing))),
        Input.Abandon => To(new State.Idle(), new Output.StopTimer(IsdnTimer.EctExecution)),
        Input.BeginWithLinkId or Input.BeginAtOnce => throw new CommandInWrongStateException(state, input),
        _ => To(state),
    };

    private static Transition End(IsdnTimer running) =>
        To(new State.Idle(), new Output.StopTimer(running), new Output.Succeeded());

    private static Transition End(IsdnTimer running, TransferFailure failure) =>
        To(new State.Idle(), new Output.StopTimer(running), new Output.Failed(failure));

    private static Transition To(State next, params ImmutableArray<Output> outputs) => new(next, outputs);
}
