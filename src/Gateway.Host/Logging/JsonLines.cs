using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Serilog.Events;
using Serilog.Formatting;

namespace Gateway.Host.Logging;

/// <summary>One JSON object a line: <c>@t</c>, <c>@l</c>, <c>@m</c> and every property under its own name. What came from the wire is data in it, never structure.</summary>
public sealed class JsonLines : ITextFormatter, IDisposable
{
    // Control characters and quotes are escaped; a plus of a number or a letter of a name stays readable. No browser reads this.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock writing = new();
    private readonly ArrayBufferWriter<byte> line = new(512);
    private readonly Utf8JsonWriter json;
    private char[] text = new char[512];

    public JsonLines() => json = new Utf8JsonWriter(line, Readable);

    public void Format(LogEvent logEvent, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(logEvent);
        ArgumentNullException.ThrowIfNull(output);
        lock (writing)
        {
            line.ResetWrittenCount();
            json.Reset();
            Write(logEvent);
            if (text.Length < line.WrittenCount)
            {
                text = new char[line.WrittenCount];
            }

            output.WriteLine(text, 0, Encoding.UTF8.GetChars(line.WrittenSpan, text));
        }
    }

    private void Write(LogEvent logEvent)
    {
        Span<char> time = stackalloc char[32];
        logEvent.Timestamp.UtcDateTime.TryFormat(time, out var length, "O", CultureInfo.InvariantCulture);
        json.WriteStartObject();
        json.WriteString("@t", time[..length]);
        json.WriteString("@l", logEvent.Level.ToString());
        json.WriteString("@m", logEvent.RenderMessage(CultureInfo.InvariantCulture));
        foreach (var (name, value) in logEvent.Properties)
        {
            // "Text" is the whole message already said by @m.
            if (name != "Text")
            {
                json.WritePropertyName(name);
                Write(value);
            }
        }

        if (logEvent.Exception is { } exception)
        {
            json.WriteString("@x", exception.ToString());
        }

        json.WriteEndObject();
        json.Flush();
    }

    public void Dispose() => json.Dispose();

    private void Write(LogEventPropertyValue value)
    {
        switch (value)
        {
            case ScalarValue { Value: null }:
                json.WriteNullValue();
                break;
            case ScalarValue { Value: bool flag }:
                json.WriteBooleanValue(flag);
                break;
            case ScalarValue { Value: int number }:
                json.WriteNumberValue(number);
                break;
            case ScalarValue { Value: long number }:
                json.WriteNumberValue(number);
                break;
            case ScalarValue { Value: double number } when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case ScalarValue { Value: var other }:
                json.WriteStringValue(Convert.ToString(other, CultureInfo.InvariantCulture));
                break;
            case SequenceValue sequence:
                json.WriteStartArray();
                foreach (var element in sequence.Elements)
                {
                    Write(element);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(value.ToString(null, CultureInfo.InvariantCulture));
                break;
        }
    }
}
