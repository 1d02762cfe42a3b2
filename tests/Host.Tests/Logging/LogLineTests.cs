using System.Text.Json;
using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Host.Logging;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Host.Tests.Logging;

public class LogLineTests
{
    private static readonly Note Sample = new(
        NoteLevel.Information,
        "transfer.succeeded",
        "3001 is connected to 3002",
        new CorrelationId("story"),
        new TransferId(1),
        new CallId(2),
        new LegId(3),
        new PeerName("endpoint"),
        new Cause(17, 2, new OriginalCause("sip", 486, "Busy Here")),
        "rule-1");

    [Fact]
    public void A_line_is_one_object_with_every_id()
    {
        using var line = JsonDocument.Parse(Json(Sample));
        var expected = new Dictionary<string, string>
        {
            ["@l"] = "Information",
            ["@m"] = "3001 is connected to 3002",
            ["event"] = "transfer.succeeded",
            ["transfer_id"] = "T1",
            ["call_id"] = "C2",
            ["leg_id"] = "L3",
            ["peer"] = "endpoint",
            ["cause"] = "17",
            ["location"] = "2",
            ["original_cause"] = "sip 486 Busy Here",
            ["rule"] = "rule-1",
            ["correlation_id"] = "story",
        };
        Assert.Equal(
            expected.OrderBy(pair => pair.Key, StringComparer.Ordinal),
            line.RootElement.EnumerateObject().Where(property => property.Name != "@t")
                .Select(property => KeyValuePair.Create(property.Name, property.Value.ToString())).OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Wire_data_cannot_forge_a_line()
    {
        var forged = Sample with { Text = "x\n{\"@m\":\"all is well\"}\u001b[2J" };
        Assert.Single(Json(forged).TrimEnd().Split('\n'));
        Assert.Single(Human(forged).TrimEnd().Split('\n'));
        Assert.DoesNotContain('\u001b', Human(forged));
    }

    private static string Json(Note note) => Write(new JsonLines(), note);

    private static string Human(Note note) => Write(new HumanLines(), note);

    private static string Write(Serilog.Formatting.ITextFormatter formatter, Note note)
    {
        var sink = new TextSink(formatter);
        using var logger = new LoggerConfiguration().WriteTo.Sink(sink).CreateLogger();
        new NoteLog(logger).Write(note);
        return sink.Written.ToString();
    }

    private sealed class TextSink(Serilog.Formatting.ITextFormatter formatter) : ILogEventSink
    {
        public StringWriter Written { get; } = new();

        public void Emit(LogEvent logEvent) => formatter.Format(logEvent, Written);
    }
}
