namespace Gateway.Codecs.Sip.Headers.Digest;

/// <summary>
/// The challenge of WWW-Authenticate and Proxy-Authenticate with scheme Digest (RFC 7616 3.3, RFC 8760 2, RFC 3261 20.27 and 20.44). realm,
/// domain, nonce, opaque and qop are written in quotes; stale, algorithm, charset and userhash are not.
/// </summary>
/// <param name="Realm">Text to show whom the password is for.</param>
/// <param name="Nonce">The challenger's octets, opaque to everyone else.</param>
public sealed record DigestChallenge(string Realm, string Nonce)
{
    /// <summary>MD5, SHA-256, SHA-512-256, each with -sess; null means MD5.</summary>
    public string? Algorithm { get; init; }

    /// <summary>auth, auth-int, others; empty for a challenger of RFC 2069, who is answered without qop, nc and cnonce.</summary>
    public IReadOnlyList<string> Qop { get; init; } = [];

    /// <summary>To be returned as it came. Empty is not absent.</summary>
    public string? Opaque { get; init; }

    /// <summary>The password was right, the nonce too old: answer again without asking anyone.</summary>
    public bool Stale { get; init; }

    /// <summary>The URIs the credentials are good for, blanks between them.</summary>
    public string? Domain { get; init; }

    /// <summary>UTF-8 or null.</summary>
    public string? Charset { get; init; }

    /// <summary>The user's name may be sent hashed (RFC 7616 3.4.4).</summary>
    public bool Userhash { get; init; }

    /// <summary>The challenge in that value; null for another scheme, without realm or nonce, or with a parameter twice.</summary>
    public static DigestChallenge? Parse(AuthValue value)
    {
        if (!value.IsDigest || !value.IsUnambiguous || value["realm"] is not { } realm || value["nonce"] is not { Length: > 0 } nonce) return null;
        return new DigestChallenge(realm, nonce)
        {
            Algorithm = value["algorithm"],
            Qop = value["qop"]?.Split([',', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries) ?? [],
            Opaque = value["opaque"],
            Stale = IsTrue(value["stale"]),
            Domain = value["domain"],
            Charset = value["charset"],
            Userhash = IsTrue(value["userhash"]),
        };
    }

    /// <summary>The header value.</summary>
    public AuthValue ToValue()
    {
        var parameters = new AuthParameters();
        parameters.Quoted("realm", Realm);
        parameters.Quoted("domain", Domain);
        parameters.Quoted("nonce", Nonce);
        parameters.Quoted("opaque", Opaque);
        if (Stale) parameters.Token("stale", "true");
        parameters.Token("algorithm", Algorithm);
        parameters.Quoted("qop", Qop.Count == 0 ? null : string.Join(", ", Qop));
        parameters.Token("charset", Charset);
        if (Userhash) parameters.Token("userhash", "true");
        return AuthValue.Create("Digest", parameters.ToArray());
    }

    public bool Equals(DigestChallenge? other) => other is not null && (Realm, Nonce, Algorithm, Opaque, Stale, Domain, Charset, Userhash)
        == (other.Realm, other.Nonce, other.Algorithm, other.Opaque, other.Stale, other.Domain, other.Charset, other.Userhash) && Qop.SequenceEqual(other.Qop);

    public override int GetHashCode() => HashCode.Combine(Realm, Nonce, Algorithm, Opaque, Stale);

    internal static bool IsTrue(string? text) => "true".Equals(text, StringComparison.OrdinalIgnoreCase);
}
