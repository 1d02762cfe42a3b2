using Gateway.Engine.Legs;

namespace Gateway.Engine.Transfers;

/// <summary>What became of one transfer request. Written exactly once per request.</summary>
/// <param name="MethodsTried">Names of the methods in the order tried; the last is the one that decided.</param>
/// <param name="Rules">Ids of the rules that took part (policy, numbering, routes), in order.</param>
public sealed record TransferRecord(
    TransferId Transfer,
    CorrelationId Correlation,
    CallId Call,
    LegId Transferor,
    LegId? Transferee,
    LegId? Target,
    Party TransferorParty,
    Party? TransfereeParty,
    Party? TargetParty,
    bool Attended,
    TransferOutcome Outcome,
    IReadOnlyList<string> MethodsTried,
    Cause? Cause,
    IReadOnlyList<string> Rules);

public enum TransferOutcome
{
    Succeeded,

    /// <summary>Done, but a method that was tried before had failed.</summary>
    FellBack,
    Failed,

    /// <summary>Never tried.</summary>
    Refused,

    /// <summary>The transferee or transferor went away before anything was decided.</summary>
    Abandoned,
}
