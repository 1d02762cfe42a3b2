using Transition = Gateway.H323.Transition<Gateway.H323.Registration.EndpointRegistration.State, Gateway.H323.Registration.EndpointRegistration.Output>;

namespace Gateway.H323.Registration;

/// <summary>Stays registered with one known gatekeeper. H.323 (12/2009) 7.2.2, H.225.0 (12/2009) 7.9, 7.10, 7.19; discovery is manual (7.2.1).</summary>
public static class EndpointRegistration
{
    /// <summary>Repetitions of RRQ and URQ (H.225.0 7.19).</summary>
    public const int Repetitions = 2;

    public static readonly TimeSpan Answer = TimeSpan.FromSeconds(3);

    /// <summary>After URQ from the gatekeeper.</summary>
    public static readonly TimeSpan ShortPause = TimeSpan.FromSeconds(5);

    /// <summary>After a refusal, or no answer.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    public abstract record State
    {
        private State() { }

        public sealed record Unregistered : State;

        /// <param name="Light">A keepAlive RRQ of a registration that still holds.</param>
        public sealed record AwaitingConfirm(bool Light, int Repeated) : State;

        public sealed record Registered : State;

        /// <summary>The gatekeeper refused or is silent; it is asked again after a pause.</summary>
        public sealed record AwaitingRetry : State;
    }

    public abstract record Input
    {
        private Input() { }

        public sealed record RegisterRequest : Input;

        public sealed record UnregisterRequest : Input;

        /// <param name="TimeToLiveSeconds">Null: the registration does not end by itself.</param>
        public sealed record Confirm(long? TimeToLiveSeconds) : Input;

        /// <param name="StartOver">The gatekeeper has forgotten us and wants a full registration.</param>
        public sealed record Reject(bool StartOver) : Input;

        /// <summary>URQ from the gatekeeper.</summary>
        public sealed record Unregistration : Input;

        public sealed record InProgress(TimeSpan Delay) : Input;

        public sealed record Expired(RasTimer Timer) : Input;
    }

    public abstract record Output
    {
        private Output() { }

        /// <param name="Again">The same request once more, with its number.</param>
        public sealed record SendRegistration(bool Light, bool Again) : Output;

        public sealed record SendUnregistration : Output;

        public sealed record SendUnregistrationConfirm : Output;

        public sealed record StartTimer(RasTimer Timer, TimeSpan Duration) : Output;

        public sealed record StopTimer(RasTimer Timer) : Output;

        public sealed record IndicateRegistered : Output;

        public sealed record IndicateUnregistered : Output;
    }

    public static readonly State Initial = new State.Unregistered();

    public static Transition Handle(State state, Input input) => state switch
    {
        State.Unregistered s => InUnregistered(s, input),
        State.AwaitingConfirm s => InAwaitingConfirm(s, input),
        State.Registered s => InRegistered(s, input),
        State.AwaitingRetry s => InAwaitingRetry(s, input),
        _ => throw new CommandInWrongStateException(input, state),
    };

    private static Transition InUnregistered(State.Unregistered state, Input input) => input switch
    {
        Input.RegisterRequest => Register(light: false),
        Input.Unregistration => To(state, new Output.SendUnregistrationConfirm()),
        _ => To(state),
    };

    private static Transition InAwaitingConfirm(State.AwaitingConfirm state, Input input) => input switch
    {
        Input.Confirm confirm => Confirmed(state, confirm.TimeToLiveSeconds),
        Input.Reject { StartOver: true } when state.Light => Register(light: false, new Output.StopTimer(RasTimer.Request), new Output.IndicateUnregistered()),
        Input.Reject => Lost(new Output.StopTimer(RasTimer.Request)),
        Input.InProgress progress => To(
            state, new Output.StopTimer(RasTimer.Request), new Output.StartTimer(RasTimer.Request, progress.Delay)),
        Input.Expired { Timer: RasTimer.Request } when state.Repeated < Repetitions => To(
            state with { Repeated = state.Repeated + 1 },
            new Output.SendRegistration(state.Light, Again: true), new Output.StartTimer(RasTimer.Request, Answer)),
        Input.Expired { Timer: RasTimer.Request } => Lost(),
        Input.Unregistration => PutOut(new Output.StopTimer(RasTimer.Request)),
        Input.UnregisterRequest => To(
            new State.Unregistered(),
            state.Light
                ? [new Output.StopTimer(RasTimer.Request), new Output.SendUnregistration(), new Output.IndicateUnregistered()]
                : [new Output.StopTimer(RasTimer.Request), new Output.SendUnregistration()]),
        Input.RegisterRequest => throw new CommandInWrongStateException(input, state),
        _ => To(state),
    };

    private static Transition InRegistered(State.Registered state, Input input) => input switch
    {
        Input.Expired { Timer: RasTimer.Refresh } => Register(light: true),
        Input.Unregistration => PutOut(new Output.StopTimer(RasTimer.Refresh)),
        Input.UnregisterRequest => To(
            new State.Unregistered(), new Output.StopTimer(RasTimer.Refresh), new Output.SendUnregistration(), new Output.IndicateUnregistered()),
        Input.RegisterRequest => throw new CommandInWrongStateException(input, state),
        _ => To(state),
    };

    private static Transition InAwaitingRetry(State.AwaitingRetry state, Input input) => input switch
    {
        Input.Expired { Timer: RasTimer.Retry } => Register(light: false),
        Input.UnregisterRequest => To(new State.Unregistered(), new Output.StopTimer(RasTimer.Retry)),
        Input.Unregistration => To(state, new Output.SendUnregistrationConfirm()),
        Input.RegisterRequest => throw new CommandInWrongStateException(input, state),
        _ => To(state),
    };

    private static Transition Confirmed(State.AwaitingConfirm state, long? seconds)
    {
        List<Output> outputs = [new Output.StopTimer(RasTimer.Request)];
        if (seconds is { } live)
            outputs.Add(new Output.StartTimer(RasTimer.Refresh, TimeSpan.FromSeconds(Math.Max(Math.Max(live - 20, live / 2), 1))));
        if (!state.Light)
            outputs.Add(new Output.IndicateRegistered());
        return new Transition(new State.Registered(), outputs);
    }

    /// <summary>The gatekeeper no longer wants us; asking at once again could go round for ever.</summary>
    private static Transition PutOut(Output stop) => To(
        new State.AwaitingRetry(),
        stop, new Output.SendUnregistrationConfirm(), new Output.IndicateUnregistered(), new Output.StartTimer(RasTimer.Retry, ShortPause));

    private static Transition Lost(params Output[] before) => To(
        new State.AwaitingRetry(), [.. before, new Output.IndicateUnregistered(), new Output.StartTimer(RasTimer.Retry, Pause)]);

    private static Transition Register(bool light, params Output[] before) => To(
        new State.AwaitingConfirm(light, 0),
        [.. before, new Output.SendRegistration(light, Again: false), new Output.StartTimer(RasTimer.Request, Answer)]);

    private static Transition To(State next, params Output[] outputs) => new(next, outputs);
}
