using Gateway.Engine.Legs;
using Input = Gateway.Engine.Transfers.MethodInput;
using Output = Gateway.Engine.Transfers.MethodOutput;
using Turn = Gateway.Engine.Transfers.Transition<Gateway.Engine.Transfers.MethodState, Gateway.Engine.Transfers.MethodOutput>;

namespace Gateway.Engine.Transfers;

/// <summary>
/// The gateway joins transferee and target itself and stays in the path. Both are told to talk to each other; the commit point is
/// the moment when both have accepted. Before it every failure restores the old pairing; after it the transferor is told nothing
/// but success. A leg that has not said where its media is has nothing to be told about; it says so later, as in any call.
/// </summary>
/// <param name="Announced">True when each party is named to the other already while the target is alerted.</param>
public abstract record Join(bool Announced) : MethodState
{
    public sealed record Idle(bool Announced) : Join(Announced);

    /// <summary>The target is being called.</summary>
    public sealed record Calling(bool Announced, bool Rang) : Join(Announced);

    /// <summary>Both parties were told to talk to each other.</summary>
    public sealed record Changing(bool Announced, bool TransfereeAccepted, bool TargetAccepted) : Join(Announced);

    /// <summary>It will not be; both are told to talk to whom they talked before.</summary>
    public sealed record Restoring(bool Announced, Cause Cause, MethodFailure Reason, bool TransfereeSettled, bool TargetSettled) : Join(Announced);

    public override Turn Handle(Input input) => this switch
    {
        Idle idle => WhenIdle(idle, input),
        Calling calling => WhileCalling(calling, input),
        Changing changing => WhileChanging(changing, input),
        Restoring restoring => WhileRestoring(restoring, input),
        _ => Unexpected(input),
    };

    private Turn WhenIdle(Idle state, Input input) => input switch
    {
        Input.Begin(TargetSituation.None) => To(
            new Calling(state.Announced, false), new Output.PlaceTarget(BesideTransferee: false), new Output.StartTimer(EngineTimers.TargetAnswer)),
        Input.Begin(TargetSituation.Alerting) => To(
            new Calling(state.Announced, true), [new Output.StartTimer(EngineTimers.TargetAnswer), .. AnnounceAlerting(state)]),
        Input.Begin => To(new Changing(state.Announced, false, false), new Output.ChangeMedia()),
        _ => Unexpected(input),
    };

    private Turn WhileCalling(Calling state, Input input) => input switch
    {
        Input.TargetRinging when state.Rang => Stay(),
        Input.TargetRinging => To(state with { Rang = true }, [new Output.ReportRinging(), .. AnnounceAlerting(state)]),
        Input.TargetAnswered => To(
            new Changing(state.Announced, false, false), new Output.StopTimer(EngineTimers.TargetAnswer), new Output.ChangeMedia()),
        Input.TargetReleased(var cause) => EndWaiting(new Output.Failed(cause, MethodFailure.TargetRefused)),
        Input.TransfereeReleased(var cause) => EndWaiting(new Output.Failed(cause, MethodFailure.PartyGone)),
        Input.Stop(var cause, var reason) => EndWaiting(new Output.Failed(cause, reason)),
        Input.StepSucceeded => EndWaiting(new Output.Succeeded(Joint.Transferee)),
        Input.TargetAnswerExpired when state.Rang => NoAnswer(Cause.NoAnswer),
        Input.TargetAnswerExpired => NoAnswer(Cause.NoUserResponding),
        Input.StepFailed => Stay(),
        _ => Unexpected(input),
    };

    private Turn WhileChanging(Changing state, Input input) => input switch
    {
        Input.MediaAccepted(Role.Transferee) => Commit(state with { TransfereeAccepted = true }),
        Input.MediaAccepted => Commit(state with { TargetAccepted = true }),
        Input.MediaRefused(_, var cause) => Restore(state, cause, MethodFailure.ServiceRefused),
        Input.TargetReleased(var cause) => Restore(state, cause, MethodFailure.TargetRefused),
        Input.TransfereeReleased(var cause) => Restore(state, cause, MethodFailure.PartyGone),
        Input.Stop(var cause, var reason) => Restore(state, cause, reason),
        Input.StepSucceeded => End(new Output.Succeeded(Joint.Transferee)),
        Input.StepFailed => Stay(),
        _ => Unexpected(input),
    };

    private Turn WhileRestoring(Restoring state, Input input) => input switch
    {
        // A party that refuses to go back keeps what it has; there is nothing better to tell it.
        Input.MediaAccepted(var role) => Settled(state, role),
        Input.MediaRefused(var role, _) => Settled(state, role),
        Input.TransfereeReleased => Settled(state, Role.Transferee),
        Input.TargetReleased => Settled(state, Role.Target),
        Input.StepSucceeded => End(new Output.Succeeded(Joint.Transferee)),
        Input.StepFailed or Input.Stop => Stay(),
        _ => Unexpected(input),
    };

    private static Turn Commit(Changing state) => state is { TransfereeAccepted: true, TargetAccepted: true }
        ? End(new Output.Succeeded(Joint.Gateway), new Output.Announce(Alerting: false))
        : To(state);

    private static Turn Restore(Changing state, Cause cause, MethodFailure reason) =>
        To(new Restoring(state.Announced, cause, reason, false, false), new Output.RestoreMedia());

    private static Turn Settled(Restoring state, Role role)
    {
        var next = role == Role.Transferee ? state with { TransfereeSettled = true } : state with { TargetSettled = true };
        return next is { TransfereeSettled: true, TargetSettled: true } ? End(new Output.Failed(next.Cause, next.Reason)) : To(next);
    }

    private static Output[] AnnounceAlerting(Join state) => state.Announced ? [new Output.Announce(Alerting: true)] : [];

    private static Turn NoAnswer(Cause cause) =>
        End(new Output.ReleaseTarget(cause), new Output.Failed(cause, MethodFailure.TargetRefused));

    private static Turn EndWaiting(Output output) => End(new Output.StopTimer(EngineTimers.TargetAnswer), output);
}
