using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;

namespace Gateway.Host.Logging;

/// <summary>The same lines for people at a terminal. Control characters from the wire become <c>?</c>, so that nobody can forge a line.</summary>
public sealed class HumanLines : ITextFormatter
{
    private static readonly string[] Ids = ["event", "transfer_id", "call_id", "leg_id", "peer", "cause", "rule", "correlation_id"];

    public void Format(LogEvent logEvent, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(logEvent);
        ArgumentNullException.ThrowIfNull(output);
        var ids = Ids.Where(logEvent.Properties.ContainsKey)
            .Select(id => $"{id}={(logEvent.Properties[id] is ScalarValue { Value: var value } ? Convert.ToString(value, CultureInfo.InvariantCulture) : "")}");
        output.Write(logEvent.Timestamp.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture));
        output.Write($" {Mark(logEvent.Level)} ");
        output.Write(Clean(logEvent.RenderMessage(CultureInfo.InvariantCulture)));
        output.WriteLine(Clean($"  {string.Join(' ', ids)}".TrimEnd()));
        if (logEvent.Exception is { } exception)
        {
            output.WriteLine(exception);
        }
    }

    private static string Mark(LogEventLevel level) => level switch
    {
        LogEventLevel.Verbose or LogEventLevel.Debug => "debug",
        LogEventLevel.Information => "info ",
        LogEventLevel.Warning => "WARN ",
        _ => "ERROR",
    };

    private static string Clean(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '?' : c));
}
