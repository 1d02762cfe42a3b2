using Transition = Gateway.H323.Transition<Gateway.H323.Control.IncomingLogicalChannel.State, Gateway.H323.Control.IncomingLogicalChannel.Output>;

namespace Gateway.H323.Control;

/// <summary>A channel the peer transmits on. ITU-T H.245 (05/2011) C.4, the SDL of the incoming LCSE, unidirectional channels.</summary>
public static class IncomingLogicalChannel
{
    public abstract record State
    {
        private State() { }

        public sealed record Released : State;

        public sealed record AwaitingEstablishment : State;

        public sealed record Established : State;
    }

    public abstract record Input
    {
        private Input() { }

        public sealed record Open : Input;

        public sealed record Close : Input;

        /// <summary>Fast Connect opened it without H.245 messages (H.323 (12/2009) 8.1.7).</summary>
        public sealed record FastConnected : Input;

        public sealed record EstablishResponse : Input;

        /// <summary>The channel cannot be taken.</summary>
        public sealed record RejectRequest : Input;
    }

    public abstract record Output
    {
        private Output() { }

        public sealed record IndicateEstablish : Output;

        public sealed record IndicateReleased : Output;

        public sealed record SendOpenAcknowledge : Output;

        public sealed record SendOpenReject : Output;

        public sealed record SendCloseAcknowledge : Output;
    }

    public static readonly State Initial = new State.Released();

    public static Transition Handle(State state, Input input) => state switch
    {
        State.Released s => InReleased(s, input),
        State.AwaitingEstablishment s => InAwaitingEstablishment(s, input),
        State.Established s => InEstablished(s, input),
        _ => throw new CommandInWrongStateException(input, state),
    };

    private static Transition InReleased(State.Released state, Input input) => input switch
    {
        Input.Open => To(new State.AwaitingEstablishment(), new Output.IndicateEstablish()),
        Input.Close => To(state, new Output.SendCloseAcknowledge()),
        Input.FastConnected => To(new State.Established()),
        Input.EstablishResponse or Input.RejectRequest => throw new CommandInWrongStateException(input, state),
        _ => To(state),
    };

    private static Transition InAwaitingEstablishment(State.AwaitingEstablishment state, Input input) => input switch
    {
        Input.EstablishResponse => To(new State.Established(), new Output.SendOpenAcknowledge()),
        Input.RejectRequest => To(new State.Released(), new Output.SendOpenReject()),
        Input.Open => To(state, new Output.IndicateReleased(), new Output.IndicateEstablish()),
        Input.Close => To(new State.Released(), new Output.SendCloseAcknowledge(), new Output.IndicateReleased()),
        Input.FastConnected => throw new CommandInWrongStateException(input, state),
        _ => To(state),
    };

    private static Transition InEstablished(State.Established state, Input input) => input switch
    {
        Input.Close => To(new State.Released(), new Output.SendCloseAcknowledge(), new Output.IndicateReleased()),
        Input.Open => To(new State.AwaitingEstablishment(), new Output.IndicateReleased(), new Output.IndicateEstablish()),
        Input.EstablishResponse or Input.RejectRequest or Input.FastConnected => throw new CommandInWrongStateException(input, state),
        _ => To(state),
    };

    private static Transition To(State next, params Output[] outputs) => new(next, outputs);
}
