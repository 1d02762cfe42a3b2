using System.Diagnostics;
using System.Globalization;

namespace Gateway.Benchmarks;

internal static partial class Figures
{
    private static readonly (string File, string Module)[] ErlangModules =
        [("h225.asn", "H323-MESSAGES"), ("h235.asn", "H235-SECURITY-MESSAGES"), ("h245.asn", "MULTIMEDIA-SYSTEM-CONTROL")];

    /// <summary>sofia-sip and libosip2 on one message.</summary>
    private static IReadOnlyList<(string Program, double Decode, double Encode)> Libraries(byte[] octets)
    {
        var folder = Directory.CreateTempSubdirectory("figures");
        var (program, input) = (Path.Combine(folder.FullName, "sip"), Path.Combine(folder.FullName, "message"));
        File.WriteAllBytes(input, octets);
        var source = Repository.Under("tests", "Benchmarks", "peers", "sip.c");
        var lines = Run(folder, "gcc", "-O2", "-o", program, source, "-I/usr/include/sofia-sip-1.12", "-lsofia-sip-ua", "-losip2", "-losipparser2") is null
            ? null
            : Run(folder, program, input);
        folder.Delete(recursive: true);
        return [.. Read(lines)];
    }

    /// <summary>
    /// Erlang's asn1 on the contents of user-user, one line each. Type and SSA optimisation are off: the compiler of 25.2.3 miscompiles
    /// what asn1ct makes of H.225.0.
    /// </summary>
    private static IReadOnlyList<(string Program, double Decode, double Encode)> Erlang(string? modules, IReadOnlyList<byte[]> messages)
    {
        if (modules is null)
            return [];
        var folder = Directory.CreateTempSubdirectory("figures");
        foreach (var (file, module) in ErlangModules)
            File.Copy(Path.Combine(modules, file), Path.Combine(folder.FullName, module + ".asn"));
        File.Copy(Repository.Under("tests", "Benchmarks", "peers", "h225.erl"), Path.Combine(folder.FullName, "h225.erl"));
        string[] careful = ["+no_type_opt", "+no_ssa_opt"];
        var lines = Run(folder, "erlc", ["-bper", "+maps", .. careful, "H235-SECURITY-MESSAGES.asn"]) is not null
            && Run(folder, "erlc", ["-bper", "+maps", .. careful, "H323-MESSAGES.asn"]) is not null
            && Run(folder, "erlc", "h225.erl") is not null
            ? Run(folder, "erl", ["-noshell", "-run", "h225", "main", .. messages.Select(Convert.ToHexString)])
            : null;
        folder.Delete(recursive: true);
        if (lines is null)
            Console.Error.WriteLine("Erlang's asn1 is not there or could not compile the modules");
        return [.. Read(lines)];
    }

    private static IEnumerable<(string Program, double Decode, double Encode)> Read(string? lines) =>
        from line in (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)
        let words = line.Split(' ')
        select (words[0], double.Parse(words[1], CultureInfo.InvariantCulture), double.Parse(words[2], CultureInfo.InvariantCulture));

    /// <summary>What it printed; null when it is not there or did not succeed.</summary>
    private static string? Run(DirectoryInfo folder, string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = folder.FullName,
            })!;
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
