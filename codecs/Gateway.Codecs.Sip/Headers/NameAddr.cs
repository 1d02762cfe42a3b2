using System.Globalization;
using System.Text;
using Gateway.Codecs.Sip.Uris;

namespace Gateway.Codecs.Sip.Headers;

/// <summary>
/// <c>( name-addr / addr-spec ) *( SEMI parameter )</c>: From, To, Contact, Route, Record-Route, Refer-To, Referred-By, P-Asserted-Identity,
/// Diversion, History-Info (RFC 3261 20.10 and 25.1). Without brackets every ";" begins a header parameter and "?" and "," may not occur.
/// </summary>
public sealed class NameAddr : HeaderValue
{
    readonly ushort displayStart, displayEnd, parametersStart;

    NameAddr(ReadOnlyMemory<byte> octets, SipUri? uri, int displayStart, int displayEnd, int parametersStart) : base(octets)
    {
        this.displayStart = (ushort)displayStart;
        this.displayEnd = (ushort)displayEnd;
        this.parametersStart = (ushort)parametersStart;
        Target = uri;
    }

    /// <summary>A display name of any text is quoted and escaped here.</summary>
    public static NameAddr Create(SipUri uri, string? displayName = null, string? tag = null)
    {
        string text = $"{(string.IsNullOrEmpty(displayName) ? "" : Quote(displayName) + " ")}<{uri}>{(tag is null ? "" : ";tag=" + tag)}";
        return Parse(Line(text), false, out _) ?? throw new ArgumentException($"not a tag: {tag}", nameof(tag));
    }

    /// <summary>"*", all bindings of an address of record (RFC 3261 10.2.2).</summary>
    public static NameAddr Wildcard { get; } = Parse("*")!;

    /// <summary>The value spelled by the text, or null.</summary>
    public static NameAddr? Parse(string text) => Parse(Encoding.UTF8.GetBytes(text), false, out _);

    /// <param name="octets">One value, nothing around it but space.</param>
    /// <param name="bareHeaders">Take "?" in a URI without brackets as the begin of its headers, as peers send it in Refer-To.</param>
    /// <param name="fault">Index of the octet that breaks the grammar.</param>
    internal static NameAddr? Parse(ReadOnlyMemory<byte> octets, bool bareHeaders, out int fault)
    {
        var text = octets.Span;
        fault = 0;
        if (text.Length is 0 or > ushort.MaxValue || Grammar.HasControl(text)) return null;
        int at = Grammar.SkipSpace(text, 0), displayStart = at, displayEnd = at;
        if (at == text.Length) return null;
        if (text[at] == '*' && Grammar.Trim(text).Length == 1) return new NameAddr(octets, null, 0, 0, text.Length);

        int open;
        if (text[at] == '"')
        {
            fault = at;
            displayEnd = Grammar.SkipQuoted(text, at);
            if (displayEnd < 0) return null;
            open = Grammar.SkipSpace(text, displayEnd);
            fault = open;
            if (open == text.Length || text[open] != '<') return null;
        }
        else
        {
            open = text.IndexOf((byte)'<');
            if (open > at)
            {
                displayEnd = at + Grammar.Trim(text[at..open]).Length;
                if (!IsPhrase(text[at..displayEnd])) return null;
            }
        }

        ReadOnlyMemory<byte> uri;
        int uriStart, behind;
        if (open >= 0)
        {
            fault = open;
            int close = text[open..].IndexOf((byte)'>');
            if (close < 0) return null;
            uriStart = open + 1;
            uri = octets[uriStart..(open + close)];
            behind = open + close + 1;
        }
        else
        {
            uriStart = at;
            int end = text[at..].IndexOf((byte)';');
            int question = text[at..].IndexOf((byte)'?');
            if (question >= 0 && (end < 0 || question < end))
            {
                fault = at + question;
                if (!bareHeaders) return null;
                // Nothing may follow an unbracketed header part that could belong to either; it takes the rest.
                end = -1;
            }
            behind = end < 0 ? text.Length : at + end;
            uri = Grammar.Trim(octets[at..behind]);
        }

        var target = SipUri.Parse(uri, out fault);
        fault += uriStart;
        if (target is null) return null;
        int wrong = Parameters.Check(text[behind..]);
        fault = behind + wrong;
        return wrong >= 0 ? null : new NameAddr(octets, target, displayStart, displayEnd, behind);
    }

    // *( token LWS ); peers also send UTF-8 and a few marks unquoted. What could change the structure stays refused.
    static bool IsPhrase(ReadOnlySpan<byte> text) => text.IndexOfAny(Grammar.Structure) < 0;

    SipUri? Target { get; }

    /// <summary>"*" in a Contact of REGISTER: no URI.</summary>
    public bool IsWildcard => Target is null;

    /// <summary>The URI; a wildcard has none and must be asked for first.</summary>
    public SipUri Uri => Target ?? throw new InvalidOperationException("a wildcard Contact has no URI");

    /// <summary>The display name without quotes and escapes; empty when there is none.</summary>
    public string DisplayName => Grammar.Unquote(Span[displayStart..displayEnd]);

    /// <summary>The header parameters.</summary>
    public Parameters Parameters => new(Octets[parametersStart..]);

    public string? Tag => Parameters["tag"];

    /// <summary>Seconds of a Contact's binding (RFC 3261 20.10); null when absent or no number.</summary>
    public int? Expires => Parameters["expires"] is { } text && int.TryParse(text, NumberStyles.None, null, out int seconds) ? seconds : null;

    /// <summary>Preference of a Contact, 0 to 1 in thousandths (RFC 3261 20.10); null when absent or beyond its grammar.</summary>
    public decimal? Q => Parameters["q"] is { Length: > 0 and <= 5 } text && text[0] is '0' or '1'
        && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal q) && q <= 1 ? q : null;

    /// <summary>The same value with another tag.</summary>
    public NameAddr WithTag(string tag) => WithParameter("tag", tag);

    /// <summary>The same value with a parameter added or replaced; a value that is no token is quoted.</summary>
    public NameAddr WithParameter(string name, string? value = null)
    {
        string added = ";" + name + (value is null ? "" : "=" + (Grammar.IsToken(Encoding.UTF8.GetBytes(value)) ? value : Quote(value)));
        return Parse(Reparametered(parametersStart, [name], added), false, out _) ?? throw new ArgumentException($"not a parameter: {name}", nameof(name));
    }

    /// <summary>The same value in an array of its own, so that the message it came in need not be kept for it.</summary>
    public NameAddr Detached() => Parse(Octets.ToArray(), false, out _) ?? this;

    /// <summary>The same without header parameters: the address alone.</summary>
    public NameAddr WithoutParameters() => Create(Uri, DisplayName);
}
