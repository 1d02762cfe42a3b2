using Gateway.Codecs.H323.H450;
using Transition = Gateway.H323.Transition<Gateway.H323.Transfer.TransferredEndpoint.State, Gateway.H323.Transfer.TransferredEndpoint.Output>;

namespace Gateway.H323.Transfer;

/// <summary>
/// The endpoint that is asked to call somebody else, B. ITU-T H.450.2 (02/1998) clauses 8 and 10, SDL of the transferred endpoint, on the
/// primary call. The new call is either placed by this stack, or by its user in another network; then the user says how it went.
/// </summary>
public static class TransferredEndpoint
{
    public abstract record State
    {
        private State() { }

        public sealed record CtIdle : State;

        /// <summary>Between the SDL's CT-INITIATE indication and response: the user decides.</summary>
        public sealed record CtAwaitInitiateDecision(int InvokeId, bool Consultation) : State;

        /// <param name="Consultation">The callIdentity is not empty: only an H.450.2 answer from the transferred-to endpoint will do.</param>
        public sealed record CtAwaitSetupResponse(int InvokeId, bool Consultation) : State;
    }

    public abstract record Input
    {
        private Input() { }

        /// <param name="Consultation">The callIdentity has digits.</param>
        /// <param name="CallActive">The primary call was answered.</param>
        public sealed record Initiate(int InvokeId, bool Consultation, bool CallActive) : Input;

        /// <summary>The user lets the stack place the new call.</summary>
        public sealed record AcceptRequest : Input;

        /// <summary>The user placed the new call elsewhere, and it is alerting or answered.</summary>
        public sealed record CompleteRequest : Input;

        public sealed record RefuseRequest(ErrorCode Error) : Input;

        /// <summary>Return result of callTransferSetup.</summary>
        public sealed record SetupResult : Input;

        /// <summary>Return error of callTransferSetup, or null for a reject.</summary>
        public sealed record SetupRefused(ErrorCode? Error) : Input;

        /// <summary>ALERTING or CONNECT of the new call without any answer to callTransferSetup.</summary>
        public sealed record NewCallProgressedSilently : Input;

        /// <summary>The new call ended before all this.</summary>
        public sealed record NewCallCleared : Input;

        public sealed record PrimaryCallCleared : Input;

        public sealed record Expired(H323Timer Timer) : Input;
    }

    public abstract record Output
    {
        private Output() { }

        public sealed record IndicateInitiate : Output;

        /// <summary>SETUP with callTransferSetup, interpretation clearCallIfAnyInvokePduNotRecognized.</summary>
        public sealed record PlaceNewCall : Output;

        public sealed record ClearNewCall : Output;

        public sealed record ReturnError(int InvokeId, ErrorCode Error) : Output;

        /// <summary>RELEASE COMPLETE of the primary call with the return result of callTransferInitiate.</summary>
        public sealed record ClearPrimaryCallWithResult(int InvokeId) : Output;

        /// <summary>The transfer that the user let the stack make.</summary>
        public sealed record IndicateSucceeded : Output;

        public sealed record IndicateFailed(ErrorCode Error) : Output;

        public sealed record StartTimer(H323Timer Timer) : Output;

        public sealed record StopTimer(H323Timer Timer) : Output;

        public sealed record NoteUnexpected : Output;
    }

    public static readonly State Initial = new State.CtIdle();

    public static Transition Handle(State state, Input input) => state switch
    {
        State.CtIdle s => InCtIdle(s, input),
        State.CtAwaitInitiateDecision s => InCtAwaitInitiateDecision(s, input),
        State.CtAwaitSetupResponse s => InCtAwaitSetupResponse(s, input),
        _ => throw new CommandInWrongStateException(input, state),
    };

    private static Transition InCtIdle(State.CtIdle state, Input input) => input switch
    {
        Input.Initiate { CallActive: true } initiate => To(
            new State.CtAwaitInitiateDecision(initiate.InvokeId, initiate.Consultation), new Output.IndicateInitiate()),
        Input.Initiate initiate => To(state, new Output.ReturnError(initiate.InvokeId, ErrorCode.InvalidCallState)),
        Input.SetupResult or Input.SetupRefused => To(state, new Output.NoteUnexpected()),
        Input.AcceptRequest or Input.CompleteRequest or Input.RefuseRequest => throw new CommandInWrongStateException(input, state),
        _ => To(state),
    };

    private static Transition InCtAwaitInitiateDecision(State.CtAwaitInitiateDecision state, Input input) => input switch
    {
        Input.AcceptRequest => To(
            new State.CtAwaitSetupResponse(state.InvokeId, state.Consultation), new Output.PlaceNewCall(), new Output.StartTimer(H323Timer.CtT4)),
        Input.CompleteRequest => To(new State.CtIdle(), new Output.ClearPrimaryCallWithResult(state.InvokeId)),
        Input.RefuseRequest refuse => To(new State.CtIdle(), new Output.ReturnError(state.InvokeId, refuse.Error)),
        Input.Initiate initiate => To(state, new Output.ReturnError(initiate.InvokeId, ErrorCode.InvalidCallState)),
        Input.PrimaryCallCleared => To(new State.CtIdle()),
        Input.SetupResult or Input.SetupRefused => To(state, new Output.NoteUnexpected()),
        _ => To(state),
    };

    private static Transition InCtAwaitSetupResponse(State.CtAwaitSetupResponse state, Input input) => input switch
    {
        Input.SetupResult => Succeeded(state),
        // 7.6: a transferred-to endpoint without H.450 answers nothing; alerting or answering says enough, unless it was to find its old call.
        Input.NewCallProgressedSilently when !state.Consultation => Succeeded(state),
        Input.NewCallProgressedSilently => Failed(state, ErrorCode.NotAvailable, true, new Output.ClearNewCall()),
        Input.SetupRefused refused => Failed(state, refused.Error ?? ErrorCode.NotAvailable, true, new Output.ClearNewCall()),
        Input.NewCallCleared => Failed(state, ErrorCode.EstablishmentFailure, true),
        Input.Expired { Timer: H323Timer.CtT4 } => Failed(state, ErrorCode.EstablishmentFailure, false, new Output.ClearNewCall()),
        Input.Initiate initiate => To(state, new Output.ReturnError(initiate.InvokeId, ErrorCode.InvalidCallState)),
        Input.RefuseRequest refuse => Failed(state, refuse.Error, true, new Output.ClearNewCall()),
        // The new call goes on as an ordinary one; there is nobody left to tell.
        Input.PrimaryCallCleared => To(new State.CtIdle(), new Output.StopTimer(H323Timer.CtT4)),
        Input.AcceptRequest or Input.CompleteRequest => throw new CommandInWrongStateException(input, state),
        _ => To(state),
    };

    private static Transition Succeeded(State.CtAwaitSetupResponse state) => To(
        new State.CtIdle(),
        new Output.StopTimer(H323Timer.CtT4), new Output.IndicateSucceeded(), new Output.ClearPrimaryCallWithResult(state.InvokeId));

    private static Transition Failed(State.CtAwaitSetupResponse state, ErrorCode error, bool running, params Output[] before)
    {
        List<Output> outputs = [];
        if (running)
            outputs.Add(new Output.StopTimer(H323Timer.CtT4));
        outputs.AddRange(before);
        outputs.Add(new Output.ReturnError(state.InvokeId, error));
        outputs.Add(new Output.IndicateFailed(error));
        return new Transition(new State.CtIdle(), outputs);
    }

    private static Transition To(State next, params Output[] outputs) => new(next, outputs);
}
