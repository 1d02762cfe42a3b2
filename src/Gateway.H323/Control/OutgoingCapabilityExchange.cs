using Transition = Gateway.H323.Transition<Gateway.H323.Control.OutgoingCapabilityExchange.State, Gateway.H323.Control.OutgoingCapabilityExchange.Output>;

namespace Gateway.H323.Control;

/// <summary>Tells the peer what we can do. ITU-T H.245 (05/2011) C.3, the SDL of the outgoing CESE. (The incoming CESE answers at once and keeps no state.)</summary>
public static class OutgoingCapabilityExchange
{
    public abstract record State
    {
        private State() { }

        /// <param name="Sequence">out_SQ, the number of the last set sent; 0 before the first.</param>
        public sealed record Idle(int Sequence) : State;

        public sealed record AwaitingResponse(int Sequence) : State;
    }

    public abstract record Input
    {
        private Input() { }

        public sealed record TransferRequest : Input;

        public sealed record Acknowledge(int Sequence) : Input;

        public sealed record Reject(int Sequence) : Input;

        public sealed record Expired(H323Timer Timer) : Input;
    }

    public abstract record Output
    {
        private Output() { }

        public sealed record SendCapabilitySet(int Sequence) : Output;

        public sealed record SendRelease : Output;

        public sealed record StartTimer(H323Timer Timer) : Output;

        public sealed record StopTimer(H323Timer Timer) : Output;

        public sealed record ConfirmTransferred : Output;

        public sealed record IndicateRejected : Output;
    }

    public static readonly State Initial = new State.Idle(0);

    public static Transition Handle(State state, Input input) => state switch
    {
        State.Idle s => InIdle(s, input),
        State.AwaitingResponse s => InAwaitingResponse(s, input),
        _ => throw new CommandInWrongStateException(input, state),
    };

    private static Transition InIdle(State.Idle state, Input input) => input switch
    {
        Input.TransferRequest => Send(state.Sequence),
        _ => To(state),
    };

    private static Transition InAwaitingResponse(State.AwaitingResponse state, Input input) => input switch
    {
        Input.Acknowledge ack when ack.Sequence == state.Sequence => To(
            new State.Idle(state.Sequence), new Output.StopTimer(H323Timer.T101), new Output.ConfirmTransferred()),
        Input.Reject reject when reject.Sequence == state.Sequence => To(
            new State.Idle(state.Sequence), new Output.StopTimer(H323Timer.T101), new Output.IndicateRejected()),
        Input.Expired { Timer: H323Timer.T101 } => To(new State.Idle(state.Sequence), new Output.SendRelease(), new Output.IndicateRejected()),
        // C.3 lets a new set overtake one that is not answered yet; the number tells the answers apart.
        Input.TransferRequest => Send(state.Sequence, new Output.StopTimer(H323Timer.T101)),
        _ => To(state),
    };

    private static Transition Send(int last, params Output[] before)
    {
        var sequence = (last + 1) & 0xFF;
        return To(
            new State.AwaitingResponse(sequence), [.. before, new Output.SendCapabilitySet(sequence), new Output.StartTimer(H323Timer.T101)]);
    }

    private static Transition To(State next, params Output[] outputs) => new(next, outputs);
}
