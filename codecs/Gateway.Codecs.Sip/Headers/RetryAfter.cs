using System.Globalization;
using System.Text;

namespace Gateway.Codecs.Sip.Headers;

/// <summary><c>delta-seconds [ comment ] *( SEMI ( "duration" EQUAL delta-seconds / generic ) )</c> (RFC 3261 20.33).</summary>
/// <param name="Seconds">When to try again.</param>
/// <param name="Comment">Without its parentheses, escapes undone; null when there is none.</param>
/// <param name="DurationSeconds">How long the called party will be there from then on; null when unsaid.</param>
public readonly record struct RetryAfter(int Seconds, string? Comment = null, int? DurationSeconds = null)
{
    /// <summary>Seconds alone.</summary>
    public static implicit operator RetryAfter(int seconds) => new(seconds);

    /// <inheritdoc cref="op_Implicit"/>
    public static RetryAfter FromInt32(int seconds) => new(seconds);

    /// <summary>Null when it does not begin with a number of seconds; a comment or parameters that break the grammar are left out.</summary>
    public static RetryAfter? Parse(string text) => Parse(Encoding.UTF8.GetBytes(text));

    internal static RetryAfter? Parse(ReadOnlySpan<byte> text)
    {
        int at = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (at < 0) at = text.Length;
        if (!Grammar.TryNumber(text[..at], out uint seconds) || seconds > int.MaxValue) return null;
        string? comment = null;
        at = Grammar.SkipSpace(text, at);
        if (at < text.Length && text[at] == '(')
        {
            int end = Grammar.SkipComment(text, at);
            if (end < 0) return new RetryAfter((int)seconds);
            comment = Grammar.Unescape(text[(at + 1)..(end - 1)]);
            at = end;
        }
        int? duration = null;
        var cursor = new ParameterCursor(text[at..], (byte)';');
        while (cursor.MoveNext())
        {
            if (!Grammar.EqualsIgnoreCase(cursor.Name, "duration"u8) || !Grammar.TryNumber(cursor.Value, out uint number) || number > int.MaxValue) continue;
            duration ??= (int)number;
        }
        return new RetryAfter((int)seconds, comment, duration);
    }

    /// <summary>The header value: <c>120 (I'm in a meeting);duration=3600</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Seconds}");
        if (Comment is not null)
        {
            text.Append(" (");
            foreach (char character in Comment)
            {
                if (character is '(' or ')' or '\\') text.Append('\\');
                text.Append(character);
            }
            text.Append(')');
        }
        if (DurationSeconds is { } duration) text.Append(CultureInfo.InvariantCulture, $";duration={duration}");
        return text.ToString();
    }
}
