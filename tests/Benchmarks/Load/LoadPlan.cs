namespace Gateway.Benchmarks.Load;

/// <summary>How long and where from. Rates are calls a second.</summary>
internal sealed record LoadPlan
{
    /// <summary>Below it nothing is worth measuring.</summary>
    public const double LowestRate = 20;

    public static readonly LoadPlan Full = new();

    public static readonly LoadPlan Quick = new()
    {
        Step = TimeSpan.FromSeconds(2), Growth = 1.35, Steady = TimeSpan.FromSeconds(8), WarmUp = [100, 250], DirectCalls = 9000, DirectTransfers = 3500, Calls = 800,
        HeldWarmUp = 200, EmptyAfter = TimeSpan.Zero, Levels = [2000], Linger = TimeSpan.FromSeconds(34), ZeroAfter = TimeSpan.FromSeconds(34),
    };

    public TimeSpan Step { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>By how much each rate is above the last one.</summary>
    public double Growth { get; init; } = 1.2;

    /// <summary>At 70 % of what was found.</summary>
    public TimeSpan Steady { get; init; } = TimeSpan.FromSeconds(60);

    public double[] WarmUp { get; init; } = [100, 250, 400];

    public double DirectCalls { get; init; } = 6000;

    public double DirectTransfers { get; init; } = 2500;

    public double Calls { get; init; } = 700;

    public double Transfers { get; init; } = 300;

    public double Relayed { get; init; } = 600;

    /// <summary>Calls before the first is held.</summary>
    public int HeldWarmUp { get; init; } = 2000;

    /// <summary>Until nothing is remembered of those.</summary>
    public TimeSpan EmptyAfter { get; init; } = TimeSpan.FromSeconds(35);

    /// <summary>Calls held at once.</summary>
    public int[] Levels { get; init; } = [100, 1000, 10_000, 50_000];

    /// <summary>How fast calls to be held are set up, and later ended.</summary>
    public double HoldRate { get; init; } = 800;

    /// <summary>Calls made beside those held, to see what each costs.</summary>
    public double ProbeRate { get; init; } = 200;

    public TimeSpan Probe { get; init; } = TimeSpan.FromSeconds(5);

    public int ProbeCalls => (int)(ProbeRate * Probe.TotalSeconds);

    /// <summary>Longer than 64 times T1 (RFC 3261 17), the longest that a transaction stays after its end.</summary>
    public TimeSpan Linger { get; init; } = TimeSpan.FromSeconds(35);

    /// <summary>After the last call ended: longer than everything that is remembered of it.</summary>
    public TimeSpan ZeroAfter { get; init; } = TimeSpan.FromSeconds(72);
}
