using System.Globalization;
using System.Text;
using Gateway.Codecs.Sip.Uris;

namespace Gateway.Codecs.Sip.Headers.Digest;

/// <summary>
/// The credentials of Authorization and Proxy-Authorization with scheme Digest (RFC 7616 3.4, RFC 3261 20.7 and 20.28). username, realm, nonce, uri,
/// response, cnonce and opaque are written in quotes; algorithm, qop, nc and userhash are not.
/// </summary>
/// <param name="Username">The name, or its hash when <see cref="Userhash"/> says so.</param>
/// <param name="Realm">As challenged.</param>
/// <param name="Nonce">As challenged.</param>
/// <param name="Uri">The digest-uri as its author wrote it: it goes into the hash octet for octet.</param>
/// <param name="Response">Lower-case hexadecimal digits, as many as the algorithm gives.</param>
public sealed record DigestCredentials(string Username, string Realm, string Nonce, string Uri, string Response)
{
    /// <summary>As challenged; null means MD5.</summary>
    public string? Algorithm { get; init; }

    /// <summary>The one chosen: auth or auth-int; null towards a challenger of RFC 2069.</summary>
    public string? Qop { get; init; }

    /// <summary>How many requests used this nonce, this one counted; eight hexadecimal digits on the wire.</summary>
    public uint? NonceCount { get; init; }

    public string? CNonce { get; init; }

    public string? Opaque { get; init; }

    public bool Userhash { get; init; }

    /// <summary>
    /// The credentials in that value; null for another scheme, without one of the five mandatory parameters, with a parameter twice, or with qop but
    /// without nc and cnonce (RFC 7616 3.4).
    /// </summary>
    public static DigestCredentials? Parse(AuthValue value)
    {
        if (!value.IsDigest || !value.IsUnambiguous) return null;
        if (value["realm"] is not { } realm || value["nonce"] is not { } nonce || value["uri"] is not { } uri || value["response"] is not { } response) return null;
        // The extended name is for what a quoted string cannot hold; both together would be two users (RFC 7616 3.4).
        string? plain = value["username"], extended = value["username*"];
        if ((plain is null) == (extended is null)) return null;
        if ((plain ?? Extended(extended!)) is not { } username) return null;
        uint? count = null;
        if (value["nc"] is { } text)
        {
            if (text.Length != 8 || !uint.TryParse(text, NumberStyles.AllowHexSpecifier, null, out uint number)) return null;
            count = number;
        }
        string? qop = value["qop"], cnonce = value["cnonce"];
        if (qop is not null && (count is null || cnonce is null)) return null;
        return new DigestCredentials(username, realm, nonce, uri, response)
        {
            Algorithm = value["algorithm"],
            Qop = qop,
            NonceCount = count,
            CNonce = cnonce,
            Opaque = value["opaque"],
            Userhash = DigestChallenge.IsTrue(value["userhash"]),
        };
    }

    // charset'[language]'value-chars (RFC 8187 3.2.1); UTF-8 is the only charset.
    static string? Extended(string text)
    {
        const string Charset = "UTF-8'";
        int value = text.StartsWith(Charset, StringComparison.OrdinalIgnoreCase) ? text.IndexOf('\'', Charset.Length) + 1 : 0;
        byte[] octets = Encoding.UTF8.GetBytes(text[value..]);
        return value > 0 && Grammar.EscapesAreWhole(octets) ? Escaping.DecodeText(octets) : null;
    }

    /// <summary>The header value.</summary>
    public AuthValue ToValue()
    {
        var parameters = new AuthParameters();
        parameters.Quoted("username", Username);
        parameters.Quoted("realm", Realm);
        parameters.Quoted("nonce", Nonce);
        parameters.Quoted("uri", Uri);
        parameters.Quoted("response", Response);
        parameters.Token("algorithm", Algorithm);
        parameters.Quoted("cnonce", CNonce);
        parameters.Quoted("opaque", Opaque);
        parameters.Token("qop", Qop);
        parameters.Token("nc", NonceCount?.ToString("x8", CultureInfo.InvariantCulture));
        if (Userhash) parameters.Token("userhash", "true");
        return AuthValue.Create("Digest", parameters.ToArray());
    }
}
