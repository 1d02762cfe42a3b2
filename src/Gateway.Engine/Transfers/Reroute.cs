using Gateway.Engine.Legs;
using Input = Gateway.Engine.Transfers.MethodInput;
using Output = Gateway.Engine.Transfers.MethodOutput;
using Turn = Gateway.Engine.Transfers.Transition<Gateway.Engine.Transfers.MethodState, Gateway.Engine.Transfers.MethodOutput>;

namespace Gateway.Engine.Transfers;

/// <summary>
/// The transferee calls the target itself. Attended: the target is first asked how it can be found again, then the transferee
/// is asked to call there. Blind: the transferee is asked at once.
/// </summary>
public abstract record Reroute : MethodState
{
    public sealed record Idle : Reroute;

    /// <summary>The target was asked how it can be found again.</summary>
    public sealed record Identifying : Reroute;

    /// <summary>The transferee was asked to call.</summary>
    /// <param name="Identified">True when the target waits to be found; it clears its old leg when that happens, often before the transferee's success is heard.</param>
    public sealed record Rerouting(bool Identified) : Reroute;

    public override Turn Handle(Input input) => this switch
    {
        Idle => WhenIdle(input),
        Identifying => WhileIdentifying(input),
        Rerouting rerouting => WhileRerouting(rerouting, input),
        _ => Unexpected(input),
    };

    private Turn WhenIdle(Input input) => input switch
    {
        Input.Begin(TargetSituation.None) => To(new Rerouting(false), new Output.Reroute(null, null)),
        Input.Begin => To(new Identifying(), new Output.IdentifyTarget()),
        _ => Unexpected(input),
    };

    private Turn WhileIdentifying(Input input) => input switch
    {
        Input.TargetIdentified(var identity, var target) => To(new Rerouting(true), new Output.Reroute(target, identity)),
        Input.StepFailed(var cause) => End(new Output.Failed(cause, MethodFailure.ServiceRefused)),
        Input.TargetReleased(var cause) => End(new Output.Failed(cause, MethodFailure.TargetRefused)),
        Input.TransfereeReleased(var cause) => End(new Output.Abandon(Role.Target), new Output.Failed(cause, MethodFailure.PartyGone)),
        Input.Stop(var cause, var reason) => End(new Output.Abandon(Role.Target), new Output.Failed(cause, reason)),
        Input.TargetRinging or Input.TargetAnswered => Stay(),
        _ => Unexpected(input),
    };

    private Turn WhileRerouting(Rerouting state, Input input) => input switch
    {
        Input.StepSucceeded => End(new Output.Succeeded(Joint.Transferee)),
        Input.StepFailed(var cause) => End([.. ForgetIdentity(state), new Output.Failed(cause, MethodFailure.ServiceRefused)]),
        Input.TargetReleased when state.Identified => Stay(),
        Input.TransfereeReleased(var cause) => End([.. ForgetIdentity(state), new Output.Failed(cause, MethodFailure.PartyGone)]),
        Input.Stop(var cause, var reason) =>
            End([new Output.Abandon(Role.Transferee), .. ForgetIdentity(state), new Output.Failed(cause, reason)]),
        Input.TargetRinging => Stay(new Output.ReportRinging()),
        Input.TargetAnswered => Stay(),
        _ => Unexpected(input),
    };

    private static Output[] ForgetIdentity(Rerouting state) => state.Identified ? [new Output.Abandon(Role.Target)] : [];
}
