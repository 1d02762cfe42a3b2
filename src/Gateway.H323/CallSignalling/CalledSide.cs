using Transition = Gateway.H323.Transition<Gateway.H323.CallSignalling.CalledSide.State, Gateway.H323.CallSignalling.CalledSide.Output>;

namespace Gateway.H323.CallSignalling;

/// <summary>
/// The side that receives SETUP. ITU-T Q.931 (05/1998) Annex A, user side, incoming call, in the subset of H.225.0 (12/2009) clause 7:
/// CONNECT is not acknowledged, so U8 does not occur, and RELEASE COMPLETE alone clears.
/// </summary>
public static class CalledSide
{
    public abstract record State
    {
        private State() { }

        public sealed record U0Null : State;

        public sealed record U6CallPresent : State;

        public sealed record U9IncomingCallProceeding : State;

        public sealed record U7CallReceived : State;

        public sealed record U10Active : State;
    }

    public abstract record Input
    {
        private Input() { }

        public sealed record Setup : Input;

        public sealed record ProceedingRequest : Input;

        public sealed record AlertingRequest : Input;

        public sealed record ProgressRequest : Input;

        public sealed record AnswerRequest : Input;

        public sealed record ReleaseRequest(int Cause) : Input;

        public sealed record ConnectionClosed : Input;

        public sealed record ReleaseComplete : Input;

        /// <summary>FACILITY, INFORMATION or NOTIFY: what they carry is dealt with elsewhere, the call state does not care.</summary>
        public sealed record Neutral : Input;

        public sealed record StatusEnquiry : Input;

        public sealed record Status(int CallState) : Input;

        /// <summary>A message that only the called side may send, or of a type that H.225.0 does not know.</summary>
        public sealed record WrongMessage(int MessageType, bool Known) : Input;
    }

    public abstract record Output
    {
        private Output() { }

        public sealed record CloseConnection : Output;

        public sealed record SendCallProceeding : Output;

        public sealed record SendAlerting : Output;

        public sealed record SendProgress : Output;

        public sealed record SendConnect : Output;

        public sealed record SendReleaseComplete(int Cause) : Output;

        /// <param name="Cause">30 response to STATUS ENQUIRY, 97 message type non-existent, 101 message not compatible with call state.</param>
        public sealed record SendStatus(int Cause, int CallState) : Output;

        public sealed record IndicateIncomingCall : Output;

        /// <param name="Cause">Null: as the RELEASE COMPLETE says.</param>
        public sealed record IndicateReleased(int? Cause) : Output;
    }

    public static readonly State Initial = new State.U0Null();

    public static Transition Handle(State state, Input input) => state switch
    {
        State.U0Null s => InU0Null(s, input),
        State.U6CallPresent s => InU6CallPresent(s, input),
        State.U9IncomingCallProceeding s => InU9IncomingCallProceeding(s, input),
        State.U7CallReceived s => InU7CallReceived(s, input),
        State.U10Active s => InU10Active(s, input),
        _ => throw new CommandInWrongStateException(input, state),
    };

    private static Transition InU0Null(State.U0Null state, Input input) => input switch
    {
        Input.Setup => To(new State.U6CallPresent(), new Output.IndicateIncomingCall()),
        Input.ProceedingRequest or Input.AlertingRequest or Input.ProgressRequest or Input.AnswerRequest or Input.ReleaseRequest
            => throw new CommandInWrongStateException(input, state),
        _ => To(state),
    };

    private static Transition InU6CallPresent(State.U6CallPresent state, Input input) => input switch
    {
        Input.ProceedingRequest => To(new State.U9IncomingCallProceeding(), new Output.SendCallProceeding()),
        Input.ProgressRequest => To(new State.U9IncomingCallProceeding(), new Output.SendCallProceeding(), new Output.SendProgress()),
        Input.AlertingRequest => To(new State.U7CallReceived(), new Output.SendAlerting()),
        Input.AnswerRequest => To(new State.U10Active(), new Output.SendConnect()),
        _ => Common(state, 6, input),
    };

    private static Transition InU9IncomingCallProceeding(State.U9IncomingCallProceeding state, Input input) => input switch
    {
        Input.ProceedingRequest => To(state),
        Input.ProgressRequest => To(state, new Output.SendProgress()),
        Input.AlertingRequest => To(new State.U7CallReceived(), new Output.SendAlerting()),
        Input.AnswerRequest => To(new State.U10Active(), new Output.SendConnect()),
        _ => Common(state, 9, input),
    };

    private static Transition InU7CallReceived(State.U7CallReceived state, Input input) => input switch
    {
        Input.ProceedingRequest => To(state),
        // ALERTING goes out once; early media that come later go in PROGRESS.
        Input.ProgressRequest or Input.AlertingRequest => To(state, new Output.SendProgress()),
        Input.AnswerRequest => To(new State.U10Active(), new Output.SendConnect()),
        _ => Common(state, 7, input),
    };

    private static Transition InU10Active(State.U10Active state, Input input) => Common(state, 10, input);

    /// <summary>What every state with a call does alike. <paramref name="callState"/> is the octet of the Call state element (4.5.7).</summary>
    private static Transition Common(State state, int callState, Input input) => input switch
    {
        Input.ReleaseComplete => To(new State.U0Null(), new Output.CloseConnection(), new Output.IndicateReleased(null)),
        Input.ReleaseRequest release => To(
            new State.U0Null(), new Output.SendReleaseComplete(release.Cause), new Output.CloseConnection(), new Output.IndicateReleased(release.Cause)),
        Input.ConnectionClosed => To(new State.U0Null(), new Output.IndicateReleased(CallingSide.DestinationOutOfOrder)),
        Input.Status { CallState: 0 } => To(new State.U0Null(), new Output.CloseConnection(), new Output.IndicateReleased(101)),
        Input.StatusEnquiry => To(state, new Output.SendStatus(30, callState)),
        Input.WrongMessage wrong => To(state, new Output.SendStatus(wrong.Known ? 101 : 97, callState)),
        Input.Setup => To(state, new Output.SendStatus(101, callState)),
        Input.ProceedingRequest or Input.AlertingRequest or Input.ProgressRequest or Input.AnswerRequest
            => throw new CommandInWrongStateException(input, state),
        _ => To(state),
    };

    private static Transition To(State next, params Output[] outputs) => new(next, outputs);
}
