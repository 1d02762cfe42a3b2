using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Serilog.Events;
using Serilog.Formatting;

namespace Gateway.Host.Logging;

/// <summary>One JSON object a line: <c>@t</c>, <c>@l</c>, <c>@m</c> and every property under its own name. What came from the wire is data in it, never structure.</summary>
public sealed class JsonLines : ITextFormatter
{
    // Control characters and quotes are escaped; a plus of a number or a letter of a name stays readable. No browser reads this.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Format(LogEvent logEvent, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(logEvent);
        ArgumentNullException.ThrowIfNull(output);
        var line = new JsonObject
        {
            ["@t"] = logEvent.Timestamp.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["@l"] = logEvent.Level.ToString(),
            ["@m"] = logEvent.RenderMessage(CultureInfo.InvariantCulture),
        };
        // "Text" is the whole message already said by @m.
        foreach (var (name, value) in logEvent.Properties.Where(property => property.Key != "Text"))
        {
            line[name] = Node(value);
        }

        if (logEvent.Exception is { } exception)
        {
            line["@x"] = exception.ToString();
        }

        output.WriteLine(line.ToJsonString(Readable));
    }

    private static JsonNode? Node(LogEventPropertyValue value) => value switch
    {
        ScalarValue { Value: null } => null,
        ScalarValue { Value: bool flag } => JsonValue.Create(flag),
        ScalarValue { Value: int number } => JsonValue.Create(number),
        ScalarValue { Value: long number } => JsonValue.Create(number),
        ScalarValue { Value: double number } => JsonValue.Create(number),
        ScalarValue { Value: var other } => JsonValue.Create(Convert.ToString(other, CultureInfo.InvariantCulture)),
        SequenceValue sequence => new JsonArray([.. sequence.Elements.Select(Node)]),
        _ => JsonValue.Create(value.ToString(null, CultureInfo.InvariantCulture)),
    };
}
