using System.CommandLine;
using Gateway.Host.Ladders;
using Gateway.Host.Replay;

namespace Gateway.Host.Commands;

/// <summary><c>gateway ladder FILE</c>: the calls of a capture, across protocols, as a ladder.</summary>
public static class LadderCommand
{
    public static Command Create()
    {
        var input = new CaptureInput();
        var mermaid = new Option<bool>("--mermaid") { Description = "A Mermaid sequence diagram" };
        var svg = new Option<FileInfo?>("--svg") { Description = "A picture, written to this file" };
        var names = new Option<string[]>("--name") { Description = "ADDR=NAME calls a party by its name", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("ladder", "Draws the calls of a capture, across protocols") { mermaid, svg, names };
        input.AddTo(command);
        command.SetAction(parsed =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var named = new Dictionary<string, string>();
            foreach (var word in parsed.GetValue(names) ?? [])
            {
                if (word.Split('=', 2) is not [{ Length: > 0 } address, { Length: > 0 } name])
                {
                    errors.WriteLine($"ladder: --name {word}: not ADDR=NAME");
                    return ExitCode.Usage;
                }

                named[address] = name;
            }

            if (input.Play(parsed, TextWriter.Null, errors, out var exitCode) is not { } report)
                return exitCode;
            var ladder = Of(input.Name(parsed), report, named);
            if (parsed.GetValue(svg) is { } picture)
            {
                try
                {
                    File.WriteAllText(picture.FullName, SvgLadder.Draw(ladder));
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    errors.WriteLine($"ladder: --svg {picture.Name}: {e.Message}");
                    return ExitCode.Usage;
                }
            }
            else
            {
                output.Write(parsed.GetValue(mermaid) ? MermaidLadder.Draw(ladder) : TextLadder.Draw(ladder));
            }

            return exitCode;
        });
        return command;
    }

    /// <summary>The ladder of a replay: its messages, and its faults at the line of whoever sent them.</summary>
    public static Ladder Of(string title, ReplayReport report, IReadOnlyDictionary<string, string> names)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(names);
        var messages = report.Events.Where(line => line is { Label: not null, Protocol: not "capture" }).ToList();
        var rows = new List<LadderRow>();
        foreach (var line in messages)
        {
            var (at, from, to) = (line.Time - messages[0].Time, Name(line.From), Name(line.To));
            rows.Add(new LadderRow.Message(at, from, to, line.TransferId is { } transfer ? $"[{transfer}] {line.Label}" : line.Label!));
            rows.AddRange(line.Faults.Select(fault => new LadderRow.Remark(at, from, $"{fault.Reason}: {fault.Text}")));
        }

        return Ladder.Of(title, rows);

        string Name(string? address) => names.GetValueOrDefault(address ?? "", address ?? "unknown");
    }
}
