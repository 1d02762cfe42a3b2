using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Host.Rendering;
using Gateway.Host.Replay;

namespace Gateway.Host.Commands;

/// <summary>
/// <c>gateway explain FILE</c>: for each transfer in a capture which rules matched, which method was chosen and why not the others, which
/// timers ran, and where its cause came from.
/// </summary>
public static class ExplainCommand
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var input = new CaptureInput("FILE|ID", "A capture; what a running service did with a transfer is in its log, under the id");
        var json = new Option<bool>("--json") { Description = "One object a transfer, for machines" };
        var command = new Command("explain", "Tells why each transfer of a capture is decided as it is") { json };
        input.AddTo(command);
        command.SetAction(parsed =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (!input.Exists(parsed))
            {
                errors.WriteLine($"explain: {input.Name(parsed)}: no such file; a transfer of a running service is found in its log by transfer_id");
                return ExitCode.Usage;
            }

            if (input.Play(parsed, errors, errors, out var exitCode) is not { } report)
                return exitCode;
            var transfers = report.Events.Select(line => line.TransferId).OfType<string>().Distinct().ToList();
            foreach (var transfer in transfers)
            {
                if (parsed.GetValue(json))
                    output.WriteLine(ToJson(report, transfer).ToJsonString(Plain));
                else
                    Print(output, report, transfer);
            }

            if (transfers.Count == 0)
                errors.WriteLine($"explain: {input.Name(parsed)}: nobody asks for a transfer in this capture");
            return exitCode;
        });
        return command;
    }

    private static void Print(TextWriter output, ReplayReport report, string transfer)
    {
        var told = report.Events.Where(line => line.TransferId == transfer).ToList();
        output.WriteLine(RecordTree.Printable($"{transfer} in call {told.FirstOrDefault(line => line.Decision is not null)?.CallId ?? told[0].CallId}"));
        foreach (var line in told)
        {
            if (line.Decision is { } decision)
            {
                var rule = decision.Rule is { } id ? $" [rule {id}]" : "";
                var cause = decision.Cause is { } why ? $" (cause {why})" : "";
                Write(line.Frame, $"{decision.Event}: {decision.Text}{cause}{rule}");
            }
            else if (line.Apdus.Count > 0 || line.Protocol == "sip" || line.Faults.Count > 0)
            {
                Write(line.Frame, $"{line.From} -> {line.To} {line.Label}");
                foreach (var fault in line.Faults)
                    Write(line.Frame, $"  fault: {fault}");
            }
        }

        foreach (var timer in report.Timers.Where(timer => timer.TransferId == transfer))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    timer {timer.Name} {timer.Duration.TotalSeconds} s{(timer.Expired ? ", ran out" : "")}"));

        void Write(int frame, string text) => output.WriteLine(RecordTree.Printable(string.Create(CultureInfo.InvariantCulture, $"  {frame,6}  {text}")));
    }

    private static JsonObject ToJson(ReplayReport report, string transfer)
    {
        var told = report.Events.Where(line => line.TransferId == transfer).ToList();
        var recorded = told.LastOrDefault(line => line.Decision?.Event == "transfer.recorded")?.Decision;
        return new JsonObject
        {
            ["transfer_id"] = transfer,
            ["call_id"] = told.FirstOrDefault(line => line.Decision is not null)?.CallId,
            ["rule"] = told.Select(line => line.Decision).FirstOrDefault(decision => decision?.Event is "transfer.accepted" or "transfer.refused")?.Rule,
            ["outcome"] = recorded?.Outcome,
            ["methods"] = new JsonArray([.. (recorded?.Methods ?? []).Select(method => (JsonNode)method)]),
            ["cause"] = recorded?.Cause?.Value,
            ["original"] = recorded?.Cause?.Original?.ToString(),
            ["timers"] = new JsonArray([.. report.Timers.Where(timer => timer.TransferId == transfer).Select(timer => new JsonObject
            {
                ["name"] = timer.Name, ["seconds"] = timer.Duration.TotalSeconds, ["expired"] = timer.Expired,
            })]),
            ["captured"] = told.LastOrDefault(line => line.Decision?.Event == "capture.outcome")?.Decision?.Outcome,
            ["steps"] = new JsonArray([.. told.Select(line => line.ToJson())]),
        };
    }
}
