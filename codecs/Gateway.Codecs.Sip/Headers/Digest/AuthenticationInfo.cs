using System.Globalization;
using System.Text;

namespace Gateway.Codecs.Sip.Headers.Digest;

/// <summary>
/// <c>ainfo *( COMMA ainfo )</c> of a 2xx: the server proves that it knows the secret too, or names the next nonce (RFC 7616 3.5, RFC 3261 20.6).
/// nextnonce, rspauth and cnonce are written in quotes; qop and nc are not.
/// </summary>
public sealed record AuthenticationInfo
{
    public string? NextNonce { get; init; }

    public string? Qop { get; init; }

    /// <summary>The digest over the response, hexadecimal.</summary>
    public string? ResponseAuthentication { get; init; }

    public string? CNonce { get; init; }

    public uint? NonceCount { get; init; }

    /// <summary>Null when a parameter stands twice or nc is not eight hexadecimal digits.</summary>
    public static AuthenticationInfo? Parse(string text) => Parse(Encoding.UTF8.GetBytes(text));

    internal static AuthenticationInfo? Parse(ReadOnlySpan<byte> text)
    {
        string? nextNonce = null, qop = null, response = null, cnonce = null;
        uint? count = null;
        var cursor = new ParameterCursor(text, (byte)',');
        while (cursor.MoveNext())
        {
            string value = Grammar.Unquote(cursor.Value);
            if (Grammar.EqualsIgnoreCase(cursor.Name, "nc"u8))
            {
                if (count is not null || value.Length != 8 || !uint.TryParse(value, NumberStyles.AllowHexSpecifier, null, out uint number)) return null;
                count = number;
                continue;
            }
            bool once = true;
            if (Grammar.EqualsIgnoreCase(cursor.Name, "nextnonce"u8)) once = Take(ref nextNonce, value);
            else if (Grammar.EqualsIgnoreCase(cursor.Name, "qop"u8)) once = Take(ref qop, value);
            else if (Grammar.EqualsIgnoreCase(cursor.Name, "rspauth"u8)) once = Take(ref response, value);
            else if (Grammar.EqualsIgnoreCase(cursor.Name, "cnonce"u8)) once = Take(ref cnonce, value);
            if (!once) return null;
        }
        return new AuthenticationInfo { NextNonce = nextNonce, Qop = qop, ResponseAuthentication = response, CNonce = cnonce, NonceCount = count };
    }

    static bool Take(ref string? slot, string value)
    {
        if (slot is not null) return false;
        slot = value;
        return true;
    }

    /// <summary>The header value.</summary>
    public override string ToString()
    {
        var parameters = new AuthParameters();
        parameters.Quoted("nextnonce", NextNonce);
        parameters.Token("qop", Qop);
        parameters.Quoted("rspauth", ResponseAuthentication);
        parameters.Quoted("cnonce", CNonce);
        parameters.Token("nc", NonceCount?.ToString("x8", CultureInfo.InvariantCulture));
        return AuthValue.Write(parameters.ToArray());
    }
}
