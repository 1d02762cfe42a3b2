using System.Collections.Immutable;
using System.Diagnostics;
using Gateway.Codecs.Isdn.Facility;

namespace Gateway.Isdn.Transfer;

/// <summary>
/// The exchange of the user who is to be called: ECMA-178 3rd edition, clause 6.5 and annex D, secondary PINX. On the secondary call it
/// gives out an identity and waits for it; on the new call it answers callTransferSetup.
/// </summary>
public static class SecondaryPinx
{
    public readonly record struct Transition(State Next, ImmutableArray<Output> Outputs);

    public abstract record State
    {
        private State()
        {
        }

        public sealed record CtIdle : State;

        /// <summary>On the secondary call: somebody above chooses the identity.</summary>
        public sealed record CtAwaitIdentity(int InvokeId) : State;

        /// <summary>On the secondary call: the identity is out.</summary>
        public sealed record CtAwaitSetup : State;

        /// <summary>On the new call: callTransferSetup waits for the answer.</summary>
        public sealed record CtAwaitConnect(int InvokeId) : State;
    }

    public abstract record Input
    {
        private Input()
        {
        }

        public sealed record Identify(int InvokeId) : Input;

        public sealed record IdentityChosen : Input;

        public sealed record Refuse(Code Error) : Input;

        public sealed record Abandon : Input;

        /// <summary>A new call has shown the identity that is out on this one.</summary>
        public sealed record IdentityShown : Input;

        /// <summary>callTransferSetup in the SETUP of this, the new, call.</summary>
        public sealed record Setup(int InvokeId) : Input;

        /// <summary>CONNECT is about to be sent on this call.</summary>
        public sealed record Connecting : Input;

        /// <summary>A clearing message is about to be sent on this call.</summary>
        public sealed record Disconnecting : Input;

        public sealed record Cleared : Input;

        public sealed record Expired(IsdnTimer Timer) : Input;
    }

    public abstract record Output
    {
        private Output()
        {
        }

        public sealed record IndicateIdentify : Output;

        /// <summary>FACILITY with identity and rerouteing number.</summary>
        public sealed record ReturnIdentity(int InvokeId) : Output;

        public sealed record ReturnError(int InvokeId, Code Error) : Output;

        /// <summary>The identity is no longer good.</summary>
        public sealed record ForgetIdentity : Output;

        /// <summary>Goes along in CONNECT.</summary>
        public sealed record ReturnSetupResult(int InvokeId) : Output;

        /// <summary>Goes along in the clearing message.</summary>
        public sealed record ReturnSetupError(int InvokeId) : Output;

        public sealed record IndicateSetup : Output;

        public sealed record StartTimer(IsdnTimer Timer) : Output;

        public sealed record StopTimer(IsdnTimer Timer) : Output;
    }

    public static readonly State Initial = new State.CtIdle();

    public static Transition Handle(State state, Input input) => state switch
    {
        State.CtIdle s => InCtIdle(s, input),
        State.CtAwaitIdentity s => InCtAwaitIdentity(s, input),
        State.CtAwaitSetup s => InCtAwaitSetup(s, input),
        State.CtAwaitConnect s => InCtAwaitConnect(s, input),
        _ => throw new UnreachableException(),
    };

    private static Transition InCtIdle(State.CtIdle state, Input input) => input switch
    {
        Input.Identify identify => To(new State.CtAwaitIdentity(identify.InvokeId), new Output.IndicateIdentify()),
        Input.Setup setup => To(new State.CtAwaitConnect(setup.InvokeId), new Output.IndicateSetup()),
        _ => To(state),
    };

    private static Transition InCtAwaitIdentity(State.CtAwaitIdentity state, Input input) => input switch
    {
        Input.IdentityChosen => To(
            new State.CtAwaitSetup(), new Output.ReturnIdentity(state.InvokeId), new Output.StartTimer(IsdnTimer.CtT2)),
        Input.Refuse refuse => To(new State.CtIdle(), new Output.ReturnError(state.InvokeId, refuse.Error)),
        Input.Abandon or Input.Cleared => To(new State.CtIdle(), new Output.ForgetIdentity()),
        Input.Identify again => To(state, InvalidCallState(again.InvokeId)),
        Input.Setup setup => To(state, InvalidCallState(setup.InvokeId)),
        _ => To(state),
    };

    private static Transition InCtAwaitSetup(State.CtAwaitSetup state, Input input) => input switch
    {
        Input.IdentityShown or Input.Abandon or Input.Cleared => To(
            new State.CtIdle(), new Output.StopTimer(IsdnTimer.CtT2), new Output.ForgetIdentity()),
        Input.Expired { Timer: IsdnTimer.CtT2 } => To(new State.CtIdle(), new Output.ForgetIdentity()),
        Input.Identify again => To(state, InvalidCallState(again.InvokeId)),
        Input.Setup setup => To(state, InvalidCallState(setup.InvokeId)),
        _ => To(state),
    };

    private static Transition InCtAwaitConnect(State.CtAwaitConnect state, Input input) => input switch
    {
        Input.Connecting => To(new State.CtIdle(), new Output.ReturnSetupResult(state.InvokeId)),
        Input.Disconnecting => To(new State.CtIdle(), new Output.ReturnSetupError(state.InvokeId)),
        Input.Refuse refuse => To(new State.CtIdle(), new Output.ReturnError(state.InvokeId, refuse.Error)),
        Input.Cleared => To(new State.CtIdle()),
        Input.Identify again => To(state, InvalidCallState(again.InvokeId)),
        Input.Setup setup => To(state, InvalidCallState(setup.InvokeId)),
        _ => To(state),
    };

    private static Output.ReturnError InvalidCallState(int invokeId) =>
        new(invokeId, Code.Local((int)GeneralError.InvalidCallState));

    private static Transition To(State next, params ImmutableArray<Output> outputs) => new(next, outputs);
}
