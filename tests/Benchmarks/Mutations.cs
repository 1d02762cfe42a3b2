using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Gateway.Benchmarks;

/// <summary>
/// Changes single constants of the codecs (an opcode, a bound, a count of components, a tag) in a copy of the tree, and asks whether a test
/// of <c>Codecs.Tests</c> fails each time. What survives is printed: it wants a test, or a reason.
/// </summary>
internal static partial class Mutations
{
    public static int Go(string[] arguments)
    {
        var count = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 30;
        var random = new Random(arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 2026);
        var copy = Directory.CreateTempSubdirectory("mutations").FullName;
        var (caught, survived) = (0, 0);
        try
        {
            Run(Repository.Root, "git", "clone", "--quiet", "--shared", ".", copy + "/tree");
            var tree = copy + "/tree";
            if (!Run(tree, "dotnet", "build", "tests/Codecs.Tests", "-v", "q", "--nologo"))
                throw new InvalidOperationException("the tree does not build");
            var constants = Constants(tree).ToList();
            while (caught + survived < count)
            {
                var (file, line, at, number) = constants[random.Next(constants.Count)];
                var lines = File.ReadAllLines(file);
                var kept = lines[line];
                var changed = Changed(number, random.Next(2) == 0 ? 1 : -1);
                lines[line] = kept[..at] + changed + kept[(at + number.Length)..];
                File.WriteAllLines(file, lines);
                var what = $"{Path.GetRelativePath(tree, file)}:{line + 1}: {number} -> {changed} in {kept.Trim()}";
                // What does not compile says nothing about the tests.
                if (Run(tree, "dotnet", "build", "tests/Codecs.Tests", "-v", "q", "--nologo"))
                {
                    var passed = Run(tree, "dotnet", "test", "tests/Codecs.Tests", "--no-build", "--nologo", "--filter", "FullyQualifiedName!~Fuzz");
                    (caught, survived) = passed ? (caught, survived + 1) : (caught + 1, survived);
                    Console.WriteLine($"{(passed ? "SURVIVED" : "caught  ")} {what}");
                }
                lines[line] = kept;
                File.WriteAllLines(file, lines);
            }
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
        Console.WriteLine($"{caught} of {caught + survived} caught");
        return survived == 0 ? 0 : 1;
    }

    private static IEnumerable<(string File, int Line, int At, string Number)> Constants(string tree) =>
        from file in Directory.GetFiles(Path.Combine(tree, "codecs"), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        where !file.Contains("/obj/", StringComparison.Ordinal)
        from line in File.ReadAllLines(file).Select((text, number) => (text, number))
        where !line.text.TrimStart().StartsWith("//", StringComparison.Ordinal)
        from Match match in Constant().Matches(line.text)
        select (file, line.number, match.Groups["number"].Index, match.Groups["number"].Value);

    private static string Changed(string number, int by) => number.StartsWith("0x", StringComparison.Ordinal)
        ? $"0x{Math.Max(0, int.Parse(number.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) ^ 1):X2}"
        : $"{(int.Parse(number, CultureInfo.InvariantCulture) is var value && value + by >= 0 ? value + by : value + 1)}";

    private static bool Run(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    /// <summary>Constants, members of enumerations, and the numbers that shape a type: optionals, additions, alternatives, bounds.</summary>
    [GeneratedRegex(@"(?:const (?:int|byte|string) \w+ = |^    \w+ = |optionals: |additions: |root: |Select\(ref writer, |Integer\(\d+, |Integer\([\w.]+, \d+, |OctetString\(|, 1, )(?<number>0x[0-9A-F]{1,4}|\d{1,6})\b")]
    private static partial Regex Constant();
}
