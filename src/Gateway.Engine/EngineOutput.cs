using Gateway.Engine.Legs;

namespace Gateway.Engine;

/// <summary>What comes out of one turn of the engine, in order.</summary>
public abstract record EngineOutput
{
    public sealed record Command(LegCommand Leg) : EngineOutput;

    /// <summary>Wakes the engine by the engine's <c>Expired</c>. Starting a running timer restarts it.</summary>
    public sealed record StartTimer(EngineTimer Timer, TimeSpan Duration) : EngineOutput;

    public sealed record StopTimer(EngineTimer Timer) : EngineOutput;

    /// <summary>One line for people and one object for machines: what was decided and by which rule.</summary>
    public sealed record Noted(Note Note) : EngineOutput;

    /// <summary>A transfer ended; written once for every request, refused ones too.</summary>
    public sealed record Recorded(Transfers.TransferRecord Record) : EngineOutput;
}

/// <summary>A timer of the engine: its name (see <see cref="EngineTimers"/>) and the call or transfer that owns it.</summary>
public readonly record struct EngineTimer(string Name, long Owner);

/// <summary>A decision or observation, with every id that finds it again.</summary>
/// <param name="Event">Stable name, for example <c>transfer.refused</c>.</param>
/// <param name="Rule">The id of the rule that decided, or null.</param>
public sealed record Note(
    NoteLevel Level,
    string Event,
    string Text,
    CorrelationId? Correlation = null,
    TransferId? Transfer = null,
    CallId? Call = null,
    LegId? Leg = null,
    PeerName? Peer = null,
    Cause? Cause = null,
    string? Rule = null);

public enum NoteLevel
{
    Debug,
    Information,
    Warning,
    Error,
}
