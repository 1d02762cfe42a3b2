using System.Text;
using Gateway.Codecs.Sip.Messages;

namespace Gateway.Codecs.Sip.Headers;

/// <summary><c>scheme LWS name=value *( COMMA name=value )</c>: a challenge or credentials (RFC 3261 25.1, RFC 7616 3).</summary>
public sealed class AuthValue : HeaderValue
{
    readonly ushort schemeEnd;

    AuthValue(ReadOnlyMemory<byte> octets, int schemeEnd) : base(octets) => this.schemeEnd = (ushort)schemeEnd;

    /// <summary>Values that <paramref name="parameters"/> marks as quoted are quoted and escaped here; the others must be tokens.</summary>
    public static AuthValue Create(string scheme, params ReadOnlySpan<(string Name, string Value, bool Quoted)> parameters)
    {
        var text = new StringBuilder(scheme);
        for (int i = 0; i < parameters.Length; i++)
        {
            var (name, value, quoted) = parameters[i];
            text.Append(i == 0 ? " " : ", ").Append(name).Append('=').Append(quoted ? Quote(value) : value);
        }
        return Parse(Line(text.ToString())) ?? throw new ArgumentException($"not a scheme: {scheme}", nameof(scheme));
    }

    internal static AuthValue? Parse(ReadOnlyMemory<byte> octets)
    {
        var text = octets.Span;
        int space = text.IndexOfAny((byte)' ', (byte)'\t');
        return space > 0 && text.Length <= ushort.MaxValue && Grammar.IsToken(text[..space]) ? new AuthValue(octets, space) : null;
    }

    /// <summary>
    /// The challenges of one line. Commas stand between them as between the parameters of one (RFC 9110 11.6.1): another begins where a
    /// token and a blank have no "=" behind them.
    /// </summary>
    internal static void ParseAll(ReadOnlyMemory<byte> line, List<AuthValue> into)
    {
        var text = line.Span;
        for (int at = 0; at < text.Length && into.Count < SipLimits.Default.Values;)
        {
            int end = Grammar.ElementEnd(text, at);
            while (end < text.Length && !Begins(text[(end + 1)..])) end = Grammar.ElementEnd(text, end + 1);
            if (Parse(Grammar.Trim(line[at..end])) is { } value) into.Add(value);
            at = end + 1;
        }
    }

    static bool Begins(ReadOnlySpan<byte> text)
    {
        int at = Grammar.SkipSpace(text, 0);
        int end = Grammar.TokenEnd(text, at);
        int behind = Grammar.SkipSpace(text, end);
        return end > at && behind > end && behind < text.Length && text[behind] is not ((byte)'=' or (byte)',');
    }

    /// <summary>Digest, Bearer...</summary>
    public string Scheme => Grammar.Text(Span[..schemeEnd]);

    /// <summary>A parameter without its quotes, null for none. The first of several counts.</summary>
    public string? this[string name]
    {
        get
        {
            var cursor = new ParameterCursor(Span[schemeEnd..], (byte)',');
            while (cursor.MoveNext())
            {
                if (Grammar.EqualsIgnoreCase(cursor.Name, name)) return Grammar.Unquote(cursor.Value);
            }
            return null;
        }
    }
}
