using Gateway.Engine.Legs;
using Input = Gateway.Engine.Transfers.TransferInput;
using Output = Gateway.Engine.Transfers.TransferOutput;
using Turn = Gateway.Engine.Transfers.Transition<Gateway.Engine.Transfers.Transfer, Gateway.Engine.Transfers.TransferOutput>;

namespace Gateway.Engine.Transfers;

/// <summary>
/// The life of one accepted transfer, whatever the method: tries methods in order, reports exactly one end to the transferor and
/// writes exactly one record. Success is reported only on a method's word, and a method has only the far side's.
/// </summary>
public abstract record Transfer
{
    public sealed record Accepted : Transfer;

    /// <param name="Left">Methods not yet tried.</param>
    public sealed record Trying(int Tried, MethodList Left, bool FallBack) : Transfer;

    /// <summary>Done; the transferor's legs are on their way out.</summary>
    public sealed record Departing(Joint Joint) : Transfer;

    public sealed record Over : Transfer;

    public Turn Handle(Input input) => this switch
    {
        Accepted => WhenAccepted(input),
        Trying trying => WhileTrying(trying, input),
        Departing departing => WhileDeparting(departing, input),
        _ => Unexpected(input),
    };

    private Turn WhenAccepted(Input input) => input switch
    {
        Input.Begin(var methods, var fallBack) when methods.First is { } first => new(
            new Trying(1, methods.Rest, fallBack), [new Output.StartTimer(EngineTimers.Transfer), new Output.TryMethod(first)]),
        Input.Begin => Fail(Cause.FacilityNotImplemented, MethodFailure.ServiceRefused),
        Input.Impossible(var cause) => Fail(cause, MethodFailure.TargetRefused),
        Input.Stop(var cause, var reason) => Fail(cause, reason),
        _ => Unexpected(input),
    };

    private Turn WhileTrying(Trying state, Input input) => input switch
    {
        Input.MethodSucceeded(var joint) => new(new Departing(joint), [
            new Output.StopTimer(EngineTimers.Transfer),
            new Output.ReportSucceeded(),
            new Output.Record(state.Tried > 1 ? TransferOutcome.FellBack : TransferOutcome.Succeeded, null),
            new Output.StartTimer(EngineTimers.TransferorBye)]),
        Input.MethodFailed(var cause, MethodFailure.ServiceRefused) when state.FallBack && !IsTargetsOwnWord(cause) && state.Left.First is { } next =>
            new(state with { Tried = state.Tried + 1, Left = state.Left.Rest }, [new Output.TryMethod(next)]),
        Input.MethodFailed(var cause, var reason) => Fail(cause, reason),
        Input.TransferExpired => new(this, [new Output.StopMethod(Cause.RecoveryOnTimerExpiry, MethodFailure.Stopped)]),
        Input.Stop(var cause, var reason) => new(this, [new Output.StopMethod(cause, reason)]),
        Input.TransferorLeft or Input.EverybodyLeft => new(this, []),
        _ => Unexpected(input),
    };

    private Turn WhileDeparting(Departing state, Input input) => input switch
    {
        // A network that joined the legs clears them itself; the timer looks after those it forgets.
        Input.TransferorLeft when state.Joint == Joint.Network => new(this, []),
        Input.TransferorLeft or Input.Stop =>
            new(new Over(), [new Output.StopTimer(EngineTimers.TransferorBye), new Output.LetGo(), new Output.Close()]),
        Input.EverybodyLeft => new(new Over(), [new Output.StopTimer(EngineTimers.TransferorBye), new Output.Close()]),
        Input.TransferorByeExpired => new(new Over(), [new Output.LetGo(), new Output.Close()]),
        _ => Unexpected(input),
    };

    private static Turn Fail(Cause cause, MethodFailure reason) => new(new Over(), [
        new Output.StopTimer(EngineTimers.Transfer),
        new Output.ReportFailed(cause),
        new Output.Record(reason == MethodFailure.PartyGone ? TransferOutcome.Abandoned : TransferOutcome.Failed, cause),
        new Output.Settle(),
        new Output.Close()]);

    // Busy, no response, no answer, rejected: ringing the target again by another method would not change its mind.
    private static bool IsTargetsOwnWord(Cause cause) => cause.Value is 17 or 18 or 19 or 21;

    private Turn Unexpected(Input input) => new(this, [new Output.Unexpected(input)]);
}

/// <summary>Method names in the order in which they are tried. Compared by content.</summary>
public sealed record MethodList(IReadOnlyList<string> Names)
{
    public string? First => Names.Count > 0 ? Names[0] : null;

    public MethodList Rest => new([.. Names.Skip(1)]);

    public bool Equals(MethodList? other) => other is not null && Names.SequenceEqual(other.Names);

    public override int GetHashCode() => Names.Count;

    public override string ToString() => $"[{string.Join(' ', Names)}]";
}

/// <summary>What the transfer hears.</summary>
public abstract record TransferInput
{
    public sealed record Begin(MethodList Methods, bool FallBack) : TransferInput;

    /// <summary>The target cannot even be looked for.</summary>
    public sealed record Impossible(Cause Cause) : TransferInput;

    public sealed record MethodSucceeded(Joint Joint) : TransferInput;

    public sealed record MethodFailed(Cause Cause, MethodFailure Reason) : TransferInput;

    /// <summary>The last of the transferor's legs is gone.</summary>
    public sealed record TransferorLeft : TransferInput;

    /// <summary>All legs of the transfer are gone.</summary>
    public sealed record EverybodyLeft : TransferInput;

    public sealed record TransferExpired : TransferInput;

    public sealed record TransferorByeExpired : TransferInput;

    /// <summary>Somebody with the right to do so calls it off.</summary>
    public sealed record Stop(Cause Cause, MethodFailure Reason) : TransferInput;
}

/// <summary>What the transfer wants done.</summary>
public abstract record TransferOutput
{
    public sealed record TryMethod(string Name) : TransferOutput;

    public sealed record StopMethod(Cause Cause, MethodFailure Reason) : TransferOutput;

    public sealed record ReportSucceeded : TransferOutput;

    public sealed record ReportFailed(Cause Cause) : TransferOutput;

    public sealed record Record(TransferOutcome Outcome, Cause? Cause) : TransferOutput;

    /// <summary>Release the transferor's legs, and those of the others that lead nowhere any more.</summary>
    public sealed record LetGo : TransferOutput;

    /// <summary>After a failure: release a target called in vain, and whoever is left without a partner.</summary>
    public sealed record Settle : TransferOutput;

    public sealed record Close : TransferOutput;

    public sealed record StartTimer(string Name) : TransferOutput;

    public sealed record StopTimer(string Name) : TransferOutput;

    public sealed record Unexpected(TransferInput Input) : TransferOutput;
}
