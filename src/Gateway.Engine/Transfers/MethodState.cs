using Gateway.Engine.Legs;

namespace Gateway.Engine.Transfers;

/// <summary>A state of one of the method machines, which share their inputs and outputs.</summary>
public abstract record MethodState
{
    /// <summary>The next state and what is to be done. Pure.</summary>
    public abstract Transition<MethodState, MethodOutput> Handle(MethodInput input);

    /// <summary>The method is over; whatever still comes is late.</summary>
    public sealed record Ended : MethodState
    {
        public override Transition<MethodState, MethodOutput> Handle(MethodInput input) => Unexpected(input);
    }

    protected static Transition<MethodState, MethodOutput> To(MethodState next, params IReadOnlyList<MethodOutput> outputs) => new(next, outputs);

    protected Transition<MethodState, MethodOutput> Stay(params IReadOnlyList<MethodOutput> outputs) => new(this, outputs);

    protected static Transition<MethodState, MethodOutput> End(params IReadOnlyList<MethodOutput> outputs) => new(new Ended(), outputs);

    /// <summary>An input that means nothing here: it is noted and changes nothing.</summary>
    protected Transition<MethodState, MethodOutput> Unexpected(MethodInput input) => new(this, [new MethodOutput.Unexpected(input)]);
}

/// <summary>Whose leg an input or output of a method machine is about.</summary>
public enum Role
{
    Transferee,
    Target,
}

/// <summary>How far the leg to the target is when a method begins.</summary>
public enum TargetSituation
{
    /// <summary>There is none: the transfer is blind.</summary>
    None,
    Alerting,
    Connected,
}

/// <summary>What a method machine hears.</summary>
public abstract record MethodInput
{
    public sealed record Begin(TargetSituation Target) : MethodInput;

    public sealed record TargetRinging : MethodInput;

    public sealed record TargetAnswered : MethodInput;

    public sealed record TargetReleased(Cause Cause) : MethodInput;

    public sealed record TransfereeReleased(Cause Cause) : MethodInput;

    public sealed record TargetIdentified(string Identity, ReroutingTarget Target) : MethodInput;

    /// <summary>The far side itself said that the step was carried out.</summary>
    public sealed record StepSucceeded : MethodInput;

    public sealed record StepFailed(Cause Cause) : MethodInput;

    public sealed record MediaAccepted(Role Role) : MethodInput;

    public sealed record MediaRefused(Role Role, Cause Cause) : MethodInput;

    /// <summary><see cref="EngineTimers.TargetAnswer"/> ran out.</summary>
    public sealed record TargetAnswerExpired : MethodInput;

    /// <summary><see cref="EngineTimers.HandOverClearing"/> ran out.</summary>
    public sealed record ClearingExpired : MethodInput;

    /// <summary>Take back what can be taken back, and fail with this cause.</summary>
    public sealed record Stop(Cause Cause, MethodFailure Reason) : MethodInput;
}

/// <summary>What a method machine wants done.</summary>
public abstract record MethodOutput
{
    /// <summary>Call the target.</summary>
    /// <param name="BesideTransferee">True: over the transferee's own peer; false: wherever the routes lead.</param>
    public sealed record PlaceTarget(bool BesideTransferee) : MethodOutput;

    public sealed record IdentifyTarget : MethodOutput;

    /// <summary>Ask the transferee to call; <paramref name="Target"/> null means the target as the transferor named it.</summary>
    public sealed record Reroute(ReroutingTarget? Target, string? Identity) : MethodOutput;

    public sealed record HandOver : MethodOutput;

    /// <summary>Take back the step that was asked of this leg.</summary>
    public sealed record Abandon(Role Role) : MethodOutput;

    /// <summary>Let transferee and target talk to each other. Answered by MediaAccepted or MediaRefused for each of the two.</summary>
    public sealed record ChangeMedia : MethodOutput;

    /// <summary>Let both talk to whom they talked before. Answered as <see cref="ChangeMedia"/>.</summary>
    public sealed record RestoreMedia : MethodOutput;

    public sealed record Announce(bool Alerting) : MethodOutput;

    public sealed record ReportRinging : MethodOutput;

    public sealed record ReleaseTarget(Cause Cause) : MethodOutput;

    public sealed record StartTimer(string Name) : MethodOutput;

    public sealed record StopTimer(string Name) : MethodOutput;

    public sealed record Succeeded(Joint Joint) : MethodOutput;

    public sealed record Failed(Cause Cause, MethodFailure Reason) : MethodOutput;

    public sealed record Unexpected(MethodInput Input) : MethodOutput;
}

/// <summary>Who connected transferee and target.</summary>
public enum Joint
{
    /// <summary>This gateway, which stays in the path.</summary>
    Gateway,

    /// <summary>The transferee, which called the target itself; its old leg may be released.</summary>
    Transferee,

    /// <summary>The network behind both legs, which clears both itself.</summary>
    Network,
}

/// <summary>Why a method failed, as far as it matters for what comes next.</summary>
public enum MethodFailure
{
    /// <summary>The service was refused; another method may do better.</summary>
    ServiceRefused,

    /// <summary>The target cannot or will not be reached; another method would only try it again.</summary>
    TargetRefused,

    /// <summary>One of the parties left before anything was decided.</summary>
    PartyGone,

    /// <summary>It took too long, or somebody stopped it.</summary>
    Stopped,
}
