namespace Simulation.Tests.World;

/// <summary>How badly the network treats what is given to it.</summary>
internal sealed record NetworkQuality
{
    /// <summary>Nothing is lost and everything takes as long: what scenarios are written for.</summary>
    public static readonly NetworkQuality Good = new();

    /// <summary>Every frame takes at least this long.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>And up to this much longer; datagrams overtake each other by it.</summary>
    public TimeSpan Jitter { get; init; }

    public int LossPercent { get; init; }

    public int DuplicatePercent { get; init; }

    /// <summary>Streams arrive in pieces of random size.</summary>
    public bool Splits { get; init; }
}
