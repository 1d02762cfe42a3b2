using Gateway.Codecs.Sip.Messages;
using static Gateway.Sip.Transactions.TransactionOutput;
using Transition = Gateway.Sip.Transition<Gateway.Sip.Transactions.NonInviteClientTransaction.State, Gateway.Sip.Transactions.TransactionOutput>;

namespace Gateway.Sip.Transactions;

/// <summary>The non-INVITE client transaction: RFC 3261 (2002) Figure 6. Timers E, F, K.</summary>
public static class NonInviteClientTransaction
{
    public abstract record State
    {
        /// <summary>The request is out and nothing has come back.</summary>
        /// <param name="Retransmissions">How often Timer E fired.</param>
        public sealed record Trying(SipRequest Request, bool Reliable, int Retransmissions) : State;

        /// <summary>A provisional response came; retransmission goes on, every T2.</summary>
        public sealed record Proceeding(SipRequest Request, bool Reliable) : State;

        /// <summary>The final response came; its retransmissions are absorbed until Timer K.</summary>
        public sealed record Completed : State;

        public sealed record Terminated : State;
    }

    public abstract record Input
    {
        /// <summary>1xx.</summary>
        public sealed record Provisional(SipResponse Response) : Input;

        /// <summary>200 to 699.</summary>
        public sealed record Final(SipResponse Response) : Input;

        public sealed record Expired(SipTimer Timer) : Input;

        public sealed record TransportFailed : Input;
    }

    /// <summary>The entry arrow: "Request from TU, send request".</summary>
    public static Transition Begin(SipRequest request, bool reliable) => new(
        new State.Trying(request, reliable, 0),
        reliable
            ? [new Send(request), new Start(SipTimer.F)]
            : [new Send(request), new Start(SipTimer.E), new Start(SipTimer.F)]);

    public static Transition Handle(State state, Input input) => state switch
    {
        State.Trying trying => InTrying(trying, input),
        State.Proceeding proceeding => InProceeding(proceeding, input),
        State.Completed completed => InCompleted(completed, input),
        _ => InTerminated(state, input),
    };

    private static Transition InTrying(State.Trying state, Input input) => input switch
    {
        Input.Expired(SipTimer.E) when !state.Reliable => new(
            state with { Retransmissions = state.Retransmissions + 1 },
            [new Send(state.Request), new Start(SipTimer.E, state.Retransmissions + 1)]),
        Input.Provisional(var response) => new(
            new State.Proceeding(state.Request, state.Reliable), [new PassResponse(response)]),
        _ => InEither(state, input),
    };

    private static Transition InProceeding(State.Proceeding state, Input input) => input switch
    {
        Input.Expired(SipTimer.E) when !state.Reliable => new(
            state, [new Send(state.Request), new Start(SipTimer.E, SipTimers.Saturated)]),
        Input.Provisional(var response) => new(state, [new PassResponse(response)]),
        _ => InEither(state, input),
    };

    /// <summary>The arrows that Trying and Proceeding share.</summary>
    private static Transition InEither(State state, Input input) => input switch
    {
        Input.Expired(SipTimer.F) => new(new State.Terminated(), [new Stop(SipTimer.E), new TimedOut()]),
        Input.Final(var response) => new(
            new State.Completed(),
            [new Stop(SipTimer.E), new Stop(SipTimer.F), new Start(SipTimer.K), new PassResponse(response)]),
        Input.TransportFailed => new(
            new State.Terminated(), [new Stop(SipTimer.E), new Stop(SipTimer.F), new TransportError()]),
        _ => new(state, [Ignored.Stale]),
    };

    private static Transition InCompleted(State.Completed state, Input input) => input switch
    {
        Input.Final or Input.Provisional or Input.TransportFailed => new(state, [Ignored.Absorbed]),
        Input.Expired(SipTimer.K) => new(new State.Terminated(), []),
        _ => new(state, [Ignored.Stale]),
    };

    private static Transition InTerminated(State state, Input input) =>
        new(state, [input is Input.Expired ? Ignored.Stale : Ignored.Absorbed]);
}
