using System.Diagnostics;

namespace Gateway.Benchmarks;

/// <summary>
/// What typical messages cost, beside programs of others in the same run where they are installed (libsofia-sip-ua-dev, libosip2-dev, gcc;
/// erlang-asn1). The best of many short rounds: the ratio of two figures tells more than either, since machines and their load differ.
/// </summary>
internal static partial class Figures
{
    private const int Rounds = 61;

    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(20);

    /// <param name="modules">Folder of the ASN.1 modules that Erlang needs, which are not ours to keep; null leaves Erlang out.</param>
    public static int Go(string? modules)
    {
        if (modules is not null && ErlangModules.Select(module => Path.Combine(modules, module.File)).FirstOrDefault(file => !File.Exists(file)) is { } missing)
        {
            Console.Error.WriteLine($"{missing} is not there; the folder must hold {string.Join(", ", ErlangModules.Select(module => module.File))}");
            return 2;
        }
        Console.WriteLine($"{"message",-50} {"octets",6} {"decode",9} {"allocated",9} {"encode",9} {"allocated",9}");
        Copying();
        H323(modules);
        Isdn();
        Sip();
        Growth();
        return 0;
    }

    /// <summary>The yardstick that needs nothing installed.</summary>
    private static void Copying()
    {
        byte[] from = [.. Enumerable.Range(0, 1000).Select(i => (byte)i)], to = new byte[1000];
        var copied = Measure(() =>
        {
            for (var i = 0; i < from.Length; i++)
                to[i] = from[i];
            return to.Length;
        });
        Console.WriteLine($"{"a plain loop that copies as many octets",-50} {from.Length,6} {copied.Nanoseconds,6:N0} ns");
    }

    private static (double Decode, double Encode) Show<T>(string name, int octets, Func<T> decode, Func<int> encode)
    {
        var (decoding, decoded) = Measure(decode);
        var (encoding, encoded) = Measure(encode);
        Console.WriteLine($"{name,-50} {octets,6} {decoding,6:N0} ns {decoded,7:N0} B {encoding,6:N0} ns {encoded,7:N0} B");
        return (decoding, encoding);
    }

    private static void Compare(IEnumerable<(string Program, double Decode, double Encode)> others, (double Decode, double Encode) ours)
    {
        foreach (var (program, decode, encode) in others)
            Console.WriteLine($"  {program,-48} {"",6} {decode,6:N0} ns {"",9} {encode,6:N0} ns    ratio {decode / ours.Decode:N1} and {encode / ours.Encode:N1}");
    }

    private static (double Nanoseconds, long Allocated) Measure<T>(Func<T> action)
    {
        var warm = Stopwatch.StartNew();
        long times = 0;
        while (warm.ElapsedMilliseconds < 1000)
        {
            action();
            times++;
        }
        var each = Math.Max(1, (int)(times * Round.TotalMilliseconds / 1000));
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < each; i++)
                action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds / each);
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            action();
        return (best, (GC.GetAllocatedBytesForCurrentThread() - before) / 1000);
    }
}
