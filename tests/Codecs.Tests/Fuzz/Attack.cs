namespace Gateway.Codecs.Tests.Fuzz;

/// <summary>What an attack on one decoder gave.</summary>
/// <param name="Inputs">Inputs tried.</param>
/// <param name="Accepted">Inputs that gave a value.</param>
/// <param name="Timing">Null when nobody looked at the clock.</param>
/// <param name="Failures">What is broken, each with its input; the first few.</param>
internal sealed record AttackResult(long Inputs, long Accepted, Timing? Timing, IReadOnlyList<string> Failures);

/// <summary>
/// Tries damaged inputs on a decoder. The long run also asks that no input takes more than a hundred times the median. The median is that of 1,001
/// accepted inputs drawn at random from all of the run; an input refused at its first octet is no measure for one that is read to its end. An input
/// longer than the median one may take longer in proportion, a shorter one no less: its limit is 100 x median x max(1, octets / median octets).
/// The 200 slowest inputs of the run and the 200 slowest by the octet are judged; slow is what stays slow when tried again at once, and what got among
/// them by chance loses its place. At the end of the run, with everything compiled, each of them and each of the sample is timed 25 times and the
/// shortest time counts, for both alike, so that neither other work on the machine nor the collector decides. Tests look at no clock.
/// </summary>
internal static class Attack
{
    private const int FailuresKept = 10;
    private const int SlowestTimesMedian = 100;

    /// <summary>Tries so many damaged inputs.</summary>
    /// <param name="timed">Also judges their time.</param>
    public static AttackResult On(Decoder decoder, long inputs, ulong seed, bool timed = false, Action<long>? progress = null)
    {
        var mutator = new Mutator(seed, decoder.Words);
        var failures = new List<string>();
        var clock = timed ? new Timekeeper(decoder, seed) : null;
        foreach (var fixture in decoder.Fixtures)
            Try(decoder, fixture, failures, out _, out _);
        long accepted = 0, tried = 0;
        for (; tried < inputs && failures.Count < FailuresKept; tried++)
        {
            var octets = mutator.Next(decoder.Fixtures);
            Try(decoder, octets, failures, out var ticks, out var taken);
            if (taken)
                accepted++;
            clock?.Saw(octets, ticks, taken);
            if (progress is not null && tried % 100_000 == 0)
                progress(tried);
        }
        var timing = clock?.Judge();
        if (timing is { TimesMedian: > SlowestTimesMedian })
            failures.Add($"{decoder.Name}: {timing.SlowestNanoseconds:N0} ns for {timing.Octets.Length} octets, the median being {timing.MedianNanoseconds:N0} ns for {timing.MedianOctets}\n  input {Convert.ToHexString(timing.Octets)}");
        return new AttackResult(tried, accepted, timing, failures);
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
}
