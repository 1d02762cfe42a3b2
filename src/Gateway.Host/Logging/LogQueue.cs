using System.Collections.Concurrent;
using System.Text;
using Gateway.Host.Options;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace Gateway.Host.Logging;

/// <summary>
/// Takes log events from the pump without making it wait, and writes them on a thread of its own, many lines at a time: a slow terminal must
/// not hold up calls. When it is so slow that the queue is full, lines are dropped and their number is told.
/// </summary>
public sealed class LogQueue : ILogEventSink, IDisposable
{
    private const int Capacity = 65536;

    /// <summary>A line may come out that much later; to wake for each one costs more than to write it.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(5);

    private readonly BlockingCollection<LogEvent> waiting = new(Capacity);
    private readonly ManualResetEventSlim stopping = new(initialState: false, spinCount: 0);
    private readonly ITextFormatter lines;
    private readonly TextWriter output;
    private readonly ILogEventSink? file;
    private readonly Redaction? redaction;
    private readonly Thread writer;
    private int lost;

    /// <param name="lines">How a line looks.</param>
    /// <param name="output">Where it is written.</param>
    /// <param name="file">Hears every event, too.</param>
    /// <param name="redaction">What every event goes through before; null: nothing is hidden.</param>
    public LogQueue(ITextFormatter lines, TextWriter output, ILogEventSink? file = null, Redaction? redaction = null)
    {
        (this.lines, this.output, this.file, this.redaction) = (lines, output, file, redaction);
        writer = new Thread(Write) { IsBackground = true, Name = "log" };
        writer.Start();
    }

    /// <summary>The log of the service: JSON lines on the output or human ones, the same text in both, and JSON lines in a file when that is asked for.</summary>
    public static Logger CreateLogger(ObservabilityOptions options, bool verbose, bool json, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(options);
        var file = options.LogFile is { } path
            ? new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.File(new JsonLines(), path, rollingInterval: RollingInterval.Day).CreateLogger()
            : null;
        var redaction = options.ShowLastDigits is { } shown ? new Redaction(shown) : null;
        return new LoggerConfiguration()
            .MinimumLevel.Is(verbose || options.LogTurns ? LogEventLevel.Debug : LogEventLevel.Information)
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Gateway.Transport", LogEventLevel.Information)
            .WriteTo.Sink(new LogQueue(json ? new JsonLines() : new HumanLines(), output, file, redaction))
            .CreateLogger();
    }

    /// <summary>Standard output, written only when it is flushed.</summary>
    public static TextWriter StandardOutput() =>
        new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);

    public void Emit(LogEvent logEvent)
    {
        if (!waiting.TryAdd(logEvent))
        {
            Interlocked.Increment(ref lost);
        }
    }

    /// <summary>Writes what is waiting, and ends.</summary>
    public void Dispose()
    {
        waiting.CompleteAdding();
        stopping.Set();
        writer.Join();
        (file as IDisposable)?.Dispose();
        waiting.Dispose();
        stopping.Dispose();
    }

    private void Write()
    {
        foreach (var first in waiting.GetConsumingEnumerable())
        {
            Write(first);
            while (waiting.TryTake(out var next))
            {
                Write(next);
            }

            if (Interlocked.Exchange(ref lost, 0) is > 0 and var count)
            {
                Write(new LogEvent(first.Timestamp, LogEventLevel.Warning, null, MessageTemplate.Empty, [new LogEventProperty("lines_lost", new ScalarValue(count))]));
            }

            try
            {
                output.Flush();
            }
            catch (IOException)
            {
                // Nobody reads us any more; calls go on.
            }

            stopping.Wait(Gathering);
        }
    }

    private void Write(LogEvent logEvent)
    {
        logEvent = redaction?.Of(logEvent) ?? logEvent;
        try
        {
            lines.Format(logEvent, output);
        }
        catch (IOException)
        {
            // As above: the buffer was full, and nobody reads.
        }

        file?.Emit(logEvent);
    }
}
