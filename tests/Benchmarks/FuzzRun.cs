using System.Diagnostics;
using System.Globalization;
using Gateway.Codecs.Tests.Fuzz;

namespace Gateway.Benchmarks;

/// <summary>The long attack on the decoders: 10 million inputs for each unless told otherwise, two decoders at a time.</summary>
internal static class FuzzRun
{
    public static int Go(string[] arguments)
    {
        var inputs = arguments.Length > 0 ? long.Parse(arguments[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : 10_000_000;
        var names = arguments.Length > 1 ? arguments[1..] : [.. Decoders.Names];
        if (names.Except(Decoders.Names).FirstOrDefault() is { } unknown)
        {
            Console.Error.WriteLine($"no decoder {unknown}; there are {string.Join(' ', Decoders.Names)}");
            return 2;
        }
        Console.WriteLine($"{"decoder",-16} {"inputs",12} {"accepted",9} {"median",9} {"octets",6} {"slowest",9} {"octets",6} {"times",6} {"per second",11}");
        var failed = false;
        Parallel.ForEach(
            names,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            name =>
            {
                var clock = Stopwatch.StartNew();
                var shown = TimeSpan.FromSeconds(10);
                var result = Attack.On(Decoders.Named(name), inputs, seed: 10_000_000, timed: true, progress: tried =>
                {
                    if (clock.Elapsed < shown)
                        return;
                    shown += TimeSpan.FromSeconds(10);
                    Console.Error.WriteLine($"{name}: {tried:N0} of {inputs:N0}");
                });
                lock (names)
                {
                    Console.WriteLine(
                        $"{name,-16} {result.Inputs,12:N0} {(double)result.Accepted / Math.Max(1, result.Inputs),9:P1} {result.Timing!.MedianNanoseconds,6:N0} ns {result.Timing.MedianOctets,6} {result.Timing.SlowestNanoseconds,6:N0} ns {result.Timing.Octets.Length,6} {result.Timing.TimesMedian,6:N1} {result.Inputs / clock.Elapsed.TotalSeconds,11:N0}");
                    foreach (var failure in result.Failures)
                        Console.WriteLine(failure);
                    failed |= result.Failures.Count > 0;
                }
            });
        Console.WriteLine(failed ? "failed" : "nothing broken");
        return failed ? 1 : 0;
    }
}
