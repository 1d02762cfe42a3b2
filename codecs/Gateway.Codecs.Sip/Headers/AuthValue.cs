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
        return Parse($"{scheme} {Write(parameters)}") ?? throw new ArgumentException($"not a scheme: {scheme}", nameof(scheme));
    }

    /// <summary><c>name=value *( COMMA name=value )</c>.</summary>
    internal static string Write(ReadOnlySpan<(string Name, string Value, bool Quoted)> parameters)
    {
        var text = new StringBuilder();
        foreach (var (name, value, quoted) in parameters)
        {
            text.Append(text.Length == 0 ? "" : ", ").Append(name).Append('=').Append(quoted ? Quote(value) : value);
        }
        return text.ToString();
    }

    /// <summary>The challenge or credentials spelled by the text, or null.</summary>
    public static AuthValue? Parse(string text) => Parse(Grammar.Trim(Line(text).AsMemory()));

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

    internal bool IsDigest => Grammar.EqualsIgnoreCase(Span[..schemeEnd], "Digest"u8);

    /// <summary>No parameter stands twice: two readers cannot take different ones for the value.</summary>
    internal bool IsUnambiguous
    {
        get
        {
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            var cursor = new ParameterCursor(Span[schemeEnd..], (byte)',');
            while (cursor.MoveNext())
            {
                if (!seen.Add(Grammar.Text(cursor.Name))) return false;
            }
            return true;
        }
    }

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
