using Transition = Gateway.H323.Transition<Gateway.H323.Registration.CallAdmission.State, Gateway.H323.Registration.CallAdmission.Output>;

namespace Gateway.H323.Registration;

/// <summary>Asks the gatekeeper for one call, and tells it when the call is over. H.323 (12/2009) 8.1.1, 8.5; H.225.0 (12/2009) 7.11, 7.13, 7.19.</summary>
public static class CallAdmission
{
    /// <summary>Repetitions of ARQ (H.225.0 7.19).</summary>
    public const int AdmissionRepetitions = 2;

    /// <summary>Repetitions of DRQ (H.225.0 7.19).</summary>
    public const int DisengageRepetitions = 2;

    public static readonly TimeSpan AdmissionAnswer = TimeSpan.FromSeconds(5);

    public static readonly TimeSpan DisengageAnswer = TimeSpan.FromSeconds(3);

    public abstract record State
    {
        private State() { }

        public sealed record Idle : State;

        public sealed record AwaitingAdmission(int Repeated) : State;

        public sealed record Admitted : State;

        public sealed record AwaitingDisengage(int Repeated) : State;
    }

    public abstract record Input
    {
        private Input() { }

        public sealed record AdmissionRequest : Input;

        /// <summary>The call is over, or will not be made after all.</summary>
        public sealed record DisengageRequest : Input;

        public sealed record Confirm : Input;

        public sealed record Reject : Input;

        /// <summary>DCF, or DRJ: the gatekeeper knows no such call, which is as good.</summary>
        public sealed record DisengageAnswered : Input;

        /// <summary>DRQ from the gatekeeper.</summary>
        public sealed record Disengage : Input;

        public sealed record InProgress(TimeSpan Delay) : Input;

        public sealed record Expired : Input;
    }

    public abstract record Output
    {
        private Output() { }

        public sealed record SendAdmission(bool Again) : Output;

        public sealed record SendDisengage(bool Again) : Output;

        public sealed record SendDisengageConfirm : Output;

        public sealed record StartTimer(TimeSpan Duration) : Output;

        public sealed record StopTimer : Output;

        public sealed record IndicateAdmitted : Output;

        /// <param name="Silent">The gatekeeper did not answer.</param>
        public sealed record IndicateRefused(bool Silent) : Output;

        /// <summary>The gatekeeper wants the call ended.</summary>
        public sealed record IndicateDisengaged : Output;

        /// <summary>Nothing more will happen to this call.</summary>
        public sealed record Forget : Output;
    }

    public static readonly State Initial = new State.Idle();

    public static Transition Handle(State state, Input input) => state switch
    {
        State.Idle s => InIdle(s, input),
        State.AwaitingAdmission s => InAwaitingAdmission(s, input),
        State.Admitted s => InAdmitted(s, input),
        State.AwaitingDisengage s => InAwaitingDisengage(s, input),
        _ => throw new CommandInWrongStateException(input, state),
    };

    private static Transition InIdle(State.Idle state, Input input) => input switch
    {
        Input.AdmissionRequest => To(new State.AwaitingAdmission(0), new Output.SendAdmission(Again: false), new Output.StartTimer(AdmissionAnswer)),
        Input.Disengage => To(state, new Output.SendDisengageConfirm()),
        _ => To(state),
    };

    private static Transition InAwaitingAdmission(State.AwaitingAdmission state, Input input) => input switch
    {
        Input.Confirm => To(new State.Admitted(), new Output.StopTimer(), new Output.IndicateAdmitted()),
        Input.Reject => To(new State.Idle(), new Output.StopTimer(), new Output.IndicateRefused(Silent: false), new Output.Forget()),
        Input.InProgress progress => To(state, new Output.StopTimer(), new Output.StartTimer(progress.Delay)),
        Input.Expired when state.Repeated < AdmissionRepetitions => To(
            new State.AwaitingAdmission(state.Repeated + 1), new Output.SendAdmission(Again: true), new Output.StartTimer(AdmissionAnswer)),
        Input.Expired => To(new State.Idle(), new Output.IndicateRefused(Silent: true), new Output.Forget()),
        // The gatekeeper may admit the call all the same, so it is told.
        Input.DisengageRequest => To(
            new State.AwaitingDisengage(0), new Output.StopTimer(), new Output.SendDisengage(Again: false), new Output.StartTimer(DisengageAnswer)),
        Input.Disengage => To(state, new Output.SendDisengageConfirm()),
        Input.AdmissionRequest => throw new CommandInWrongStateException(input, state),
        _ => To(state),
    };

    private static Transition InAdmitted(State.Admitted state, Input input) => input switch
    {
        Input.DisengageRequest => To(new State.AwaitingDisengage(0), new Output.SendDisengage(Again: false), new Output.StartTimer(DisengageAnswer)),
        Input.Disengage => To(new State.Idle(), new Output.SendDisengageConfirm(), new Output.IndicateDisengaged(), new Output.Forget()),
        Input.AdmissionRequest => throw new CommandInWrongStateException(input, state),
        _ => To(state),
    };

    private static Transition InAwaitingDisengage(State.AwaitingDisengage state, Input input) => input switch
    {
        Input.DisengageAnswered => To(new State.Idle(), new Output.StopTimer(), new Output.Forget()),
        Input.InProgress progress => To(state, new Output.StopTimer(), new Output.StartTimer(progress.Delay)),
        Input.Expired when state.Repeated < DisengageRepetitions => To(
            new State.AwaitingDisengage(state.Repeated + 1), new Output.SendDisengage(Again: true), new Output.StartTimer(DisengageAnswer)),
        Input.Expired => To(new State.Idle(), new Output.Forget()),
        Input.Disengage => To(state, new Output.SendDisengageConfirm()),
        Input.AdmissionRequest or Input.DisengageRequest => throw new CommandInWrongStateException(input, state),
        _ => To(state),
    };

    private static Transition To(State next, params Output[] outputs) => new(next, outputs);
}
