using System.CommandLine;
using System.Globalization;
using Gateway.Codecs.Capture.Files;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Host.Commands;

namespace Gateway.Host.Replay;

/// <summary>The words of the command line that name a capture and how to read it, alike for every command that takes one.</summary>
/// <param name="argument">How the capture's argument is called.</param>
/// <param name="description">What may stand there.</param>
internal sealed class CaptureInput(string argument = "FILE", string description = "pcap or pcapng")
{
    private readonly Argument<FileInfo> file = new(argument) { Description = description };
    private readonly Option<FileInfo> config = ConfigurationFile.Option();
    private readonly Option<string[]> lapd = new("--lapd-udp")
    {
        Description = "UDP ports whose datagrams are LAPD frames, beside those of the configured trunks: PORT[,PORT]",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> variant = new("--variant") { Description = "Whose operations the D-channels carry (etsi qsig ni2 dms); each element tells when absent" };

    public void AddTo(Command command)
    {
        command.Add(file);
        command.Add(config);
        command.Add(lapd);
        command.Add(variant);
    }

    public string Name(ParseResult parsed) => parsed.GetValue(file)!.Name;

    public bool Exists(ParseResult parsed) => parsed.GetValue(file)!.Exists;

    /// <summary>Reads and plays; null, and one line on standard error, when it cannot. A capture that is damaged is played as far as it goes and ends with 1.</summary>
    /// <param name="assumptions">Hears who was taken for which peer.</param>
    public ReplayReport? Play(ParseResult parsed, TextWriter assumptions, TextWriter errors, out int exitCode)
    {
        exitCode = ExitCode.Usage;
        var command = parsed.CommandResult.Command.Name;
        var name = Name(parsed);
        var ports = new HashSet<int>();
        foreach (var word in (parsed.GetValue(lapd) ?? []).SelectMany(words => words.Split(',', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (!ushort.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port == 0)
            {
                errors.WriteLine($"{command}: --lapd-udp {word}: not a port");
                return null;
            }

            ports.Add(port);
        }

        FacilityVariant? operations = null;
        if (parsed.GetValue(variant) is { } wanted)
        {
            if (!DecodeCommand.Variants.TryGetValue(wanted, out var known))
            {
                errors.WriteLine($"{command}: --variant {wanted}: not one of {string.Join(' ', DecodeCommand.Variants.Keys)}");
                return null;
            }

            operations = known;
        }

        byte[] octets;
        try
        {
            octets = File.ReadAllBytes(parsed.GetValue(file)!.FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"{command}: {name}: {e.Message}");
            return null;
        }

        var capture = CaptureFile.Read(octets);
        if (capture.Fault is { } fault)
            errors.WriteLine($"{command}: {name}: octet {fault.Offset}: {fault.Reason}");
        if (capture is { Fault: not null, Frames.Count: 0 })
            return null;
        if (ConfigurationFile.Load(parsed.GetValue(config)!, errors, out var bad) is not { } configuration)
        {
            exitCode = bad;
            return null;
        }

        exitCode = capture.Fault is null ? ExitCode.Done : ExitCode.Bad;
        var report = ReplaySession.Run(capture, configuration, new ReplayOptions(ports, operations));
        foreach (var assumption in report.Assumptions)
            assumptions.WriteLine($"{command}: {assumption}");
        return report;
    }
}
