using Gateway.Codecs.Sip.Messages;
using static Gateway.Sip.Transactions.TransactionOutput;
using Transition = Gateway.Sip.Transition<Gateway.Sip.Transactions.InviteServerTransaction.State, Gateway.Sip.Transactions.TransactionOutput>;

namespace Gateway.Sip.Transactions;

/// <summary>
/// The INVITE server transaction: RFC 3261 (2002) Figure 7 with the Accepted state of RFC 6026 (2010) 7.1.
/// Timers G, H, I, L.
/// </summary>
public static class InviteServerTransaction
{
    public abstract record State
    {
        /// <summary>The INVITE came; <paramref name="Last"/> is the newest provisional response, sent again for each repeated INVITE.</summary>
        public sealed record Proceeding(SipResponse Last, bool Reliable) : State;

        /// <summary>A final response other than 2xx is out and wants its ACK.</summary>
        /// <param name="Retransmissions">How often Timer G fired.</param>
        public sealed record Completed(SipResponse Final, int Retransmissions) : State;

        /// <summary>The ACK came; its repetitions are absorbed until Timer I.</summary>
        public sealed record Confirmed : State;

        /// <summary>A 2xx is out; the TU repeats it. Repeated INVITEs are absorbed until Timer L.</summary>
        public sealed record Accepted : State;

        public sealed record Terminated : State;
    }

    public abstract record Input
    {
        /// <summary>The same INVITE again.</summary>
        public sealed record InviteAgain : Input;

        public sealed record Ack(SipRequest Request) : Input;

        /// <summary>1xx from the TU.</summary>
        public sealed record Provisional(SipResponse Response) : Input;

        /// <summary>2xx from the TU, the first one or a repetition.</summary>
        public sealed record Success(SipResponse Response) : Input;

        /// <summary>300 to 699 from the TU.</summary>
        public sealed record Failure(SipResponse Response) : Input;

        public sealed record Expired(SipTimer Timer) : Input;

        public sealed record TransportFailed : Input;
    }

    /// <summary>The entry arrow: "INVITE, pass INV to TU, send 100". The 100 goes at once, so no timer waits for the TU.</summary>
    public static Transition Begin(SipResponse trying, bool reliable) =>
        new(new State.Proceeding(trying, reliable), [new Send(trying)]);

    public static Transition Handle(State state, Input input) => state switch
    {
        State.Proceeding proceeding => InProceeding(proceeding, input),
        State.Completed completed => InCompleted(completed, input),
        State.Confirmed confirmed => InConfirmed(confirmed, input),
        State.Accepted accepted => InAccepted(accepted, input),
        _ => InTerminated(state, input),
    };

    private static Transition InProceeding(State.Proceeding state, Input input) => input switch
    {
        Input.InviteAgain => new(state, [new Send(state.Last)]),
        Input.Provisional(var response) => new(state with { Last = response }, [new Send(response)]),
        Input.Success(var response) => new(new State.Accepted(), [new Send(response), new Start(SipTimer.L)]),
        Input.Failure(var response) => new(
            new State.Completed(response, 0),
            state.Reliable
                ? [new Send(response), new Start(SipTimer.H)]
                : [new Send(response), new Start(SipTimer.G), new Start(SipTimer.H)]),
        Input.TransportFailed => new(new State.Terminated(), [new TransportError()]),
        Input.Ack => new(state, [Ignored.Unexpected]),
        _ => new(state, [Ignored.Stale]),
    };

    private static Transition InCompleted(State.Completed state, Input input) => input switch
    {
        Input.InviteAgain => new(state, [new Send(state.Final)]),
        Input.Expired(SipTimer.G) => new(
            state with { Retransmissions = state.Retransmissions + 1 },
            [new Send(state.Final), new Start(SipTimer.G, state.Retransmissions + 1)]),
        Input.Expired(SipTimer.H) => new(new State.Terminated(), [new Stop(SipTimer.G), new TimedOut()]),
        Input.Ack => new(
            new State.Confirmed(), [new Stop(SipTimer.G), new Stop(SipTimer.H), new Start(SipTimer.I)]),
        Input.TransportFailed => new(
            new State.Terminated(), [new Stop(SipTimer.G), new Stop(SipTimer.H), new TransportError()]),
        Input.Provisional or Input.Success or Input.Failure => new(state, [Ignored.Misuse]),
        _ => new(state, [Ignored.Stale]),
    };

    private static Transition InConfirmed(State.Confirmed state, Input input) => input switch
    {
        Input.Expired(SipTimer.I) => new(new State.Terminated(), []),
        Input.InviteAgain or Input.Ack or Input.TransportFailed => new(state, [Ignored.Absorbed]),
        Input.Provisional or Input.Success or Input.Failure => new(state, [Ignored.Misuse]),
        _ => new(state, [Ignored.Stale]),
    };

    private static Transition InAccepted(State.Accepted state, Input input) => input switch
    {
        Input.InviteAgain => new(state, [Ignored.Absorbed]),
        Input.Ack(var ack) => new(state, [new PassAck(ack)]),
        Input.Success(var response) => new(state, [new Send(response)]),
        Input.Expired(SipTimer.L) => new(new State.Terminated(), []),
        Input.TransportFailed => new(state, [new TransportError()]),
        Input.Provisional or Input.Failure => new(state, [Ignored.Misuse]),
        _ => new(state, [Ignored.Stale]),
    };

    private static Transition InTerminated(State state, Input input) => new(state, [input switch
    {
        Input.Expired => Ignored.Stale,
        Input.Provisional or Input.Success or Input.Failure => Ignored.Misuse,
        _ => Ignored.Absorbed,
    }]);
}
