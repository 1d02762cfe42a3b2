namespace Simulation.Tests.World;

/// <summary>All chance of a world, from one seed: SplitMix64 (Steele, Lea, Flood 2014), small and the same everywhere.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public int Below(int limit) => (int)(Next() % (ulong)limit);

    public bool Chance(int percent) => percent > 0 && Below(100) < percent;

    public T OneOf<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public TimeSpan UpTo(TimeSpan limit) => limit <= TimeSpan.Zero ? TimeSpan.Zero : TimeSpan.FromTicks((long)(Next() % (ulong)(limit.Ticks + 1)));
}
