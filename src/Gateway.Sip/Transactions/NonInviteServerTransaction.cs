using Gateway.Codecs.Sip.Messages;
using static Gateway.Sip.Transactions.TransactionOutput;
using Transition = Gateway.Sip.Transition<Gateway.Sip.Transactions.NonInviteServerTransaction.State, Gateway.Sip.Transactions.TransactionOutput>;

namespace Gateway.Sip.Transactions;

/// <summary>The non-INVITE server transaction: RFC 3261 (2002) Figure 8. Timer J.</summary>
public static class NonInviteServerTransaction
{
    public abstract record State
    {
        /// <summary>The request came and the TU has not answered.</summary>
        public sealed record Trying : State;

        /// <summary>A provisional response is out.</summary>
        public sealed record Proceeding(SipResponse Last) : State;

        /// <summary>The final response is out and is sent again for each repeated request, until Timer J.</summary>
        public sealed record Completed(SipResponse Final) : State;

        public sealed record Terminated : State;
    }

    public abstract record Input
    {
        /// <summary>The same request again.</summary>
        public sealed record RequestAgain : Input;

        /// <summary>1xx from the TU.</summary>
        public sealed record Provisional(SipResponse Response) : Input;

        /// <summary>200 to 699 from the TU.</summary>
        public sealed record Final(SipResponse Response) : Input;

        public sealed record Expired(SipTimer Timer) : Input;

        public sealed record TransportFailed : Input;
    }

    /// <summary>The entry arrow: "Request received, pass to TU".</summary>
    public static Transition Begin() => new(new State.Trying(), []);

    public static Transition Handle(State state, Input input) => state switch
    {
        State.Trying trying => InTrying(trying, input),
        State.Proceeding proceeding => InProceeding(proceeding, input),
        State.Completed completed => InCompleted(completed, input),
        _ => InTerminated(state, input),
    };

    private static Transition InTrying(State.Trying state, Input input) => input switch
    {
        Input.RequestAgain or Input.TransportFailed => new(state, [Ignored.Absorbed]),
        Input.Provisional(var response) => new(new State.Proceeding(response), [new Send(response)]),
        Input.Final(var response) => Complete(response),
        _ => new(state, [Ignored.Stale]),
    };

    private static Transition InProceeding(State.Proceeding state, Input input) => input switch
    {
        Input.RequestAgain => new(state, [new Send(state.Last)]),
        Input.Provisional(var response) => new(state with { Last = response }, [new Send(response)]),
        Input.Final(var response) => Complete(response),
        Input.TransportFailed => new(new State.Terminated(), [new TransportError()]),
        _ => new(state, [Ignored.Stale]),
    };

    private static Transition InCompleted(State.Completed state, Input input) => input switch
    {
        Input.RequestAgain => new(state, [new Send(state.Final)]),
        Input.Expired(SipTimer.J) => new(new State.Terminated(), []),
        Input.TransportFailed => new(new State.Terminated(), [new Stop(SipTimer.J), new TransportError()]),
        Input.Provisional or Input.Final => new(state, [Ignored.Misuse]),
        _ => new(state, [Ignored.Stale]),
    };

    private static Transition InTerminated(State state, Input input) => new(state, [input switch
    {
        Input.Expired => Ignored.Stale,
        Input.Provisional or Input.Final => Ignored.Misuse,
        _ => Ignored.Absorbed,
    }]);

    private static Transition Complete(SipResponse response) =>
        new(new State.Completed(response), [new Send(response), new Start(SipTimer.J)]);
}
