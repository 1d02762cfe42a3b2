using Gateway.Engine.Routing;

namespace Gateway.Engine.Policy;

/// <summary>Who may transfer whom to where, and how. Without a matching rule nobody may.</summary>
public sealed record TransferPolicy
{
    /// <summary>The first rule that matches decides.</summary>
    public IReadOnlyList<TransferRule> Rules { get; init; } = [];

    /// <summary>When not empty, only these targets, in the notation of <see cref="NumberPattern"/>.</summary>
    public IReadOnlyList<string> AllowedTargets { get; init; } = [];

    public IReadOnlyList<string> DeniedTargets { get; init; } = [];

    /// <summary>A call to or from one of these is never transferred, and nobody is transferred to one.</summary>
    public IReadOnlyList<string> EmergencyNumbers { get; init; } = ["112", "911", "999"];

    /// <summary>Accepted transfers in the life of one call, chains included.</summary>
    public int TransfersPerCall { get; init; } = 5;
}

/// <summary>One line of the policy. Absent conditions match everything.</summary>
public sealed record TransferRule
{
    public string Id { get; init; } = "";

    public RuleAction Action { get; init; } = RuleAction.Deny;

    /// <summary>Peer of the leg that asks.</summary>
    public string? Initiator { get; init; }

    /// <summary>Number of the party that the asking leg speaks for, in the notation of <see cref="NumberPattern"/>. Never what the request merely claims.</summary>
    public string? InitiatorParty { get; init; }

    /// <summary>Peer of the leg that is to be moved.</summary>
    public string? Transferee { get; init; }

    /// <summary>Number of the target after rewriting.</summary>
    public string? Target { get; init; }

    public TransferKind? Kind { get; init; }

    /// <summary>Methods in the order in which they are tried; those that do not fit are passed over.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    public OnFailure OnFailure { get; init; } = OnFailure.Fail;

    /// <summary>How long a target called by the gateway may take to answer; null for the general timer.</summary>
    public TimeSpan? TargetAnswer { get; init; }

    /// <summary>How long the whole transfer may take; null for the general timer.</summary>
    public TimeSpan? Transfer { get; init; }
}

public enum RuleAction
{
    Deny,
    Allow,
}

public enum TransferKind
{
    Blind,
    Attended,
}

public enum OnFailure
{
    /// <summary>The transfer has failed; the first call stays.</summary>
    Fail,

    /// <summary>The next method that fits is tried.</summary>
    FallBack,
}
