namespace Gateway.Sip.Security;

/// <summary>
/// A user and its secret: the password, or H(A1) for one realm (RFC 7616 3.4.2). No record, so that no log line ever spells the secret.
/// </summary>
public sealed class DigestAccount
{
    private readonly string? password;
    private readonly string? md5;
    private readonly string? sha256;

    private DigestAccount(string user, string? realm, string? password, string? md5, string? sha256) =>
        (User, Realm, this.password, this.md5, this.sha256) = (user, realm, password, md5, sha256);

    public string User { get; }

    /// <summary>The realm it is good for; null for any.</summary>
    public string? Realm { get; }

    public static DigestAccount WithPassword(string user, string password, string? realm = null) => new(user, realm, password, null, null);

    /// <param name="md5">H(A1) by MD5, hexadecimal; null when only the other is known.</param>
    /// <param name="sha256">H(A1) by SHA-256, hexadecimal.</param>
    public static DigestAccount WithHa1(string user, string realm, string? md5, string? sha256)
    {
        ArgumentNullException.ThrowIfNull(realm);
        return new DigestAccount(user, realm, null, md5?.ToLowerInvariant(), sha256?.ToLowerInvariant());
    }

    /// <summary>H(A1) for that realm; null when it cannot be had.</summary>
    public string? Ha1(DigestAlgorithm algorithm, string realm) =>
        Realm is { } own && own != realm ? null
        : password is not null ? Digest.Ha1(algorithm, User, realm, password)
        : algorithm == DigestAlgorithm.Sha256 ? sha256 : md5;

    public override string ToString() => User;
}
