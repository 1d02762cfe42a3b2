using System.Collections.Immutable;
using System.Diagnostics;

namespace Gateway.Isdn.Transfer;

/// <summary>
/// The exchange that has others carry out a transfer, as seen from one of its calls: ECMA-178 3rd edition, clause 6.5 and annex D,
/// transferring PINX by rerouteing; ECMA-300 2nd edition, clause 6.5, transferring PINX of a single step transfer.
/// </summary>
public static class TransferringPinx
{
    public readonly record struct Transition(State Next, ImmutableArray<Output> Outputs);

    public abstract record State
    {
        private State()
        {
        }

        public sealed record CtIdle : State;

        /// <summary>On the secondary call: callTransferIdentify is out.</summary>
        public sealed record CtAwaitIdentifyResponse : State;

        /// <summary>On the secondary call: its far end keeps an identity for us.</summary>
        public sealed record CtIdentified : State;

        /// <summary>On the primary call: callTransferInitiate or ssctInitiate is out.</summary>
        /// <param name="Timer">CT-T3, or T1 of a single step transfer that waits for the target's answer.</param>
        public sealed record CtAwaitInitiateResponse(IsdnTimer Timer) : State;
    }

    public abstract record Input
    {
        private Input()
        {
        }

        public sealed record IdentifyRequest : Input;

        /// <summary>By rerouteing or in a single step; the host knows which operation.</summary>
        /// <param name="AwaitConnect">The result comes only when the target answers.</param>
        public sealed record InitiateRequest(bool AwaitConnect) : Input;

        /// <summary>Return result of what is out.</summary>
        public sealed record Answered : Input;

        /// <summary>Return error or reject of what is out.</summary>
        public sealed record Refused(TransferFailure Failure) : Input;

        public sealed record AbandonRequest : Input;

        public sealed record Cleared(byte Cause) : Input;

        public sealed record Expired(IsdnTimer Timer) : Input;
    }

    public abstract record Output
    {
        private Output()
        {
        }

        public sealed record InvokeIdentify : Output;

        public sealed record InvokeInitiate : Output;

        public sealed record InvokeAbandon : Output;

        public sealed record StartTimer(IsdnTimer Timer) : Output;

        public sealed record StopTimer(IsdnTimer Timer) : Output;

        /// <summary>Pass on identity and rerouteing number.</summary>
        public sealed record Identified : Output;

        public sealed record Succeeded : Output;

        public sealed record Failed(TransferFailure Failure) : Output;
    }

    public static readonly State Initial = new State.CtIdle();

    public static Transition Handle(State state, Input input) => state switch
    {
        State.CtIdle s => InCtIdle(s, input),
        State.CtAwaitIdentifyResponse s => InCtAwaitIdentifyResponse(s, input),
        State.CtIdentified s => InCtIdentified(s, input),
        State.CtAwaitInitiateResponse s => InCtAwaitInitiateResponse(s, input),
        _ => throw new UnreachableException(),
    };

    private static Transition InCtIdle(State.CtIdle state, Input input) => input switch
    {
        Input.IdentifyRequest => To(
            new State.CtAwaitIdentifyResponse(), new Output.InvokeIdentify(), new Output.StartTimer(IsdnTimer.CtT1)),
        Input.InitiateRequest { AwaitConnect: var awaitConnect } => Initiate(awaitConnect ? IsdnTimer.SsctT1 : IsdnTimer.CtT3),
        _ => To(state),
    };

    private static Transition Initiate(IsdnTimer timer) => To(
        new State.CtAwaitInitiateResponse(timer), new Output.InvokeInitiate(), new Output.StartTimer(timer));

    private static Transition InCtAwaitIdentifyResponse(State.CtAwaitIdentifyResponse state, Input input) => input switch
    {
        Input.Answered => To(new State.CtIdentified(), new Output.StopTimer(IsdnTimer.CtT1), new Output.Identified()),
        Input.Refused refused => To(new State.CtIdle(), new Output.StopTimer(IsdnTimer.CtT1), new Output.Failed(refused.Failure)),
        Input.Expired { Timer: IsdnTimer.CtT1 } expired => To(
            new State.CtIdle(), new Output.InvokeAbandon(), new Output.Failed(new TransferFailure.TimedOut(expired.Timer))),
        Input.AbandonRequest => To(new State.CtIdle(), new Output.StopTimer(IsdnTimer.CtT1), new Output.InvokeAbandon()),
        Input.Cleared cleared => To(
            new State.CtIdle(), new Output.StopTimer(IsdnTimer.CtT1), new Output.Failed(new TransferFailure.CallCleared(cleared.Cause))),
        Input.IdentifyRequest or Input.InitiateRequest => throw new CommandInWrongStateException(state, input),
        _ => To(state),
    };

    private static Transition InCtIdentified(State.CtIdentified state, Input input) => input switch
    {
        Input.AbandonRequest => To(new State.CtIdle(), new Output.InvokeAbandon()),
        // The transfer went through and took this call with it, or its user hung up; basic call tells which cause.
        Input.Cleared => To(new State.CtIdle()),
        Input.IdentifyRequest or Input.InitiateRequest => throw new CommandInWrongStateException(state, input),
        _ => To(state),
    };

    private static Transition InCtAwaitInitiateResponse(State.CtAwaitInitiateResponse state, Input input) => input switch
    {
        Input.Answered => To(new State.CtIdle(), new Output.StopTimer(state.Timer), new Output.Succeeded()),
        Input.Refused refused => To(new State.CtIdle(), new Output.StopTimer(state.Timer), new Output.Failed(refused.Failure)),
        Input.Expired expired when expired.Timer == state.Timer => To(
            new State.CtIdle(), new Output.Failed(new TransferFailure.TimedOut(expired.Timer))),
        Input.AbandonRequest => To(new State.CtIdle(), new Output.StopTimer(state.Timer)),
        Input.Cleared cleared => To(
            new State.CtIdle(), new Output.StopTimer(state.Timer), new Output.Failed(new TransferFailure.CallCleared(cleared.Cause))),
        Input.IdentifyRequest or Input.InitiateRequest => throw new CommandInWrongStateException(state, input),
        _ => To(state),
    };

    private static Transition To(State next, params ImmutableArray<Output> outputs) => new(next, outputs);
}
