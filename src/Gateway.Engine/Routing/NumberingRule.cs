namespace Gateway.Engine.Routing;

/// <summary>Rewrites a called number.</summary>
public sealed record NumberingRule
{
    public string Id { get; init; } = "";

    public NumberingStage Stage { get; init; }

    /// <summary>What is rewritten, in the notation of <see cref="NumberPattern"/>.</summary>
    public string Match { get; init; } = "";

    /// <summary>What it becomes: <c>*</c> stands for what the star of <see cref="Match"/> covered, <c>$1</c> for a group of an expression.</summary>
    public string Replace { get; init; } = "";

    /// <summary>Only for calls from this peer (before routing, transfer targets) or to this peer (after routing); null for all.</summary>
    public string? Peer { get; init; }
}

public enum NumberingStage
{
    BeforeRouting,
    AfterRouting,

    /// <summary>The number a transferor named, before policy sees it.</summary>
    TransferTarget,
}
