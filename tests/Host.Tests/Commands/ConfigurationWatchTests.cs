using Gateway.Host.Commands;
using Gateway.Host.Logging;
using Serilog;

namespace Host.Tests.Commands;

public sealed class ConfigurationWatchTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;
    private readonly StringWriter told = new();

    [Fact]
    public void What_was_written_anew_is_read_once_and_what_cannot_be_used_is_only_told()
    {
        var file = new FileInfo(Path.Combine(folder, "gateway.json"));
        var shipped = File.ReadAllText(Repository.Under("gateway.json"));
        File.WriteAllText(file.FullName, shipped);
        using var logger = new LoggerConfiguration().WriteTo.Sink(new Lines(told)).CreateLogger();
        var watch = new ConfigurationWatch(file, new NoteLog(logger));
        Assert.Null(watch.Look());

        File.WriteAllText(file.FullName, shipped.Replace("39*", "38*, 39*", StringComparison.Ordinal));
        Assert.NotNull(watch.Look());
        Assert.Null(watch.Look());
        Assert.Empty(told.ToString());

        File.WriteAllText(file.FullName, shipped.Replace("\"routes\"", "\"rotues\"", StringComparison.Ordinal) + " ");
        Assert.Null(watch.Look());
        Assert.Contains("the changed configuration is not used: gateway.json: rotues: unknown key", told.ToString(), StringComparison.Ordinal);

        File.Delete(file.FullName);
        Assert.Null(watch.Look());
        File.WriteAllText(file.FullName, shipped);
        Assert.NotNull(watch.Look());
    }

    public void Dispose()
    {
        told.Dispose();
        Directory.Delete(folder, true);
    }

    private sealed class Lines(StringWriter to) : Serilog.Core.ILogEventSink
    {
        public void Emit(Serilog.Events.LogEvent logEvent) => to.WriteLine(logEvent.RenderMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
