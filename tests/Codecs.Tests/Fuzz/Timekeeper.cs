using System.Diagnostics;

namespace Gateway.Codecs.Tests.Fuzz;

/// <summary>How the slowest input compares with the median one.</summary>
/// <param name="MedianNanoseconds">Time of the median accepted input.</param>
/// <param name="MedianOctets">Length of the median accepted input.</param>
/// <param name="SlowestNanoseconds">Time of the input that stands worst.</param>
/// <param name="Octets">The input that stands worst.</param>
/// <param name="TimesMedian">How many times the median it takes, as <see cref="Attack"/> counts it.</param>
internal sealed record Timing(double MedianNanoseconds, int MedianOctets, double SlowestNanoseconds, byte[] Octets, double TimesMedian);

/// <summary>Keeps a sample of the accepted inputs and the slowest of all inputs during an attack, and times them all alike at its end.</summary>
internal sealed class Timekeeper
{
    private const int SampleSize = 1001;
    private const int SlowestKept = 200;
    private const int RefreshEvery = 1_000_000;
    private const int Rounds = 25;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    private readonly Decoder decoder;
    private readonly Random random;
    private readonly List<byte[]> sample = [];
    private readonly PriorityQueue<byte[], double> longest = new(), densest = new();
    private long accepted, seen;

    public Timekeeper(Decoder decoder, ulong seed)
    {
        this.decoder = decoder;
        random = new Random((int)seed);
        // What is compiled while it runs would look slow.
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;)
        {
            foreach (var fixture in decoder.Fixtures)
                decoder.Time(fixture);
        }
    }

    public void Saw(ReadOnlySpan<byte> octets, long ticks, bool taken)
    {
        if (taken)
            Sample(octets);
        Keep(longest, octets, ticks, static (ticks, _) => ticks);
        Keep(densest, octets, ticks, static (ticks, octets) => ticks / (64.0 + octets));
        if (++seen % RefreshEvery != 0)
            return;
        // A place once taken by chance is given back.
        Refresh(longest, static (ticks, _) => ticks);
        Refresh(densest, static (ticks, octets) => ticks / (64.0 + octets));
    }

    /// <summary>Every accepted input is as likely as any other to be among the sample.</summary>
    private void Sample(ReadOnlySpan<byte> octets)
    {
        accepted++;
        if (sample.Count < SampleSize)
            sample.Add(octets.ToArray());
        else if (random.NextInt64(accepted) is < SampleSize and var place)
            sample[(int)place] = octets.ToArray();
    }

    private void Keep(PriorityQueue<byte[], double> kept, ReadOnlySpan<byte> octets, long ticks, Func<long, int, double> rank)
    {
        if (kept.Count == SlowestKept && kept.TryPeek(out _, out var least) && rank(ticks, octets.Length) <= least)
            return;
        // Most often it was the machine, not the input.
        for (var again = 0; again < 3; again++)
            ticks = Math.Min(ticks, decoder.Time(octets));
        if (kept.Count < SlowestKept)
            kept.Enqueue(octets.ToArray(), rank(ticks, octets.Length));
        else if (kept.TryPeek(out _, out least) && rank(ticks, octets.Length) > least)
            kept.EnqueueDequeue(octets.ToArray(), rank(ticks, octets.Length));
    }

    private void Refresh(PriorityQueue<byte[], double> kept, Func<long, int, double> rank)
    {
        var inputs = kept.UnorderedItems.Select(item => item.Element).ToArray();
        kept.Clear();
        foreach (var octets in inputs)
            kept.Enqueue(octets, rank(Best(octets), octets.Length));
    }

    /// <summary>The shortest of many times: what the input takes when nothing else has the processor.</summary>
    private long Best(byte[] octets)
    {
        var best = long.MaxValue;
        for (var round = 0; round < Rounds; round++)
            best = Math.Min(best, decoder.Time(octets));
        return best;
    }

    public Timing Judge()
    {
        var typical = sample.Count > 0 ? sample : [.. decoder.Fixtures];
        var median = Math.Max(1, Middle(typical.Select(Best)));
        var length = Math.Max(1, Middle(typical.Select(octets => (long)octets.Length)));
        var (octets, ticks, times) = longest.UnorderedItems.Concat(densest.UnorderedItems)
            .Select(item => (item.Element, Ticks: Best(item.Element)))
            .Select(slow => (slow.Element, slow.Ticks, Times: slow.Ticks / (median * Math.Max(1, (double)slow.Element.Length / length))))
            .MaxBy(slow => slow.Times);
        return new Timing(Nanoseconds(median), (int)length, Nanoseconds(ticks), octets ?? [], times);
    }

    private static double Nanoseconds(long ticks) => ticks * 1e9 / Stopwatch.Frequency;

    private static long Middle(IEnumerable<long> values)
    {
        long[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
