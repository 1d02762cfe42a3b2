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

    /// <summary>How far from digits is looked for what they are part of: further than any id of ours, nearer than costs anything.</summary>
    private const int Farthest = 128;

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
    public string Of(string text) => Number().Replace(text, number => Digit().Count(number.ValueSpan) < ShortestNumber || IsKept(text, number.Index, number.Length) ? number.Value : Hidden(number.Value));

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

    /// <summary>Whether digits are no telephone number, by what stands around them.</summary>
    private static bool IsKept(ReadOnlySpan<char> text, int at, int length)
    {
        var before = text[..at];
        if (Id().IsMatch(text[Around(text, at, length, static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')]) || (before.EndsWith("RFC ", StringComparison.Ordinal) && length == 4))
        {
            return true;
        }

        // The port of a host.
        if (before.EndsWith(":", StringComparison.Ordinal) && length <= 5 && Host().IsMatch(before[Math.Max(0, at - Farthest)..^1]))
        {
            return true;
        }

        // The year of an edition, as in (05/1998).
        if (length == 4 && text[(at + length)..].StartsWith(")", StringComparison.Ordinal) && before is [.., '(', >= '0' and <= '9', >= '0' and <= '9', '/'])
        {
            return true;
        }

        // A group of an IPv6 address.
        var address = text[Around(text, at, length, static c => char.IsAsciiHexDigit(c) || c is ':' or '.')];
        if (address.Count(':') >= 2 && IPAddress.TryParse(address, out _))
        {
            return true;
        }

        // A name that a peer gave: of a call, a dialog, a transaction.
        var given = Around(text, at, length, static c => !char.IsWhiteSpace(c) && c is not (')' or '>' or ',' or ';'));
        var token = text[given];
        before = text[..given.Start];
        return token.StartsWith("tag=", StringComparison.Ordinal) || token.StartsWith("branch=", StringComparison.Ordinal)
            || before.EndsWith("Call-ID ", StringComparison.Ordinal) || before.EndsWith("Call-ID: ", StringComparison.Ordinal)
            || before.EndsWith("CallId = ", StringComparison.Ordinal) || before.EndsWith("CallReference { Value = ", StringComparison.Ordinal);
    }

    /// <summary>The number and what of that kind adjoins it, as far as it matters.</summary>
    private static Range Around(ReadOnlySpan<char> text, int at, int length, Func<char, bool> belongs)
    {
        var (from, to) = (at, at + length);
        while (from > Math.Max(0, at - Farthest) && belongs(text[from - 1]))
        {
            from--;
        }

        while (to < Math.Min(text.Length, at + length + Farthest) && belongs(text[to]))
        {
            to++;
        }

        return from..to;
    }

    private string Hidden(string number)
    {
        var digits = Digit().Count(number);
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

    /// <summary>Digits: with a plus or after <c>tel:</c> with the separators of RFC 3966 3 and blanks between them, else with hyphens at most.</summary>
    [GeneratedRegex(
        """
          \+ (\d|%3\d) (\d|%3\d|[ ().-])* (\d|%3\d)
        | (?<=tel:) (\d|%3\d|[().-])+
        | (\d|%3\d)+ (-(\d|%3\d)+)*
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    /// <summary>A UUID, a session's id (RFC 7989 5), or one of our legs, calls and transfers.</summary>
    [GeneratedRegex("^([0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|[0-9a-f]{32}|[TCL][0-9]+)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    /// <summary>What a port may stand behind: an IPv6 address in brackets, a host name, an IPv4 address.</summary>
    [GeneratedRegex(@"(\]|\.[A-Za-z]{2,}|(?<![\w.+-])[0-9]{1,3}(\.[0-9]{1,3}){3})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex Host();

    [GeneratedRegex("%3[0-9]|[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Digit();

    /// <summary>An exception as far as it may be told.</summary>
    private sealed class Told(string text) : Exception(text)
    {
        public override string ToString() => Message;
    }
}
