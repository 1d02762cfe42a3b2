using Transition = Gateway.H323.Transition<Gateway.H323.Control.OutgoingLogicalChannel.State, Gateway.H323.Control.OutgoingLogicalChannel.Output>;

namespace Gateway.H323.Control;

/// <summary>A channel we transmit on. ITU-T H.245 (05/2011) C.4, the SDL of the outgoing LCSE.</summary>
public static class OutgoingLogicalChannel
{
    public abstract record State
    {
        private State() { }

        public sealed record Released : State;

        public sealed record AwaitingEstablishment : State;

        public sealed record Established : State;

        public sealed record AwaitingRelease : State;
    }

    public abstract record Input
    {
        private Input() { }

        public sealed record EstablishRequest : Input;

        public sealed record ReleaseRequest : Input;

        /// <summary>Fast Connect opened it without H.245 messages (H.323 (12/2009) 8.1.7).</summary>
        public sealed record FastConnected : Input;

        public sealed record OpenAcknowledge : Input;

        public sealed record OpenReject : Input;

        public sealed record CloseAcknowledge : Input;

        public sealed record Expired(H323Timer Timer) : Input;
    }

    public abstract record Output
    {
        private Output() { }

        public sealed record SendOpen : Output;

        public sealed record SendClose : Output;

        public sealed record StartTimer(H323Timer Timer) : Output;

        public sealed record StopTimer(H323Timer Timer) : Output;

        public sealed record ConfirmEstablished : Output;

        public sealed record ConfirmReleased : Output;

        /// <summary>The peer refused or the procedure failed.</summary>
        public sealed record IndicateReleased : Output;
    }

    public static readonly State Initial = new State.Released();

    public static Transition Handle(State state, Input input) => state switch
    {
        State.Released s => InReleased(s, input),
        State.AwaitingEstablishment s => InAwaitingEstablishment(s, input),
        State.Established s => InEstablished(s, input),
        State.AwaitingRelease s => InAwaitingRelease(s, input),
        _ => throw new CommandInWrongStateException(input, state),
    };

    private static Transition InReleased(State.Released state, Input input) => input switch
    {
        Input.EstablishRequest => To(new State.AwaitingEstablishment(), new Output.SendOpen(), new Output.StartTimer(H323Timer.T103)),
        Input.FastConnected => To(new State.Established()),
        _ => To(state),
    };

    private static Transition InAwaitingEstablishment(State.AwaitingEstablishment state, Input input) => input switch
    {
        Input.OpenAcknowledge => To(new State.Established(), new Output.StopTimer(H323Timer.T103), new Output.ConfirmEstablished()),
        Input.OpenReject or Input.CloseAcknowledge => To(
            new State.Released(), new Output.StopTimer(H323Timer.T103), new Output.IndicateReleased()),
        Input.ReleaseRequest => To(
            new State.AwaitingRelease(), new Output.StopTimer(H323Timer.T103), new Output.SendClose(), new Output.StartTimer(H323Timer.T103)),
        Input.Expired { Timer: H323Timer.T103 } => To(new State.Released(), new Output.SendClose(), new Output.IndicateReleased()),
        Input.EstablishRequest or Input.FastConnected => throw new CommandInWrongStateException(input, state),
        _ => To(state),
    };

    private static Transition InEstablished(State.Established state, Input input) => input switch
    {
        Input.ReleaseRequest => To(new State.AwaitingRelease(), new Output.SendClose(), new Output.StartTimer(H323Timer.T103)),
        Input.OpenReject or Input.CloseAcknowledge => To(new State.Released(), new Output.IndicateReleased()),
        Input.EstablishRequest or Input.FastConnected => throw new CommandInWrongStateException(input, state),
        _ => To(state),
    };

    private static Transition InAwaitingRelease(State.AwaitingRelease state, Input input) => input switch
    {
        Input.CloseAcknowledge or Input.OpenReject => To(
            new State.Released(), new Output.StopTimer(H323Timer.T103), new Output.ConfirmReleased()),
        Input.Expired { Timer: H323Timer.T103 } => To(new State.Released(), new Output.ConfirmReleased()),
        Input.EstablishRequest or Input.FastConnected => throw new CommandInWrongStateException(input, state),
        _ => To(state),
    };

    private static Transition To(State next, params Output[] outputs) => new(next, outputs);
}
