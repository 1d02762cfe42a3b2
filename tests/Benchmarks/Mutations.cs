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
            if (!Build(tree))
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
                var noticed = Caught(tree, Path.GetRelativePath(tree, file).Split('/')[1]);
                if (noticed is not null)
                {
                    (caught, survived) = noticed.Value ? (caught + 1, survived) : (caught, survived + 1);
                    Console.WriteLine($"{(noticed.Value ? "caught  " : "SURVIVED")} {what}");
                }
                lines[line] = kept;
                File.WriteAllLines(file, lines);
                // Every assembly was built with the constant that survived.
                if (noticed == false)
                    Build(tree);
            }
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
        Console.WriteLine($"{caught} of {caught + survived} caught");
        return survived == 0 ? 0 : 1;
    }

    /// <summary>
    /// Null when the project does not build. The tests beside it are asked first, with its assembly alone exchanged; only what they let pass is
    /// built whole, since a constant may have been compiled into another assembly, and put to all of them.
    /// </summary>
    private static bool? Caught(string tree, string project)
    {
        var library = project + ".dll";
        var (built, used) = ($"{tree}/codecs/{project}/bin/Debug/net10.0/{library}", $"{tree}/tests/Codecs.Tests/bin/Debug/net10.0/{library}");
        if (!Run(tree, "dotnet", "build", "codecs/" + project, "--no-restore", "--no-dependencies", "-v", "q", "--nologo"))
            return null;
        var original = File.ReadAllBytes(used);
        File.Copy(built, used, overwrite: true);
        var passed = Test(tree, $"FullyQualifiedName~Codecs.Tests.{project.Split('.')[^1]}");
        File.WriteAllBytes(used, original);
        if (!passed)
            return true;
        return !(Build(tree) && Test(tree, "FullyQualifiedName!~Fuzz"));
    }

    private static bool Build(string tree) => Run(tree, "dotnet", "build", "tests/Codecs.Tests", "-v", "q", "--nologo");

    private static bool Test(string tree, string filter) => Run(tree, "dotnet", "test", "tests/Codecs.Tests", "--no-build", "--nologo", "--filter", filter);

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
