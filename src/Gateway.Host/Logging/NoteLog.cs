using Gateway.Engine;
using Gateway.Engine.Transfers;
using Serilog.Events;
using Serilog.Parsing;

namespace Gateway.Host.Logging;

/// <summary>Writes what the exchange noted: one line each, with every id that finds it again.</summary>
public sealed class NoteLog(Serilog.ILogger logger)
{
    private static readonly MessageTemplate Template = new MessageTemplateParser().Parse("{Text:l}");

    /// <summary>True when messages and turns are wanted too.</summary>
    public bool ShowsDebug => logger.IsEnabled(LogEventLevel.Debug);

    public void Write(Note note)
    {
        ArgumentNullException.ThrowIfNull(note);
        Line(
            note.Level switch
            {
                NoteLevel.Debug => LogEventLevel.Debug,
                NoteLevel.Warning => LogEventLevel.Warning,
                NoteLevel.Error => LogEventLevel.Error,
                _ => LogEventLevel.Information,
            },
            note.Text,
            ("event", note.Event),
            ("transfer_id", note.Transfer),
            ("call_id", note.Call),
            ("leg_id", note.Leg),
            ("peer", note.Peer),
            ("cause", note.Cause?.Value),
            ("location", note.Cause?.Location),
            ("original_cause", note.Cause?.Original),
            ("rule", note.Rule),
            ("correlation_id", note.Correlation));
    }

    /// <summary>The record of a finished transfer.</summary>
    public void Write(TransferRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        Line(
            LogEventLevel.Information,
            $"transfer {record.Outcome}: {record.TransferorParty} wanted {record.TransfereeParty} connected to {record.TargetParty}",
            ("event", "transfer.record"),
            ("transfer_id", record.Transfer),
            ("call_id", record.Call),
            ("leg_id", record.Transferor),
            ("transferee_leg_id", record.Transferee),
            ("target_leg_id", record.Target),
            ("kind", record.Attended ? "attended" : "blind"),
            ("outcome", record.Outcome),
            ("methods", string.Join(',', record.MethodsTried)),
            ("cause", record.Cause?.Value),
            ("location", record.Cause?.Location),
            ("original_cause", record.Cause?.Original),
            ("rule", string.Join(',', record.Rules)),
            ("correlation_id", record.Correlation));
    }

    /// <summary>A message on the wire, or a piece of a turn.</summary>
    public void Write(LogEventLevel level, string text, params ReadOnlySpan<(string Name, object? Value)> properties) => Line(level, text, properties);

    private void Line(LogEventLevel level, string text, params ReadOnlySpan<(string Name, object? Value)> properties)
    {
        if (!logger.IsEnabled(level))
        {
            return;
        }

        var told = new List<LogEventProperty>(properties.Length + 1) { new("Text", new ScalarValue(text)) };
        foreach (var (name, value) in properties)
        {
            if (value is not null)
            {
                // Its text is made where it is written, not by the pump.
                told.Add(new LogEventProperty(name, new ScalarValue(value)));
            }
        }

        logger.Write(new LogEvent(DateTimeOffset.Now, level, null, Template, told));
    }
}
