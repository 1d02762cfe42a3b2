using Gateway.Codecs.Sip.Messages;
using Gateway.Sip.Dialogs;
using Transition = Gateway.Sip.Transition<Gateway.Sip.Registration.RegistrationClient.State, Gateway.Sip.Registration.RegistrationClient.Output>;

namespace Gateway.Sip.Registration;

/// <summary>
/// Our binding at a registrar, made, kept and removed: RFC 3261 (2002) 10.2, which draws no figure. Only one REGISTER is out at a time. After a
/// failure it is tried again with the delays of RFC 5626 (2009) 4.5, or when Retry-After says.
/// </summary>
public static class RegistrationClient
{
    public abstract record State
    {
        /// <summary>The first REGISTER is out, or one after a failure.</summary>
        /// <param name="Failures">In a row, before it.</param>
        public sealed record Registering(int Failures) : State;

        /// <summary>There is a binding.</summary>
        public sealed record Registered : State;

        /// <summary>There is a binding, and the REGISTER that prolongs it is out.</summary>
        public sealed record Refreshing : State;

        /// <summary>There is no binding, and the next attempt has its time.</summary>
        public sealed record Waiting(int Failures) : State;

        /// <summary>The user wants no binding any more, and a REGISTER that makes one is out.</summary>
        public sealed record Leaving : State;

        /// <summary>The REGISTER that removes the binding is out.</summary>
        public sealed record Unregistering : State;

        public sealed record Ended : State;
    }

    public abstract record Input
    {
        /// <summary>2xx; the registrar keeps the binding for so long.</summary>
        public sealed record Accepted(SipResponse Response, TimeSpan Granted) : Input;

        /// <summary>423: the registrar wants a longer interval, and said which.</summary>
        public sealed record IntervalTooBrief(TimeSpan Least) : Input;

        /// <summary>Any other final response, or none.</summary>
        /// <param name="RetryAfter">What the registrar asked for.</param>
        public sealed record Failed(CallEnd Why, TimeSpan? RetryAfter) : Input;

        /// <summary>The connection to the registrar is gone, and calls for us with it (RFC 5626 4.4).</summary>
        public sealed record FlowLost : Input;

        public sealed record Expired(SipTimer Timer) : Input;

        /// <summary>User: remove the binding.</summary>
        public sealed record Leave : Input;
    }

    public abstract record Output
    {
        /// <summary>Sends a REGISTER with the interval that is wanted, or none to remove the binding.</summary>
        public sealed record SendRegister(bool Removes) : Output;

        /// <summary>From now on that interval is wanted.</summary>
        public sealed record Want(TimeSpan Interval) : Output;

        /// <summary>Starts the time after which the binding is prolonged.</summary>
        public sealed record StartRefresh(TimeSpan Granted) : Output;

        /// <summary>Starts the time after which it is tried again.</summary>
        public sealed record StartRetry(int Failures, TimeSpan? RetryAfter) : Output;

        public sealed record Stop(SipTimer Timer) : Output;

        public sealed record IndicateRegistered(SipResponse Response, TimeSpan Granted) : Output;

        public sealed record IndicateLost(CallEnd Why) : Output;

        public sealed record IndicateEnded : Output;

        /// <summary>Nothing is done, and this is why.</summary>
        public sealed record Ignored(string Why) : Output
        {
            public static readonly Ignored Stale = new("stale timer");
            public static readonly Ignored Absorbed = new("absorbed");
        }
    }

    public static Transition Begin() => new(new State.Registering(0), [new Output.SendRegister(false)]);

    public static Transition Handle(State state, Input input) => state switch
    {
        State.Registering registering => InRegistering(registering, input),
        State.Registered registered => InRegistered(registered, input),
        State.Refreshing refreshing => InRefreshing(refreshing, input),
        State.Waiting waiting => InWaiting(waiting, input),
        State.Leaving leaving => InLeaving(leaving, input),
        State.Unregistering unregistering => InUnregistering(unregistering, input),
        _ => new(state, [input is Input.Expired ? Output.Ignored.Stale : Output.Ignored.Absorbed]),
    };

    private static Transition InRegistering(State.Registering state, Input input) => input switch
    {
        Input.Accepted(var response, var granted) => Succeed(response, granted),
        Input.IntervalTooBrief(var least) => new(state, [new Output.Want(least), new Output.SendRegister(false)]),
        Input.Failed(var why, var retryAfter) => Fail(state.Failures, why, retryAfter),
        Input.Leave => new(new State.Leaving(), []),
        // The transaction tells what becomes of the request.
        Input.FlowLost => new(state, [Output.Ignored.Absorbed]),
        _ => new(state, [Output.Ignored.Stale]),
    };

    private static Transition InRegistered(State.Registered state, Input input) => input switch
    {
        Input.Expired(SipTimer.RegistrationRefresh) => new(new State.Refreshing(), [new Output.SendRegister(false)]),
        Input.FlowLost => new(new State.Refreshing(), [new Output.Stop(SipTimer.RegistrationRefresh), new Output.SendRegister(false)]),
        Input.Leave => new(new State.Unregistering(), [new Output.Stop(SipTimer.RegistrationRefresh), new Output.SendRegister(true)]),
        Input.Expired => new(state, [Output.Ignored.Stale]),
        _ => new(state, [Output.Ignored.Absorbed]),
    };

    private static Transition InRefreshing(State.Refreshing state, Input input) => input switch
    {
        Input.Accepted(var response, var granted) => Succeed(response, granted),
        Input.IntervalTooBrief(var least) => new(state, [new Output.Want(least), new Output.SendRegister(false)]),
        Input.Failed(var why, var retryAfter) => Fail(0, why, retryAfter),
        Input.Leave => new(new State.Leaving(), []),
        // The transaction tells what becomes of the request.
        Input.FlowLost => new(state, [Output.Ignored.Absorbed]),
        _ => new(state, [Output.Ignored.Stale]),
    };

    private static Transition InWaiting(State.Waiting state, Input input) => input switch
    {
        Input.Expired(SipTimer.RegistrationRetry) => new(new State.Registering(state.Failures), [new Output.SendRegister(false)]),
        Input.Leave => new(new State.Ended(), [new Output.Stop(SipTimer.RegistrationRetry), new Output.IndicateEnded()]),
        Input.Expired => new(state, [Output.Ignored.Stale]),
        _ => new(state, [Output.Ignored.Absorbed]),
    };

    private static Transition InLeaving(State.Leaving state, Input input) => input switch
    {
        Input.Accepted => new(new State.Unregistering(), [new Output.SendRegister(true)]),
        Input.Failed or Input.IntervalTooBrief => new(new State.Ended(), [new Output.IndicateEnded()]),
        Input.Leave or Input.FlowLost => new(state, [Output.Ignored.Absorbed]),
        _ => new(state, [Output.Ignored.Stale]),
    };

    private static Transition InUnregistering(State.Unregistering state, Input input) => input switch
    {
        // What did not remove it leaves it to expire.
        Input.Accepted or Input.Failed or Input.IntervalTooBrief => new(new State.Ended(), [new Output.IndicateEnded()]),
        Input.Leave or Input.FlowLost => new(state, [Output.Ignored.Absorbed]),
        _ => new(state, [Output.Ignored.Stale]),
    };

    private static Transition Succeed(SipResponse response, TimeSpan granted) => new(
        new State.Registered(), [new Output.IndicateRegistered(response, granted), new Output.StartRefresh(granted)]);

    private static Transition Fail(int failures, CallEnd why, TimeSpan? retryAfter) => new(
        new State.Waiting(failures + 1), [new Output.IndicateLost(why), new Output.StartRetry(failures + 1, retryAfter)]);
}
