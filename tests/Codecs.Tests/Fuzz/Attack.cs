using System.Diagnostics;

namespace Gateway.Codecs.Tests.Fuzz;

/// <summary>What an attack on one decoder gave.</summary>
/// <param name="Inputs">Inputs tried.</param>
/// <param name="Accepted">Inputs that gave a value.</param>
/// <param name="Median">Time of the median input.</param>
/// <param name="Slowest">Time of the slowest input, for a kibioctet of it where it is longer.</param>
/// <param name="Failures">What is broken, each with its input; the first few.</param>
internal sealed record AttackResult(long Inputs, long Accepted, TimeSpan Median, TimeSpan Slowest, IReadOnlyList<string> Failures);

internal static class Attack
{
    private const int FailuresKept = 10;
    private const int SlowestTimesMedian = 100;

    /// <summary>Tries so many damaged inputs.</summary>
    /// <param name="timed">
    /// Also asks that no input takes a hundred times the median. An input that seems to is tried again, since most often it was the machine.
    /// </param>
    public static AttackResult On(Decoder decoder, long inputs, ulong seed, bool timed = false, Action<long>? progress = null)
    {
        var mutator = new Mutator(seed, decoder.Words);
        var failures = new List<string>();
        foreach (var fixture in decoder.Fixtures)
            Try(decoder, fixture, failures, out _, out _);
        var histogram = new Histogram();
        long accepted = 0, slowest = 0, tried = 0;
        for (; tried < inputs && failures.Count < FailuresKept; tried++)
        {
            var octets = mutator.Next(decoder.Fixtures);
            Try(decoder, octets, failures, out var ticks, out var taken);
            if (taken)
                accepted++;
            if (timed)
            {
                histogram.Add(ticks);
                // Longer inputs may take longer, in proportion.
                var share = ticks * 1024 / Math.Max(1024, octets.Length);
                if (share > slowest && tried > 10_000)
                {
                    var limit = SlowestTimesMedian * Math.Max(1, histogram.Median);
                    for (var again = 0; again < 20 && share > limit / 4; again++)
                    {
                        Try(decoder, octets, [], out ticks, out _);
                        share = Math.Min(share, ticks * 1024 / Math.Max(1024, octets.Length));
                    }
                    slowest = Math.Max(slowest, share);
                    if (share > limit)
                        failures.Add($"{Stopwatch.GetElapsedTime(0, ticks)}, the median being {Stopwatch.GetElapsedTime(0, histogram.Median)}: {Convert.ToHexString(octets)}");
                }
            }
            if (progress is not null && tried % 100_000 == 0)
                progress(tried);
        }
        return new AttackResult(tried, accepted, Stopwatch.GetElapsedTime(0, histogram.Median), Stopwatch.GetElapsedTime(0, slowest), failures);
    }

    private static void Try(Decoder decoder, ReadOnlySpan<byte> octets, List<string> failures, out long ticks, out bool accepted)
    {
        string? broken;
        try
        {
            broken = decoder.Try(octets, out ticks, out accepted);
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            broken = thrown.ToString();
            (ticks, accepted) = (0, false);
        }
        if (broken is not null)
            failures.Add($"{decoder.Name}: {broken}\n  input {Convert.ToHexString(octets)}");
    }

    /// <summary>Counts by duration in steps of a sixteenth.</summary>
    private sealed class Histogram
    {
        private readonly long[] counts = new long[64 * 16];
        private long total;

        public void Add(long ticks)
        {
            counts[Math.Min(counts.Length - 1, Step(ticks))]++;
            total++;
        }

        public long Median
        {
            get
            {
                long seen = 0;
                for (var i = 0; i < counts.Length; i++)
                {
                    if ((seen += counts[i]) * 2 > total)
                        return (long)Math.Pow(2, i / 16.0);
                }
                return 1;
            }
        }

        private static int Step(long ticks) => (int)(Math.Log2(Math.Max(1, ticks)) * 16);
    }
}
