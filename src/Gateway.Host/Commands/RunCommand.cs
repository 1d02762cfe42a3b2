using System.CommandLine;
using Gateway.Host.Logging;
using Gateway.Host.Options;
using Gateway.Host.Records;
using Microsoft.Extensions.Logging;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace Gateway.Host.Commands;

/// <summary><c>gateway run</c>: the service, until it is told to stop.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var config = ConfigurationFile.Option();
        var verbose = new Option<bool>("--verbose") { Description = "Log every message and turn" };
        var json = new Option<bool>("--json") { Description = "JSON lines on the terminal too" };
        var command = new Command("run", "Runs the service; also what no command does") { config, verbose, json };
        command.SetAction((parsed, cancellation) =>
            RunAsync(parsed.GetValue(config)!, parsed.GetValue(verbose), parsed.GetValue(json) || Console.IsOutputRedirected, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, bool verbose, bool json, CancellationToken cancellation)
    {
        if (ConfigurationFile.Load(file, Console.Error, out var exitCode) is not { } configuration)
        {
            return exitCode;
        }

        // JSON lines when standard output is not a terminal or when asked for.
        using var logger = LogQueue.CreateLogger(configuration.Observability, verbose, json, LogQueue.StandardOutput());
        using var loggers = new SerilogLoggerFactory(logger);
        var log = new NoteLog(logger);
        try
        {
            await using var lab = await LabService.BindAsync(configuration, loggers, TimeProvider.System).ConfigureAwait(false);
            await using var records = configuration.Observability.Records is { } sealing
                ? new RecordFile(sealing.File, RecordKey.Read(sealing, out _)!, configuration.Node, log, TimeProvider.System)
                : null;
            await using var service = await GatewayService.StartAsync(lab.Configuration, loggers, log, TimeProvider.System, recorded: records is null ? null : records.Add).ConfigureAwait(false);
            lab.Start(service);
            log.Write(
                LogEventLevel.Information,
                $"{configuration.Node} is up: SIP {(service.SipDoors.Count == 0 ? "none" : string.Join(" and ", service.SipDoors.Values))}, H.323 {Show(service.H323)}, D-channels {string.Join(", ", service.Trunks.Select(trunk => $"{trunk.Key} {trunk.Value}"))}",
                ("event", "service.up"));
            await WatchAsync(new ConfigurationWatch(file, log), service, cancellation).ConfigureAwait(false);
            log.Write(LogEventLevel.Information, $"{configuration.Node} stops: calls are being released", ("event", "service.down"));
            await service.StopAsync(TimeSpan.FromSeconds(3)).ConfigureAwait(false);
            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return ExitCode.Bad;
        }
    }

    private static string Show(System.Net.IPEndPoint? door) => door?.ToString() ?? "none";

    /// <summary>Until it is told to stop.</summary>
    private static async Task WatchAsync(ConfigurationWatch watch, GatewayService service, CancellationToken cancellation)
    {
        try
        {
            await watch.RunAsync(service.AdoptAsync, TimeProvider.System, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
        }
    }
}
