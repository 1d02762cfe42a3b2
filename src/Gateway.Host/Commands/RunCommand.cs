using System.CommandLine;
using Gateway.Host.Logging;
using Gateway.Host.Options;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Core;
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

    /// <summary>JSON lines when standard output is not a terminal or when asked for, human lines otherwise; the same text in both.</summary>
    public static Logger CreateLogger(ObservabilityOptions options, bool verbose, bool json)
    {
        var file = options.LogFile is { } path
            ? new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.File(new JsonLines(), path, rollingInterval: RollingInterval.Day).CreateLogger()
            : null;
        return new LoggerConfiguration()
            .MinimumLevel.Is(verbose || options.LogTurns ? LogEventLevel.Debug : LogEventLevel.Information)
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Gateway.Transport", LogEventLevel.Information)
            .WriteTo.Sink(new LogQueue(json ? new JsonLines() : new HumanLines(), LogQueue.StandardOutput(), file))
            .CreateLogger();
    }

    private static async Task<int> RunAsync(FileInfo file, bool verbose, bool json, CancellationToken cancellation)
    {
        if (ConfigurationFile.Load(file, Console.Error, out var exitCode) is not { } configuration)
        {
            return exitCode;
        }

        using var logger = CreateLogger(configuration.Observability, verbose, json);
        using var loggers = new SerilogLoggerFactory(logger);
        var log = new NoteLog(logger, configuration.Observability.ShowLastDigits);
        try
        {
            await using var lab = await LabService.BindAsync(configuration, loggers, TimeProvider.System).ConfigureAwait(false);
            await using var service = await GatewayService.StartAsync(lab.Configuration, loggers, log, TimeProvider.System).ConfigureAwait(false);
            lab.Start(service);
            log.Write(
                LogEventLevel.Information,
                $"{configuration.Node} is up: SIP {(service.SipDoors.Count == 0 ? "none" : string.Join(" and ", service.SipDoors.Values))}, H.323 {Show(service.H323)}, D-channels {string.Join(", ", service.Trunks.Select(trunk => $"{trunk.Key} {trunk.Value}"))}",
                ("event", "service.up"));
            await WaitAsync(cancellation).ConfigureAwait(false);
            log.Write(LogEventLevel.Information, $"{configuration.Node} stops: calls are being released", ("event", "service.down"));
            await service.StopAsync(TimeSpan.FromSeconds(3)).ConfigureAwait(false);
            return ExitCode.Done;
        }
        catch (IOException e)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return ExitCode.Bad;
        }
    }

    private static string Show(System.Net.IPEndPoint? door) => door?.ToString() ?? "none";

    private static async Task WaitAsync(CancellationToken cancellation)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellation.Register(() => stopped.TrySetResult()).ConfigureAwait(false);
        await stopped.Task.ConfigureAwait(false);
    }
}
