using Transition = Gateway.H323.Transition<Gateway.H323.Control.MasterSlaveDetermination.State, Gateway.H323.Control.MasterSlaveDetermination.Output>;

namespace Gateway.H323.Control;

/// <summary>
/// Which side decides conflicts. ITU-T H.245 (05/2011) C.2, the SDL of the MSDSE. Random numbers come with the inputs that may need one.
/// </summary>
public static class MasterSlaveDetermination
{
    /// <summary>N100, the tries before giving up (C.2.4).</summary>
    public const int N100 = 3;

    public abstract record State
    {
        private State() { }

        public sealed record Idle : State;

        /// <param name="Number">The statusDeterminationNumber we sent.</param>
        /// <param name="Tries">How often we have sent one, NCOUNT.</param>
        public sealed record OutgoingAwaitingResponse(int Number, int Tries) : State;

        /// <param name="Master">What we are, by our own reckoning.</param>
        public sealed record IncomingAwaitingResponse(bool Master) : State;
    }

    public abstract record Input
    {
        private Input() { }

        /// <param name="Draw">A fresh random number, 0 to 2^24 - 1.</param>
        public sealed record DetermineRequest(int Draw) : Input;

        /// <param name="OwnType">Our own terminalType.</param>
        public sealed record Determination(int TerminalType, int Number, int Draw, int OwnType) : Input;

        /// <param name="Master">The peer says that we are the master.</param>
        public sealed record Acknowledge(bool Master) : Input;

        public sealed record Reject(int Draw) : Input;

        public sealed record Release : Input;

        public sealed record Expired(H323Timer Timer) : Input;
    }

    public abstract record Output
    {
        private Output() { }

        public sealed record SendDetermination(int Number) : Output;

        /// <param name="PeerIsMaster">The decision tells the receiver what it is.</param>
        public sealed record SendAcknowledge(bool PeerIsMaster) : Output;

        /// <summary>Cause identicalNumbers.</summary>
        public sealed record SendReject : Output;

        public sealed record SendRelease : Output;

        public sealed record StartTimer(H323Timer Timer) : Output;

        public sealed record StopTimer(H323Timer Timer) : Output;

        public sealed record ConfirmDetermined(bool Master) : Output;

        public sealed record IndicateRejected : Output;
    }

    public static readonly State Initial = new State.Idle();

    public static Transition Handle(State state, Input input) => state switch
    {
        State.Idle s => InIdle(s, input),
        State.OutgoingAwaitingResponse s => InOutgoingAwaitingResponse(s, input),
        State.IncomingAwaitingResponse s => InIncomingAwaitingResponse(s, input),
        _ => throw new CommandInWrongStateException(input, state),
    };

    /// <summary>True when we are the master, null when the numbers decide nothing (C.2.4, H.245 7.2).</summary>
    public static bool? Compare(int peerType, int peerNumber, int ownType, int ownNumber)
    {
        if (peerType != ownType)
            return ownType > peerType;
        var difference = (peerNumber - ownNumber) & 0xFFFFFF;
        return difference is 0 or 0x800000 ? null : difference < 0x800000;
    }

    private static Transition InIdle(State.Idle state, Input input) => input switch
    {
        Input.DetermineRequest request => Send(request.Draw, 1),
        Input.Determination peer => Compare(peer.TerminalType, peer.Number, peer.OwnType, peer.Draw) is { } master
            ? Acknowledged(master)
            : To(state, new Output.SendReject()),
        _ => To(state),
    };

    private static Transition InOutgoingAwaitingResponse(State.OutgoingAwaitingResponse state, Input input) => input switch
    {
        Input.Acknowledge ack => To(
            new State.Idle(), new Output.StopTimer(H323Timer.T106), new Output.SendAcknowledge(!ack.Master), new Output.ConfirmDetermined(ack.Master)),
        Input.Determination peer => Compare(peer.TerminalType, peer.Number, peer.OwnType, state.Number) is { } master
            ? Acknowledged(master, new Output.StopTimer(H323Timer.T106))
            : Again(state, peer.Draw),
        Input.Reject reject => Again(state, reject.Draw),
        Input.Release => To(new State.Idle(), new Output.StopTimer(H323Timer.T106), new Output.IndicateRejected()),
        Input.Expired { Timer: H323Timer.T106 } => To(new State.Idle(), new Output.SendRelease(), new Output.IndicateRejected()),
        Input.DetermineRequest => throw new CommandInWrongStateException(input, state),
        _ => To(state),
    };

    private static Transition InIncomingAwaitingResponse(State.IncomingAwaitingResponse state, Input input) => input switch
    {
        Input.Acknowledge ack when ack.Master == state.Master => To(
            new State.Idle(), new Output.StopTimer(H323Timer.T106), new Output.ConfirmDetermined(state.Master)),
        Input.Acknowledge or Input.Reject or Input.Release or Input.Determination => To(
            new State.Idle(), new Output.StopTimer(H323Timer.T106), new Output.IndicateRejected()),
        Input.Expired { Timer: H323Timer.T106 } => To(new State.Idle(), new Output.IndicateRejected()),
        Input.DetermineRequest => throw new CommandInWrongStateException(input, state),
        _ => To(state),
    };

    private static Transition Acknowledged(bool master, params Output[] before) => To(
        new State.IncomingAwaitingResponse(master),
        [.. before, new Output.SendAcknowledge(!master), new Output.StartTimer(H323Timer.T106)]);

    private static Transition Again(State.OutgoingAwaitingResponse state, int draw) => state.Tries >= N100
        ? To(new State.Idle(), new Output.StopTimer(H323Timer.T106), new Output.IndicateRejected())
        : To(
            new State.OutgoingAwaitingResponse(draw, state.Tries + 1),
            new Output.StopTimer(H323Timer.T106), new Output.SendDetermination(draw), new Output.StartTimer(H323Timer.T106));

    private static Transition Send(int draw, int tries) => To(
        new State.OutgoingAwaitingResponse(draw, tries), new Output.SendDetermination(draw), new Output.StartTimer(H323Timer.T106));

    private static Transition To(State next, params Output[] outputs) => new(next, outputs);
}
