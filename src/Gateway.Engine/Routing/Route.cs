namespace Gateway.Engine.Routing;

/// <summary>Sends calls to a peer.</summary>
public sealed record Route
{
    public string Id { get; init; } = "";

    /// <summary>Called numbers, in the notation of <see cref="NumberPattern"/>; null for all.</summary>
    public string? Called { get; init; }

    /// <summary>The peer the call comes from; null for all.</summary>
    public string? From { get; init; }

    /// <summary>The peer the call goes to.</summary>
    public string To { get; init; } = "";
}
