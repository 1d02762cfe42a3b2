using Gateway.Host.Logging;
using Gateway.Host.Options;
using Serilog.Events;

namespace Gateway.Host.Commands;

/// <summary>
/// Looks every two seconds whether the configuration was written anew. One that cannot be used changes nothing but the log; the service goes on by
/// what it has.
/// </summary>
public sealed class ConfigurationWatch(FileInfo file, NoteLog log)
{
    private (DateTime, long) seen = Stamp(file);

    /// <summary>The configuration when it changed since the last look and can be used; else null.</summary>
    public GatewayConfiguration? Look()
    {
        var stamp = Stamp(file);
        if (stamp == seen || stamp == default)
        {
            return null;
        }

        seen = stamp;
        using var problems = new StringWriter();
        var changed = ConfigurationFile.Load(file, problems, out _);
        if (changed is null)
        {
            log.Write(LogEventLevel.Warning, $"the changed configuration is not used: {problems.ToString().ReplaceLineEndings("; ")}", ("event", "configuration.refused"));
        }

        return changed;
    }

    public async Task RunAsync(Func<GatewayConfiguration, Task> adopt, TimeProvider clock, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2), clock);
        while (await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false))
        {
            if (Look() is { } changed)
            {
                await adopt(changed).ConfigureAwait(false);
            }
        }
    }

    private static (DateTime, long) Stamp(FileInfo file)
    {
        file.Refresh();
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
    }
}
