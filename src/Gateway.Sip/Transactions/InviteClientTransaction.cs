using Gateway.Codecs.Sip.Messages;
using static Gateway.Sip.Transactions.TransactionOutput;
using Transition = Gateway.Sip.Transition<Gateway.Sip.Transactions.InviteClientTransaction.State, Gateway.Sip.Transactions.TransactionOutput>;

namespace Gateway.Sip.Transactions;

/// <summary>
/// The INVITE client transaction: RFC 3261 (2002) Figure 5 with the Accepted state of RFC 6026 (2010) 7.2.
/// Timers A, B, D, M.
/// </summary>
public static class InviteClientTransaction
{
    public abstract record State
    {
        /// <summary>The INVITE is out and nothing has come back.</summary>
        /// <param name="Retransmissions">How often Timer A fired.</param>
        /// <param name="Abandoned">See <see cref="Proceeding"/>.</param>
        public sealed record Calling(SipRequest Invite, bool Reliable, int Retransmissions, bool Abandoned = false) : State;

        /// <summary>A provisional response came.</summary>
        /// <param name="Abandoned">Nobody waits for the final response any more; it may never come.</param>
        public sealed record Proceeding(SipRequest Invite, bool Abandoned = false) : State;

        /// <summary>A final response other than 2xx came and was acknowledged.</summary>
        public sealed record Completed(SipRequest Ack) : State;

        /// <summary>A 2xx came; the TU acknowledges it. Further 2xx pass through until Timer M.</summary>
        public sealed record Accepted : State;

        public sealed record Terminated : State;
    }

    public abstract record Input
    {
        /// <summary>1xx.</summary>
        public sealed record Provisional(SipResponse Response) : Input;

        /// <summary>2xx.</summary>
        public sealed record Success(SipResponse Response) : Input;

        /// <summary>300 to 699.</summary>
        public sealed record Failure(SipResponse Response) : Input;

        /// <summary>The dialog of a re-INVITE ended before its final response.</summary>
        public sealed record Abandoned : Input;

        public sealed record Expired(SipTimer Timer) : Input;

        public sealed record TransportFailed : Input;
    }

    /// <summary>The entry arrow: "INVITE from TU, INVITE sent".</summary>
    public static Transition Begin(SipRequest invite, bool reliable) => new(
        new State.Calling(invite, reliable, 0),
        reliable
            ? [new Send(invite), new Start(SipTimer.B)]
            : [new Send(invite), new Start(SipTimer.A), new Start(SipTimer.B)]);

    public static Transition Handle(State state, Input input) => state switch
    {
        State.Calling calling => InCalling(calling, input),
        State.Proceeding proceeding => InProceeding(proceeding, input),
        State.Completed completed => InCompleted(completed, input),
        State.Accepted accepted => InAccepted(accepted, input),
        _ => InTerminated(state, input),
    };

    private static Transition InCalling(State.Calling state, Input input) => input switch
    {
        Input.Expired(SipTimer.A) when !state.Reliable => new(
            state with { Retransmissions = state.Retransmissions + 1 },
            [new Send(state.Invite), new Start(SipTimer.A, state.Retransmissions + 1)]),
        Input.Expired(SipTimer.B) => new(new State.Terminated(), [new Stop(SipTimer.A), new TimedOut()]),
        Input.Provisional(var response) => new(
            new State.Proceeding(state.Invite, state.Abandoned),
            [new Stop(SipTimer.A), new Stop(SipTimer.B), .. WaitNoLonger(state.Abandoned), new PassResponse(response)]),
        Input.Success(var response) => new(
            new State.Accepted(),
            [new Stop(SipTimer.A), new Stop(SipTimer.B), new Start(SipTimer.M), new PassResponse(response)]),
        Input.Failure(var response) => Complete(state.Invite, response, [new Stop(SipTimer.A), new Stop(SipTimer.B)]),
        Input.TransportFailed => new(
            new State.Terminated(), [new Stop(SipTimer.A), new Stop(SipTimer.B), new TransportError()]),
        Input.Abandoned => new(state with { Abandoned = true }, []),
        _ => new(state, [Ignored.Stale]),
    };

    private static Transition InProceeding(State.Proceeding state, Input input) => input switch
    {
        Input.Provisional(var response) => new(state, [new PassResponse(response)]),
        Input.Success(var response) => new(new State.Accepted(), [new Start(SipTimer.M), new PassResponse(response)]),
        Input.Failure(var response) => Complete(state.Invite, response, state.Abandoned ? [new Stop(SipTimer.M)] : []),
        Input.Abandoned when !state.Abandoned => new(state with { Abandoned = true }, [.. WaitNoLonger(true)]),
        Input.Expired(SipTimer.M) when state.Abandoned => new(new State.Terminated(), []),
        // Nothing of ours is under way here; the peer has the INVITE.
        Input.TransportFailed or Input.Abandoned => new(state, [Ignored.Absorbed]),
        _ => new(state, [Ignored.Stale]),
    };

    private static Transition InCompleted(State.Completed state, Input input) => input switch
    {
        Input.Failure => new(state, [new Send(state.Ack)]),
        Input.Expired(SipTimer.D) => new(new State.Terminated(), []),
        Input.TransportFailed => new(new State.Terminated(), [new Stop(SipTimer.D), new TransportError()]),
        Input.Provisional or Input.Success => new(state, [Ignored.Unexpected]),
        Input.Abandoned => new(state, [Ignored.Absorbed]),
        _ => new(state, [Ignored.Stale]),
    };

    private static Transition InAccepted(State.Accepted state, Input input) => input switch
    {
        Input.Success(var response) => new(state, [new PassResponse(response)]),
        Input.Expired(SipTimer.M) => new(new State.Terminated(), []),
        // The ACK of a 2xx belongs to the TU, and so does its loss.
        Input.TransportFailed or Input.Abandoned => new(state, [Ignored.Absorbed]),
        Input.Provisional or Input.Failure => new(state, [Ignored.Unexpected]),
        _ => new(state, [Ignored.Stale]),
    };

    // The peer repeats a 2xx no longer than Timer M runs, and a peer without the dialog sends nothing.
    private static TransactionOutput[] WaitNoLonger(bool abandoned) => abandoned ? [new Start(SipTimer.M)] : [];

    private static Transition InTerminated(State state, Input input) =>
        new(state, [input is Input.Expired ? Ignored.Stale : Ignored.Absorbed]);

    private static Transition Complete(SipRequest invite, SipResponse response, ReadOnlySpan<TransactionOutput> before)
    {
        var ack = FailureAck.For(invite, response);
        return new(
            new State.Completed(ack), [.. before, new Send(ack), new Start(SipTimer.D), new PassResponse(response)]);
    }
}
