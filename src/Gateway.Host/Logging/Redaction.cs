using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Serilog.Events;

namespace Gateway.Host.Logging;

/// <summary>
/// Hides telephone numbers in every value of a line, however deep, and in its exception: of four or more digits only the last stay
/// readable. What finds a line again stays as it is: ids and names, in their own properties and in the text; addresses and ports; the names of standards.
/// </summary>
/// <param name="shown">How many digits at the end of a number stay readable.</param>
public sealed partial class Redaction(int shown)
{
    /// <summary>Shorter ones are codes: causes, statuses, counts.</summary>
    private const int ShortestNumber = 4;

    /// <summary>Properties that hold our own ids, and names of the configuration.</summary>
    private static readonly FrozenSet<string> Ids = FrozenSet.Create(
        StringComparer.Ordinal,
        "event", "transfer_id", "call_id", "leg_id", "transferee_leg_id", "target_leg_id", "correlation_id", "peer", "rule", "trunk", "methods", "SourceContext", "EventId");

    /// <summary>The line as it may be written.</summary>
    public LogEvent Of(LogEvent line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return new LogEvent(
            line.Timestamp,
            line.Level,
            line.Exception is { } exception ? new Told(Of(exception.ToString())) : null,
            line.MessageTemplate,
            line.Properties.Select(property => Ids.Contains(property.Key) ? new LogEventProperty(property.Key, property.Value) : Of(property.Key, property.Value)));
    }

    /// <summary>The text with its numbers hidden.</summary>
    public string Of(string text) => Words().Replace(text, word => word.Groups["kept"].Success ? word.Value
        : !word.Groups["address"].Success ? Hidden(word.Value)
        : IPAddress.TryParse(word.Groups["address"].Value, out _) ? word.Value
        // A time of day, perhaps; or a number between colons.
        : string.Join(':', word.Value.Split(':').Select(Hidden)));

    private LogEventProperty Of(string name, LogEventPropertyValue value) => new(name, Of(value));

    private LogEventPropertyValue Of(LogEventPropertyValue value) => value switch
    {
        SequenceValue sequence => new SequenceValue(sequence.Elements.Select(Of)),
        StructureValue structure => new StructureValue(structure.Properties.Select(property => Of(property.Name, property.Value)), structure.TypeTag),
        DictionaryValue dictionary => new DictionaryValue(dictionary.Elements.Select(pair => KeyValuePair.Create((ScalarValue)Of(pair.Key), Of(pair.Value)))),
        // Numbers of the language count things; telephone numbers are texts.
        ScalarValue { Value: null or bool or int or long or double or DateTimeOffset or TimeSpan } => value,
        ScalarValue { Value: var scalar } => new ScalarValue(Of(Convert.ToString(scalar, CultureInfo.InvariantCulture) ?? "")),
        _ => new ScalarValue(Of(value.ToString(null, CultureInfo.InvariantCulture))),
    };

    private string Hidden(string number)
    {
        var digits = Digit().Count(number);
        if (digits < ShortestNumber)
        {
            return number;
        }

        var hidden = new StringBuilder(number.Length);
        for (var at = 0; at < number.Length; at++)
        {
            // RFC 3986 2.1: a digit may be written %30 to %39.
            var length = number[at] == '%' ? 3 : 1;
            var isDigit = length == 3 || char.IsAsciiDigit(number[at]);
            if (isDigit && digits-- > shown)
            {
                hidden.Append('x');
            }
            else
            {
                hidden.Append(number, at, length);
            }

            at += length - 1;
        }

        return hidden.ToString();
    }

    /// <summary>Everything with digits that is no number, and then numbers: with a plus or after <c>tel:</c> with the separators of RFC 3966 3, else with hyphens at most.</summary>
    [GeneratedRegex(
        """
        (?<kept>
            (?<=Call-ID:?[ ]|CallId[ ]=[ ]|;branch=|;tag=) [^\s)>,;]+
          | (?<=CallReference[ ]\{[ ]Value[ ]=[ ]) \d+
          | \b [0-9A-Fa-f]{8} (-[0-9A-Fa-f]{4}){3} -[0-9A-Fa-f]{12} \b
          | \b [0-9a-f]{32} \b
          | \b [TCL]\d+ \b
          | (?<=\.[A-Za-z]{2,}) :\d{1,5} \b
          | \b RFC[ ]\d{4} \b
          | \(\d\d/\d{4}\)
        )
        | (?<![\w.+-]) (?<address> \d{1,3}(\.\d{1,3}){3}) (:\d{1,5})? (?![\w.]*\d)
        | (?<![\w:.]) \[? (?<address> ([0-9A-Fa-f]{0,4}:){2,7} [0-9A-Fa-f.]{0,15}) (\] (:\d{1,5})?)? (?![\w:])
        | \+ (\d|%3\d) (\d|%3\d|[ ().-])* (\d|%3\d)
        | (?<=tel:) (\d|%3\d|[().-])+
        | (\d|%3\d)+ (-(\d|%3\d)+)*
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex("%3[0-9]|[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Digit();

    /// <summary>An exception as far as it may be told.</summary>
    private sealed class Told(string text) : Exception(text)
    {
        public override string ToString() => Message;
    }
}
