using Gateway.Engine.Legs;
using Input = Gateway.Engine.Transfers.MethodInput;
using Output = Gateway.Engine.Transfers.MethodOutput;
using Turn = Gateway.Engine.Transfers.Transition<Gateway.Engine.Transfers.MethodState, Gateway.Engine.Transfers.MethodOutput>;

namespace Gateway.Engine.Transfers;

/// <summary>
/// The network behind both legs joins them and clears them here. When there is no second leg yet, one is placed beside the first
/// and the network is asked once it is answered. A network that says nothing but clears both legs normally has done it too.
/// </summary>
public abstract record HandOver : MethodState
{
    public sealed record Idle : HandOver;

    /// <summary>The target is being called.</summary>
    public sealed record Calling(bool Rang) : HandOver;

    /// <summary>The network was asked.</summary>
    public sealed record Executing : HandOver;

    /// <summary>The network cleared one leg and has not said why.</summary>
    public sealed record OneCleared(Role Cleared) : HandOver;

    public override Turn Handle(Input input) => this switch
    {
        Idle => WhenIdle(input),
        Calling calling => WhileCalling(calling, input),
        Executing => WhileExecuting(input),
        OneCleared cleared => WhenOneCleared(cleared, input),
        _ => Unexpected(input),
    };

    private Turn WhenIdle(Input input) => input switch
    {
        Input.Begin(TargetSituation.None) =>
            To(new Calling(false), new Output.PlaceTarget(BesideTransferee: true), new Output.StartTimer(EngineTimers.TargetAnswer)),
        Input.Begin(TargetSituation.Alerting) => To(new Calling(true), new Output.StartTimer(EngineTimers.TargetAnswer)),
        Input.Begin => To(new Executing(), new Output.HandOver()),
        _ => Unexpected(input),
    };

    private Turn WhileCalling(Calling state, Input input) => input switch
    {
        Input.TargetRinging => To(new Calling(true), new Output.ReportRinging()),
        Input.TargetAnswered => To(new Executing(), new Output.StopTimer(EngineTimers.TargetAnswer), new Output.HandOver()),
        Input.TargetReleased(var cause) => EndWaiting(new Output.Failed(cause, MethodFailure.TargetRefused)),
        Input.TransfereeReleased(var cause) => EndWaiting(new Output.Failed(cause, MethodFailure.PartyGone)),
        Input.Stop(var cause, var reason) => EndWaiting(new Output.Failed(cause, reason)),
        Input.StepSucceeded => EndWaiting(new Output.Succeeded(Joint.Transferee)),
        Input.TargetAnswerExpired when state.Rang => NoAnswer(Cause.NoAnswer),
        Input.TargetAnswerExpired => NoAnswer(Cause.NoUserResponding),
        Input.StepFailed => Stay(),
        _ => Unexpected(input),
    };

    private Turn WhileExecuting(Input input) => input switch
    {
        Input.StepSucceeded => End(new Output.Succeeded(Joint.Network)),
        Input.StepFailed(var cause) => End(new Output.Failed(cause, MethodFailure.ServiceRefused)),
        Input.TransfereeReleased({ Value: 16 }) => WaitForOther(Role.Transferee),
        Input.TransfereeReleased(var cause) => End(new Output.Abandon(Role.Target), new Output.Failed(cause, MethodFailure.PartyGone)),
        Input.TargetReleased({ Value: 16 }) => WaitForOther(Role.Target),
        Input.TargetReleased(var cause) => End(new Output.Abandon(Role.Transferee), new Output.Failed(cause, MethodFailure.TargetRefused)),
        Input.Stop(var cause, var reason) => End(new Output.Abandon(Role.Transferee), new Output.Failed(cause, reason)),
        _ => Unexpected(input),
    };

    private Turn WhenOneCleared(OneCleared state, Input input) => input switch
    {
        Input.StepSucceeded => EndClearing(new Output.Succeeded(Joint.Network)),
        Input.TransfereeReleased({ Value: 16 }) when state.Cleared == Role.Target => EndClearing(new Output.Succeeded(Joint.Network)),
        Input.TargetReleased({ Value: 16 }) when state.Cleared == Role.Transferee => EndClearing(new Output.Succeeded(Joint.Network)),
        Input.TransfereeReleased(var cause) when state.Cleared == Role.Target => EndClearing(new Output.Failed(cause, MethodFailure.PartyGone)),
        Input.TargetReleased(var cause) when state.Cleared == Role.Transferee => EndClearing(new Output.Failed(cause, MethodFailure.PartyGone)),
        Input.StepFailed(var cause) => EndClearing(new Output.Failed(cause, MethodFailure.PartyGone)),
        Input.ClearingExpired => End(AbandonOther(state), new Output.Failed(Cause.TemporaryFailure, MethodFailure.PartyGone)),
        Input.Stop(var cause, _) => EndClearing(AbandonOther(state), new Output.Failed(cause, MethodFailure.PartyGone)),
        _ => Unexpected(input),
    };

    private static Turn WaitForOther(Role cleared) =>
        To(new OneCleared(cleared), new Output.StartTimer(EngineTimers.HandOverClearing));

    private static Output.Abandon AbandonOther(OneCleared state) =>
        new(state.Cleared == Role.Target ? Role.Transferee : Role.Target);

    private static Turn NoAnswer(Cause cause) =>
        End(new Output.ReleaseTarget(cause), new Output.Failed(cause, MethodFailure.TargetRefused));

    private static Turn EndWaiting(Output output) => End(new Output.StopTimer(EngineTimers.TargetAnswer), output);

    private static Turn EndClearing(params Output[] outputs) => End([new Output.StopTimer(EngineTimers.HandOverClearing), .. outputs]);
}
