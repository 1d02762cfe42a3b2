using System.Text;

namespace Gateway.Codecs.Sip.Headers;

/// <summary>
/// <c>protocol *( SEMI cause / text / location / generic )</c> (RFC 3326 2; Q.850 in responses RFC 6432; location RFC 8606).
/// </summary>
/// <param name="Protocol">Q.850, SIP, preemption...</param>
/// <param name="Cause">Cause value or status code, null when absent.</param>
/// <param name="Text">What to show people.</param>
/// <param name="Location">ISUP location token: U, LPN, LN, TN, RLN, RPN, LOC-6, INTL, LOC-8, LOC-9, BI, LOC-11 to LOC-15.</param>
public sealed record Reason(string Protocol, int? Cause, string? Text = null, string? Location = null)
{
    static readonly string[] Locations =
    [
        "U", "LPN", "LN", "TN", "RLN", "RPN", "LOC-6", "INTL", "LOC-8", "LOC-9", "BI", "LOC-11", "LOC-12", "LOC-13", "LOC-14", "LOC-15",
    ];

    /// <summary>A Q.850 cause with the four-bit location of the cause element, when known.</summary>
    public static Reason Q850(int cause, string? text = null, int? location = null) =>
        new("Q.850", cause, text, location is >= 0 and < 16 ? Locations[location.Value] : null);

    /// <summary>A SIP status as reason.</summary>
    public static Reason Sip(int status, string? text = null) => new("SIP", status, text);

    public bool IsQ850 => Protocol.Equals("Q.850", StringComparison.OrdinalIgnoreCase);

    /// <summary>The four-bit location code point (Q.850 (05/1998) 2.2.3), null when absent or unknown; it means nothing but for Q.850.</summary>
    public int? LocationCode => IsQ850 && Location is not null && Array.FindIndex(Locations, token => token.Equals(Location, StringComparison.OrdinalIgnoreCase)) is >= 0 and var code
        ? code : null;

    /// <summary>One value, unquoted around it; null when it is none.</summary>
    public static Reason? Parse(string text) => Parse(Encoding.UTF8.GetBytes(text), out _);

    internal static Reason? Parse(ReadOnlySpan<byte> text, out int fault)
    {
        fault = 0;
        int end = text.IndexOf((byte)';');
        var protocol = Grammar.Trim(end < 0 ? text : text[..end]);
        if (!Grammar.IsToken(protocol)) return null;
        if (end < 0) return new Reason(Grammar.Text(protocol), null);
        fault = Parameters.Check(text[end..]);
        if (fault >= 0)
        {
            fault += end;
            return null;
        }
        int? cause = null;
        string? phrase = null, location = null;
        var cursor = new ParameterCursor(text[end..], (byte)';');
        while (cursor.MoveNext())
        {
            if (Grammar.EqualsIgnoreCase(cursor.Name, "cause"u8))
            {
                if (!Grammar.TryNumber(cursor.Value, out uint number) || number > 999) return null;
                cause ??= (int)number;
            }
            else if (Grammar.EqualsIgnoreCase(cursor.Name, "text"u8))
            {
                phrase ??= Grammar.Unquote(cursor.Value);
            }
            else if (Grammar.EqualsIgnoreCase(cursor.Name, "location"u8))
            {
                location ??= Grammar.Text(cursor.Value);
            }
        }
        return new Reason(Grammar.Text(protocol), cause, phrase, location);
    }

    /// <summary>The header value: <c>Q.850;cause=17;text="User busy";location=LN</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Protocol);
        if (Cause is { } cause) text.Append(";cause=").Append(cause);
        if (Text is not null) text.Append(";text=\"").Append(Text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
        if (Location is not null) text.Append(";location=").Append(Location);
        return text.ToString();
    }
}
