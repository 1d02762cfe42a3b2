using Gateway.Codecs.H323.H450;
using Transition = Gateway.H323.Transition<Gateway.H323.Transfer.TransferredToEndpoint.State, Gateway.H323.Transfer.TransferredToEndpoint.Output>;

namespace Gateway.H323.Transfer;

/// <summary>
/// The endpoint that is to be called, C. ITU-T H.450.2 (02/1998) clauses 8 and 10, SDL of the transferred-to endpoint: on the secondary
/// call it answers callTransferIdentify and waits, on the new call it answers callTransferSetup.
/// </summary>
public static class TransferredToEndpoint
{
    public abstract record State
    {
        private State() { }

        public sealed record CtIdle : State;

        /// <summary>Between the SDL's CT-IDENTIFY indication and response: the user decides.</summary>
        public sealed record CtAwaitIdentifyDecision(int InvokeId) : State;

        /// <summary>On the secondary call: a callIdentity is given out and waits for its SETUP.</summary>
        public sealed record CtAwaitSetup : State;

        /// <summary>On the new call: callTransferSetup is to be answered with the first of ALERTING and CONNECT.</summary>
        public sealed record CtAwaitAnswer(int InvokeId) : State;

        /// <summary>On the new call: callTransferSetup was answered in ALERTING.</summary>
        public sealed record CtAwaitConnect : State;
    }

    public abstract record Input
    {
        private Input() { }

        /// <param name="CallEstablished">The call is answered or alerting.</param>
        public sealed record Identify(int InvokeId, bool CallEstablished) : Input;

        public sealed record IdentifyResponse : Input;

        public sealed record IdentifyRefusal(ErrorCode Error) : Input;

        public sealed record Abandon : Input;

        /// <summary>A SETUP brought the callIdentity that waits on this, the secondary, call.</summary>
        public sealed record IdentityCalled : Input;

        /// <summary>callTransferSetup in the SETUP of this, the new, call.</summary>
        /// <param name="Identity">Whether its callIdentity was empty, or waits here, or is unknown.</param>
        public sealed record Setup(int InvokeId, CallIdentityMatch Identity) : Input;

        public sealed record AlertingSent : Input;

        public sealed record ConnectSent : Input;

        /// <summary>The user refuses the new call; called before RELEASE COMPLETE is built.</summary>
        public sealed record ReleaseSent : Input;

        public sealed record CallCleared : Input;

        public sealed record Expired(H323Timer Timer) : Input;
    }

    public abstract record Output
    {
        private Output() { }

        public sealed record IndicateIdentify : Output;

        public sealed record ReturnIdentifyResult(int InvokeId) : Output;

        public sealed record ReturnError(int InvokeId, ErrorCode Error) : Output;

        public sealed record ForgetIdentity : Output;

        public sealed record IndicateSetup : Output;

        /// <summary>Rides in the ALERTING or CONNECT that goes out now.</summary>
        public sealed record ReturnSetupResult(int InvokeId) : Output;

        /// <summary>RELEASE COMPLETE with the return error.</summary>
        public sealed record ClearNewCallWithError(int InvokeId, ErrorCode Error) : Output;

        public sealed record StartTimer(H323Timer Timer) : Output;

        public sealed record StopTimer(H323Timer Timer) : Output;
    }

    public static readonly State Initial = new State.CtIdle();

    public static Transition Handle(State state, Input input) => state switch
    {
        State.CtIdle s => InCtIdle(s, input),
        State.CtAwaitIdentifyDecision s => InCtAwaitIdentifyDecision(s, input),
        State.CtAwaitSetup s => InCtAwaitSetup(s, input),
        State.CtAwaitAnswer s => InCtAwaitAnswer(s, input),
        State.CtAwaitConnect s => InCtAwaitConnect(s, input),
        _ => throw new CommandInWrongStateException(input, state),
    };

    private static Transition InCtIdle(State.CtIdle state, Input input) => input switch
    {
        Input.Identify { CallEstablished: true } identify => To(
            new State.CtAwaitIdentifyDecision(identify.InvokeId), new Output.IndicateIdentify()),
        Input.Identify identify => To(state, new Output.ReturnError(identify.InvokeId, ErrorCode.InvalidCallState)),
        Input.Setup { Identity: CallIdentityMatch.Unknown } setup => To(
            state, new Output.ClearNewCallWithError(setup.InvokeId, ErrorCode.UnrecognizedCallIdentity)),
        Input.Setup setup => To(new State.CtAwaitAnswer(setup.InvokeId), new Output.IndicateSetup()),
        // The peer may have abandoned while the user was deciding: there is nobody left to answer.
        _ => To(state),
    };

    private static Transition InCtAwaitIdentifyDecision(State.CtAwaitIdentifyDecision state, Input input) => input switch
    {
        Input.IdentifyResponse => To(
            new State.CtAwaitSetup(), new Output.ReturnIdentifyResult(state.InvokeId), new Output.StartTimer(H323Timer.CtT2)),
        Input.IdentifyRefusal refusal => To(new State.CtIdle(), new Output.ReturnError(state.InvokeId, refusal.Error)),
        Input.Identify identify => To(state, new Output.ReturnError(identify.InvokeId, ErrorCode.InvalidCallState)),
        Input.Abandon or Input.CallCleared => To(new State.CtIdle()),
        _ => To(state),
    };

    private static Transition InCtAwaitSetup(State.CtAwaitSetup state, Input input) => input switch
    {
        Input.IdentityCalled or Input.Abandon or Input.CallCleared => To(
            new State.CtIdle(), new Output.StopTimer(H323Timer.CtT2), new Output.ForgetIdentity()),
        Input.Expired { Timer: H323Timer.CtT2 } => To(new State.CtIdle(), new Output.ForgetIdentity()),
        Input.Identify identify => To(state, new Output.ReturnError(identify.InvokeId, ErrorCode.InvalidCallState)),
        Input.IdentifyResponse or Input.IdentifyRefusal => throw new CommandInWrongStateException(input, state),
        _ => To(state),
    };

    private static Transition InCtAwaitAnswer(State.CtAwaitAnswer state, Input input) => input switch
    {
        Input.AlertingSent => To(new State.CtAwaitConnect(), new Output.ReturnSetupResult(state.InvokeId)),
        Input.ConnectSent => To(new State.CtIdle(), new Output.ReturnSetupResult(state.InvokeId)),
        Input.ReleaseSent => To(new State.CtIdle(), new Output.ReturnError(state.InvokeId, ErrorCode.NotAvailable)),
        Input.CallCleared => To(new State.CtIdle()),
        Input.Identify identify => To(state, new Output.ReturnError(identify.InvokeId, ErrorCode.InvalidCallState)),
        Input.IdentifyResponse or Input.IdentifyRefusal => throw new CommandInWrongStateException(input, state),
        _ => To(state),
    };

    private static Transition InCtAwaitConnect(State.CtAwaitConnect state, Input input) => input switch
    {
        Input.ConnectSent or Input.ReleaseSent or Input.CallCleared => To(new State.CtIdle()),
        Input.Identify identify => To(state, new Output.ReturnError(identify.InvokeId, ErrorCode.InvalidCallState)),
        Input.IdentifyResponse or Input.IdentifyRefusal => throw new CommandInWrongStateException(input, state),
        _ => To(state),
    };

    private static Transition To(State next, params Output[] outputs) => new(next, outputs);
}

/// <summary>What became of the callIdentity of a callTransferSetup.</summary>
public enum CallIdentityMatch
{
    /// <summary>None was given, or only spaces as H323Plus sends: an ordinary call.</summary>
    Empty,
    Waiting,
    Unknown,
}
