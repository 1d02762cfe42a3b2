using System.CommandLine;
using System.Text;
using Gateway.Host.Records;

namespace Gateway.Host.Commands;

/// <summary><c>gateway records verify|show FILE</c>: whether anybody changed the records of transfers, and what they say.</summary>
public static class RecordsCommand
{
    public static Command Create() => new("records", "The sealed records of transfers")
    {
        Form("verify", "Names every record that was changed or taken away", (lines, keys, output, _) =>
        {
            var faults = RecordChain.Faults(lines, keys).ToArray();
            foreach (var fault in faults)
            {
                output.WriteLine(fault);
            }

            // Who takes away the last lines leaves a whole file: compare this with what was noted before.
            output.WriteLine($"{lines.Length} lines, {faults.Length} faults{(lines is [.., var last] && SealedRecord.Parse(last) is { } end ? $", link {end.Link}" : "")}");
            return faults.Length == 0;
        }),
        Form("show", "Writes what they say, one JSON object a line", (lines, keys, output, errors) =>
        {
            var shut = 0;
            foreach (var text in lines.Select(line => SealedRecord.Parse(line)?.Open(keys)))
            {
                if (text is null)
                {
                    shut++;
                }
                else
                {
                    output.WriteLine(Encoding.UTF8.GetString(text));
                }
            }

            if (shut > 0)
            {
                errors.WriteLine($"records: {shut} of {lines.Length} lines cannot be opened with the keys of this configuration");
            }

            return shut == 0;
        }),
    };

    private static Command Form(string name, string description, Func<string[], IReadOnlyList<RecordKey>, TextWriter, TextWriter, bool> act)
    {
        var config = ConfigurationFile.Option();
        var file = new Argument<FileInfo>("FILE");
        var command = new Command(name, description) { file, config };
        command.SetAction(parsed =>
        {
            var (output, errors, records) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, parsed.GetValue(file)!);
            if (ConfigurationFile.Load(parsed.GetValue(config)!, errors, out var exitCode) is not { } configuration)
            {
                return exitCode;
            }

            try
            {
                var keys = configuration.Observability.Records is { } options ? RecordKey.Read(options, out _)! : [];
                return act(File.ReadAllLines(records.FullName), keys, output, errors) ? ExitCode.Done : ExitCode.Bad;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                errors.WriteLine($"records: {e.Message}");
                return ExitCode.Usage;
            }
        });
        return command;
    }
}
