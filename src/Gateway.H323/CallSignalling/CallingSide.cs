using Transition = Gateway.H323.Transition<Gateway.H323.CallSignalling.CallingSide.State, Gateway.H323.CallSignalling.CallingSide.Output>;

namespace Gateway.H323.CallSignalling;

/// <summary>
/// The side that sends SETUP. ITU-T Q.931 (05/1998) Annex A, user side, outgoing call, in the subset of H.225.0 (12/2009) clause 7:
/// no DISCONNECT, RELEASE or CONNECT ACKNOWLEDGE, RELEASE COMPLETE alone clears, and one TCP connection per call.
/// </summary>
public static class CallingSide
{
    public abstract record State
    {
        private State() { }

        public sealed record U0Null : State;

        /// <summary>The TCP connection is being opened. Not a Q.931 state.</summary>
        public sealed record AwaitingConnection : State;

        public sealed record U1CallInitiated : State;

        public sealed record U2OverlapSending : State;

        /// <param name="Guard">T310, or T301 once PROGRESS said that T310 no longer applies.</param>
        public sealed record U3OutgoingCallProceeding(H323Timer Guard) : State;

        public sealed record U4CallDelivered : State;

        public sealed record U10Active : State;
    }

    public abstract record Input
    {
        private Input() { }

        public sealed record SetupRequest : Input;

        public sealed record ReleaseRequest(int Cause) : Input;

        public sealed record ConnectionOpened : Input;

        public sealed record ConnectionClosed : Input;

        public sealed record SetupAcknowledge : Input;

        public sealed record CallProceeding : Input;

        public sealed record Alerting : Input;

        public sealed record Progress : Input;

        public sealed record Connect : Input;

        public sealed record ReleaseComplete : Input;

        /// <summary>FACILITY, INFORMATION or NOTIFY: what they carry is dealt with elsewhere, the call state does not care.</summary>
        public sealed record Neutral : Input;

        public sealed record StatusEnquiry : Input;

        public sealed record Status(int CallState) : Input;

        /// <summary>A message that only the other side may send (SETUP), or of a type that H.225.0 does not know.</summary>
        public sealed record WrongMessage(int MessageType, bool Known) : Input;

        public sealed record Expired(H323Timer Timer) : Input;
    }

    public abstract record Output
    {
        private Output() { }

        public sealed record OpenConnection : Output;

        public sealed record CloseConnection : Output;

        public sealed record SendSetup : Output;

        public sealed record SendReleaseComplete(int Cause) : Output;

        /// <param name="Cause">30 response to STATUS ENQUIRY, 97 message type non-existent, 101 message not compatible with call state.</param>
        public sealed record SendStatus(int Cause, int CallState) : Output;

        public sealed record StartTimer(H323Timer Timer) : Output;

        public sealed record StopTimer(H323Timer Timer) : Output;

        public sealed record IndicateProceeding : Output;

        public sealed record IndicateAlerting : Output;

        public sealed record IndicateProgress : Output;

        public sealed record IndicateAnswered : Output;

        /// <param name="Cause">Null: as the RELEASE COMPLETE says.</param>
        public sealed record IndicateReleased(int? Cause) : Output;

        /// <summary>A message out of turn that gatekeepers and some endpoints repeat without harm; noted, not answered.</summary>
        public sealed record NoteRepeated : Output;
    }

    /// <summary>Q.850 cause for a destination whose signalling address does not take or keep the connection.</summary>
    public const int DestinationOutOfOrder = 27;

    /// <summary>Q.850 cause when a timer of this file ran out.</summary>
    public const int RecoveryOnTimerExpiry = 102;

    public static readonly State Initial = new State.U0Null();

    public static Transition Handle(State state, Input input) => state switch
    {
        State.U0Null s => InU0Null(s, input),
        State.AwaitingConnection s => InAwaitingConnection(s, input),
        State.U1CallInitiated s => InU1CallInitiated(s, input),
        State.U2OverlapSending s => InU2OverlapSending(s, input),
        State.U3OutgoingCallProceeding s => InU3OutgoingCallProceeding(s, input),
        State.U4CallDelivered s => InU4CallDelivered(s, input),
        State.U10Active s => InU10Active(s, input),
        _ => throw new CommandInWrongStateException(input, state),
    };

    private static Transition InU0Null(State.U0Null state, Input input) => input switch
    {
        Input.SetupRequest => To(new State.AwaitingConnection(), new Output.OpenConnection(), new Output.StartTimer(H323Timer.Connection)),
        Input.ReleaseRequest => throw new CommandInWrongStateException(input, state),
        _ => To(state),
    };

    private static Transition InAwaitingConnection(State.AwaitingConnection state, Input input) => input switch
    {
        Input.ConnectionOpened => To(
            new State.U1CallInitiated(), new Output.StopTimer(H323Timer.Connection), new Output.SendSetup(), new Output.StartTimer(H323Timer.T303)),
        Input.ConnectionClosed => To(new State.U0Null(), new Output.StopTimer(H323Timer.Connection), new Output.IndicateReleased(DestinationOutOfOrder)),
        Input.Expired { Timer: H323Timer.Connection } => To(
            new State.U0Null(), new Output.CloseConnection(), new Output.IndicateReleased(DestinationOutOfOrder)),
        Input.ReleaseRequest release => To(
            new State.U0Null(), new Output.StopTimer(H323Timer.Connection), new Output.CloseConnection(), new Output.IndicateReleased(release.Cause)),
        Input.SetupRequest => throw new CommandInWrongStateException(input, state),
        // Without a connection nothing can be received, and no other timer runs.
        _ => To(state),
    };

    private static Transition InU1CallInitiated(State.U1CallInitiated state, Input input) => input switch
    {
        Input.SetupAcknowledge => To(
            new State.U2OverlapSending(), new Output.StopTimer(H323Timer.T303), new Output.StartTimer(H323Timer.T304)),
        Input.CallProceeding => ToProceeding(H323Timer.T303),
        Input.Progress => ToProgressing(H323Timer.T303),
        Input.Alerting => ToDelivered(H323Timer.T303),
        Input.Connect => ToActive(H323Timer.T303),
        _ => Common(state, 1, H323Timer.T303, input),
    };

    private static Transition InU2OverlapSending(State.U2OverlapSending state, Input input) => input switch
    {
        Input.CallProceeding => ToProceeding(H323Timer.T304),
        Input.Progress => ToProgressing(H323Timer.T304),
        Input.Alerting => ToDelivered(H323Timer.T304),
        Input.Connect => ToActive(H323Timer.T304),
        Input.SetupAcknowledge => To(state, new Output.NoteRepeated()),
        _ => Common(state, 2, H323Timer.T304, input),
    };

    private static Transition InU3OutgoingCallProceeding(State.U3OutgoingCallProceeding state, Input input) => input switch
    {
        Input.Progress => ToProgressing(state.Guard),
        Input.Alerting => ToDelivered(state.Guard),
        Input.Connect => ToActive(state.Guard),
        Input.CallProceeding or Input.SetupAcknowledge => To(state, new Output.NoteRepeated()),
        _ => Common(state, 3, state.Guard, input),
    };

    private static Transition InU4CallDelivered(State.U4CallDelivered state, Input input) => input switch
    {
        Input.Progress => To(state, new Output.IndicateProgress()),
        Input.Connect => ToActive(H323Timer.T301),
        Input.Alerting or Input.CallProceeding or Input.SetupAcknowledge => To(state, new Output.NoteRepeated()),
        _ => Common(state, 4, H323Timer.T301, input),
    };

    private static Transition InU10Active(State.U10Active state, Input input) => input switch
    {
        Input.Progress => To(state, new Output.IndicateProgress()),
        Input.Connect or Input.Alerting or Input.CallProceeding or Input.SetupAcknowledge => To(state, new Output.NoteRepeated()),
        _ => Common(state, 10, null, input),
    };

    private static Transition ToProceeding(H323Timer running) => To(
        new State.U3OutgoingCallProceeding(H323Timer.T310),
        new Output.StopTimer(running), new Output.StartTimer(H323Timer.T310), new Output.IndicateProceeding());

    // 5.1.6 stops T310 at PROGRESS and leaves the call without any guard; T301 keeps watch instead.
    private static Transition ToProgressing(H323Timer running) => To(
        new State.U3OutgoingCallProceeding(H323Timer.T301),
        new Output.StopTimer(running), new Output.StartTimer(H323Timer.T301), new Output.IndicateProgress());

    private static Transition ToDelivered(H323Timer running) => To(
        new State.U4CallDelivered(), new Output.StopTimer(running), new Output.StartTimer(H323Timer.T301), new Output.IndicateAlerting());

    private static Transition ToActive(H323Timer running) => To(
        new State.U10Active(), new Output.StopTimer(running), new Output.IndicateAnswered());

    /// <summary>What every state with a connection does alike. <paramref name="callState"/> is the octet of the Call state element (4.5.7).</summary>
    private static Transition Common(State state, int callState, H323Timer? running, Input input) => input switch
    {
        Input.ReleaseComplete => Clear(running, new Output.CloseConnection(), new Output.IndicateReleased(null)),
        Input.ReleaseRequest release => Clear(
            running, new Output.SendReleaseComplete(release.Cause), new Output.CloseConnection(), new Output.IndicateReleased(release.Cause)),
        Input.ConnectionClosed => Clear(running, new Output.IndicateReleased(DestinationOutOfOrder)),
        Input.Expired expired when expired.Timer == running => Clear(
            null, new Output.SendReleaseComplete(RecoveryOnTimerExpiry), new Output.CloseConnection(), new Output.IndicateReleased(RecoveryOnTimerExpiry)),
        Input.Status { CallState: 0 } => Clear(running, new Output.CloseConnection(), new Output.IndicateReleased(101)),
        Input.StatusEnquiry => To(state, new Output.SendStatus(30, callState)),
        Input.WrongMessage wrong => To(state, new Output.SendStatus(wrong.Known ? 101 : 97, callState)),
        Input.SetupRequest => throw new CommandInWrongStateException(input, state),
        Input.ConnectionOpened => throw new CommandInWrongStateException(input, state),
        _ => To(state),
    };

    private static Transition Clear(H323Timer? running, params Output[] outputs) => To(
        new State.U0Null(), running is { } timer ? [new Output.StopTimer(timer), .. outputs] : outputs);

    private static Transition To(State next, params Output[] outputs) => new(next, outputs);
}
