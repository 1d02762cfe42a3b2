using System.Security.Cryptography;
using System.Text;

namespace Gateway.Sip.Security;

/// <summary>The hash of a digest challenge (RFC 7616 3.3, RFC 8760 2.1). Both are the plain, not the -sess variant.</summary>
public enum DigestAlgorithm
{
    Md5,
    Sha256,
}

/// <summary>
/// The digest calculation: <c>KD(H(A1), nonce ":" nc ":" cnonce ":" qop ":" H(A2))</c> (RFC 7616 3.4.1 to 3.4.3), as SIP uses it
/// (RFC 3261 22.4, RFC 8760). Hashes are lower-case hexadecimal digits.
/// </summary>
public static class Digest
{
    public const string Auth = "auth", AuthInt = "auth-int";

    /// <summary>The name in a challenge (RFC 7616 6.1).</summary>
    public static string Token(this DigestAlgorithm algorithm) => algorithm == DigestAlgorithm.Sha256 ? "SHA-256" : "MD5";

    /// <summary>The algorithm of that name, none meaning MD5; null for one that is not computed here.</summary>
    public static DigestAlgorithm? Parse(string? token) =>
        token is null || token.Equals("MD5", StringComparison.OrdinalIgnoreCase) ? DigestAlgorithm.Md5
        : token.Equals("SHA-256", StringComparison.OrdinalIgnoreCase) ? DigestAlgorithm.Sha256
        : null;

    /// <summary>H(A1), <c>user ":" realm ":" password</c>: what a server may keep in place of the password.</summary>
    public static string Ha1(DigestAlgorithm algorithm, string user, string realm, string password) => Hash(algorithm, $"{user}:{realm}:{password}");

    /// <summary>The response that proves the knowledge of H(A1).</summary>
    /// <param name="uri">The digest-uri as it stands in the credentials.</param>
    /// <param name="qop">auth, auth-int, or null towards a challenger of RFC 2069, which has neither count nor cnonce.</param>
    /// <param name="body">Hashed with auth-int only.</param>
    public static string Response(
        DigestAlgorithm algorithm, string ha1, string method, string uri, string nonce, string? qop, uint count, string? cnonce, ReadOnlySpan<byte> body)
    {
        var a2 = AuthInt.Equals(qop, StringComparison.OrdinalIgnoreCase) ? $"{method}:{uri}:{Hash(algorithm, body)}" : $"{method}:{uri}";
        return Hash(algorithm, qop is null
            ? $"{ha1}:{nonce}:{Hash(algorithm, a2)}"
            : $"{ha1}:{nonce}:{count:x8}:{cnonce}:{qop}:{Hash(algorithm, a2)}");
    }

    /// <summary>Whether two digests are the same, in a time that does not tell where they differ.</summary>
    public static bool Same(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));

    private static string Hash(DigestAlgorithm algorithm, string text) => Hash(algorithm, Encoding.UTF8.GetBytes(text));

    // MD5 is what deployed telephones know; whoever cares configures SHA-256 alone.
    private static string Hash(DigestAlgorithm algorithm, ReadOnlySpan<byte> octets) => Convert.ToHexStringLower(
        CryptographicOperations.HashData(algorithm == DigestAlgorithm.Sha256 ? HashAlgorithmName.SHA256 : HashAlgorithmName.MD5, octets));
}
