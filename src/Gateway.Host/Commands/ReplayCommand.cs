using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gateway.Codecs.Capture.Files;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Host.Rendering;
using Gateway.Host.Replay;

namespace Gateway.Host.Commands;

/// <summary><c>gateway replay FILE</c>: what is in a capture, what is wrong with it, and what this gateway would have decided.</summary>
public static class ReplayCommand
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var input = new CaptureInput();
        var json = new Option<bool>("--json") { Description = "One object a line, for machines" };
        var command = new Command("replay", "Plays a capture to the engine and tells what it would have decided") { json };
        input.AddTo(command);
        command.SetAction(parsed =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (input.Play(parsed, errors, errors, out var exitCode) is not { } report)
                return exitCode;
            foreach (var line in report.Events)
                output.WriteLine(parsed.GetValue(json) ? line.ToJson().ToJsonString(Plain) : Text(line));
            return exitCode;
        });
        return command;
    }

    /// <summary>A line for people.</summary>
    private static string Text(ReplayEvent line)
    {
        var ids = string.Join(' ', new[] { line.CallId, line.TransferId, line.Leg }.OfType<string>());
        if (line.Decision is { } decision)
        {
            var more = string.Concat(
                decision.Cause is { } cause ? $" (cause {cause})" : "",
                decision.Rule is { } rule ? $" [rule {rule}]" : "");
            return RecordTree.Printable($"{"",7} {"",12}   => {ids}: {decision.Event}: {decision.Text}{more}");
        }

        var apdus = string.Concat(line.Apdus.Select(apdu => string.Create(CultureInfo.InvariantCulture, $" {apdu}({apdu.InvokeId})")));
        var text = string.Create(CultureInfo.InvariantCulture, $"{line.Frame,7} {line.Time.UtcDateTime:HH:mm:ss.fff} {line.Protocol,-4} {line.From} -> {line.To} {line.Message}{apdus}{(ids.Length == 0 ? "" : $" [{ids}]")}");
        return string.Join('\n', line.Faults.Select(fault => RecordTree.Printable($"{"",7} {"",12}   !! {fault}")).Prepend(RecordTree.Printable(text)));
    }
}
