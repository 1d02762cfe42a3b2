using System.Text;

namespace Gateway.Codecs.Sip.Headers;

/// <summary>
/// <c>token *( SEMI parameter )</c>: Event, Subscription-State, Privacy-like headers, and media types where the token holds a slash
/// (RFC 6665 8.4, RFC 3261 20.15).
/// </summary>
public sealed class TokenValue : HeaderValue
{
    readonly ushort end;

    TokenValue(ReadOnlyMemory<byte> octets, int end) : base(octets) => this.end = (ushort)end;

    /// <summary>The value spelled by the text, or null.</summary>
    public static TokenValue? Parse(string text) => Parse(Encoding.UTF8.GetBytes(text), out _);

    internal static TokenValue? Parse(ReadOnlyMemory<byte> octets, out int fault)
    {
        var text = octets.Span;
        fault = 0;
        if (text.Length > ushort.MaxValue || Grammar.HasControl(text)) return null;
        int semicolon = text.IndexOf((byte)';');
        int end = semicolon < 0 ? text.Length : semicolon;
        var token = Grammar.Trim(text[..end]);
        int slash = token.IndexOf((byte)'/');
        bool whole = slash < 0 ? Grammar.IsToken(token)
            : Grammar.IsToken(Grammar.Trim(token[..slash])) && Grammar.IsToken(Grammar.Trim(token[(slash + 1)..]));
        if (!whole) return null;
        int wrong = Parameters.Check(text[end..]);
        fault = end + wrong;
        return wrong >= 0 ? null : new TokenValue(octets, end);
    }

    /// <summary>The token, blanks around it and around its slash gone.</summary>
    public string Token => Grammar.Text(Grammar.Trim(Span[..end])).Replace(" ", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal);

    public Parameters Parameters => new(Octets[end..]);

    /// <summary>The token is this one; case does not matter, as peers do not keep to it.</summary>
    public bool Is(string token) =>
        Ascii.EqualsIgnoreCase(Grammar.Trim(Span[..end]), token) || (Span[..end].ContainsAny((byte)' ', (byte)'\t') && Token.Equals(token, StringComparison.OrdinalIgnoreCase));

    /// <summary>A parameter that is a number of seconds or another decimal number.</summary>
    public int? Number(string parameter) =>
        Parameters[parameter] is { } text && int.TryParse(text, System.Globalization.NumberStyles.None, null, out int number) ? number : null;
}
