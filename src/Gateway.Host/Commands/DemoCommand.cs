using System.CommandLine;
using System.Text.Json;
using Gateway.Engine.Transfers;
using Gateway.Host.Demo;
using Gateway.Host.Ladders;
using Gateway.Host.Logging;
using Gateway.Lab;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace Gateway.Host.Commands;

/// <summary><c>gateway demo</c>: one call and transfer per method against the built-in far ends, and the ladder of each.</summary>
internal static class DemoCommand
{
    private static readonly Scene[] Scenes =
    [
        new("SIP to H.323, blind, by h450", "3001", "3002", Attended: false, "h450", Status: 200),
        new("SIP to ISDN, attended, by ect", "4001", "4002", Attended: true, "ect", Status: 200),
        new("SIP to QSIG, attended, by qsig-join", "5001", "5002", Attended: true, "qsig-join", Status: 200),
        new("SIP to ISDN, blind, the target is busy", "4001", "4086", Attended: false, "ect", Status: 486, Cause: 17),
        new("H.323 and ISDN joined, attended, by bridge", "3001", "4001", Attended: true, "bridge", Status: 200),
    ];

    public static Command Create()
    {
        var config = ConfigurationFile.Option();
        var verbose = new Option<bool>("--verbose") { Description = "Show the gateway's log as well" };
        var json = new Option<bool>("--json") { Description = "One object per scene, for machines" };
        var command = new Command("demo", "Everything on loopback in one process: calls, transfers and their ladders") { config, verbose, json };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(config)!, parsed.GetValue(verbose), parsed.GetValue(json)));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, bool verbose, bool json)
    {
        if (ConfigurationFile.Load(file, Console.Error, out var exitCode) is not { } configuration)
        {
            return exitCode;
        }

        using var logger = CreateLogger(verbose);
        using var loggers = new SerilogLoggerFactory(logger);
        var failed = 0;
        foreach (var scene in Scenes)
        {
            await Console.Error.WriteLineAsync($"{scene.Title} ...").ConfigureAwait(false);
            await using var stage = await DemoStage.BuildAsync(configuration, loggers, new NoteLog(logger)).ConfigureAwait(false);
            try
            {
                var record = await PlayAsync(stage, scene).ConfigureAwait(false);
                Show(scene, stage.Ladder(scene.Title), record, json);
            }
            catch (DemoFailedException e)
            {
                failed++;
                Console.WriteLine(TextLadder.Draw(stage.Ladder(scene.Title)));
                await Console.Error.WriteLineAsync($"FAILED: {scene.Title}: {e.Message}").ConfigureAwait(false);
            }
        }

        return failed == 0 ? ExitCode.Done : ExitCode.Bad;
    }

    private static async Task<TransferRecord> PlayAsync(DemoStage stage, Scene scene)
    {
        var caller = stage.Caller;
        var first = await caller.CallAsync(scene.Transferee).ConfigureAwait(false);
        if (scene.Attended)
        {
            caller.Do(new FarEndInput.Hold(first));
            await caller.WhenAsync<FarEndEvent.OnHold>(held => held.Call == first, "have the first call held").ConfigureAwait(false);
            var second = await caller.CallAsync(scene.Target).ConfigureAwait(false);
            caller.Do(new FarEndInput.TransferTo(first, second));
        }
        else
        {
            caller.Do(new FarEndInput.Transfer(first, scene.Target));
        }

        var told = await caller.WhenAsync<FarEndEvent.TransferProgress>(progress => progress.Status >= 200, "be told the outcome").ConfigureAwait(false);
        if (told.Status != scene.Status || told.Reasons.FirstOrDefault(reason => reason.IsQ850)?.Cause != scene.Cause)
        {
            throw new DemoFailedException($"the phone was told {told}, not {scene.Status}{(scene.Cause is { } cause ? $" with cause {cause}" : "")}");
        }

        var record = await stage.RecordAsync().ConfigureAwait(false);
        if (record.MethodsTried is not [.., var method] || method != scene.Method)
        {
            throw new DemoFailedException($"the gateway tried {string.Join(", ", record.MethodsTried)}, not {scene.Method}");
        }

        if (scene.Status == 200)
        {
            await caller.WhenAsync<FarEndEvent.Released>(released => released.Call == first, "see the first call end").ConfigureAwait(false);
        }
        else if (caller.HasSeen<FarEndEvent.Released>(released => released.Call == first))
        {
            throw new DemoFailedException("the first call did not survive the failed transfer");
        }

        return record;
    }

    private static void Show(Scene scene, Ladder ladder, TransferRecord record, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                scene = scene.Title,
                outcome = record.Outcome.ToString(),
                methods = record.MethodsTried,
                cause = record.Cause?.Value,
                transfer_id = record.Transfer.ToString(),
                correlation_id = record.Correlation.ToString(),
                ladder = ladder.Rows.OfType<LadderRow.Message>().Select(row => new { at = row.At.TotalSeconds, from = row.From, to = row.To, message = row.Label }),
            }));
            return;
        }

        Console.WriteLine(TextLadder.Draw(ladder));
        Console.WriteLine(scene.Status == 200
            ? $"  {record.Outcome}: {record.TransfereeParty} is connected to {record.TargetParty}, and the phone was told 200\n"
            : $"  {record.Outcome}: the phone was told {scene.Status} with Reason Q.850;cause={scene.Cause}; its call with {record.TransfereeParty} is still up\n");
    }

    private static Logger CreateLogger(bool verbose) => new LoggerConfiguration()
        .MinimumLevel.Is(verbose ? LogEventLevel.Debug : LogEventLevel.Fatal)
        .MinimumLevel.Override("Microsoft", LogEventLevel.Error)
        .WriteTo.Console(new HumanLines(), standardErrorFromLevel: LogEventLevel.Verbose)
        .CreateLogger();

    /// <summary>One demonstration, and how it must end.</summary>
    private sealed record Scene(string Title, string Transferee, string Target, bool Attended, string Method, int Status, int? Cause = null);
}
