using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gateway.Codecs.Tests.Fuzz;
using Gateway.Host.Commands;

namespace Gateway.Benchmarks;

/// <summary>How many lines a minute <c>gateway decode</c> takes from standard input, for every kind of message, as text and as JSON.</summary>
internal static class DecodeRate
{
    private const int Lines = 20_000;
    private const int Wanted = 100_000;

    private static readonly (string Kind, Func<IReadOnlyList<byte[]>> Messages)[] Kinds =
    [
        ("sip", () => Seeds.Sip), ("h225", () => Seeds.CallSignalling), ("h225-uu", () => Seeds.UserInformation), ("ras", () => Seeds.Ras),
        ("h245", () => Seeds.Control), ("h450", () => Seeds.SupplementaryService), ("q931", () => Seeds.Q931), ("facility", () => Seeds.Facilities), ("lapd", () => Seeds.Lapd),
    ];

    public static int Go()
    {
        var slow = false;
        Console.WriteLine($"{"kind",-10} {"octets a line",13} {"text, lines/min",16} {"json, lines/min",16}");
        foreach (var (kind, messages) in Kinds)
        {
            var seeds = messages();
            var input = Encoding.ASCII.GetBytes(string.Join('\n', Enumerable.Range(0, Lines).Select(i => Convert.ToHexStringLower(seeds[i % seeds.Count]))));
            var (text, json) = (Rate(kind, input), Rate(kind, input, "--json"));
            slow |= Math.Min(text, json) < Wanted;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-10} {input.Length / 2 / Lines,13} {text,16:N0} {json,16:N0}"));
        }
        Console.WriteLine(slow ? $"slower than {Wanted:N0} lines a minute" : $"none slower than {Wanted:N0} lines a minute");
        return slow ? 1 : 0;
    }

    /// <summary>The whole command, what it compiles while it runs included; only the console is absent.</summary>
    private static double Rate(string kind, byte[] input, params string[] options)
    {
        var clock = Stopwatch.StartNew();
        var command = DecodeCommand.Create(() => new MemoryStream(input));
        new RootCommand { command }.Parse(["decode", kind, .. options]).Invoke(new InvocationConfiguration { Output = new StreamWriter(Stream.Null), Error = TextWriter.Null });
        return Lines / clock.Elapsed.TotalMinutes;
    }
}
