using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Gateway.Host.Records;

/// <summary>
/// One line of a file of records: <c>{"number":N,"key":"ID","nonce":"…","data":"…","link":"…"}</c>. The data is sealed by AES-256-GCM (NIST SP 800-38D (2007)),
/// nonce of 96 bits, tag of 128 behind the text, number and key id as additional data. The link is SHA-256 over the link of the line before, 32 zeros before
/// the first, and the octets of this line before its own; so lines are checked without any key.
/// </summary>
public sealed record SealedRecord(long Number, string Key, ReadOnlyMemory<byte> Nonce, ReadOnlyMemory<byte> Data, string Link)
{
    public const int NonceOctets = 12;
    private const int TagOctets = 16;
    private const string BeforeLink = ",\"link\":\"";

    /// <summary>The link before the first line.</summary>
    public static readonly string FirstLink = new('0', 64);

    /// <summary>Seals a text as the next line.</summary>
    public static SealedRecord Seal(long number, string linkBefore, RecordKey key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> text)
    {
        ArgumentNullException.ThrowIfNull(key);
        var data = new byte[text.Length + TagOctets];
        using (var cipher = new AesGcm(key.Octets, TagOctets))
        {
            cipher.Encrypt(nonce, text, data.AsSpan(0, text.Length), data.AsSpan(text.Length), Bound(number, key.Id));
        }

        var record = new SealedRecord(number, key.Id, nonce.ToArray(), data, "");
        return record with { Link = LinkOf(linkBefore, record.Head()) };
    }

    /// <summary>The line, without line end.</summary>
    public string ToLine() => $"{Head()}{BeforeLink}{Link}\"}}";

    /// <summary>Null for what is no such line.</summary>
    public static SealedRecord? Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        try
        {
            using var json = JsonDocument.Parse(line);
            var fields = json.RootElement;
            var record = new SealedRecord(
                fields.GetProperty("number").GetInt64(), fields.GetProperty("key").GetString()!,
                fields.GetProperty("nonce").GetBytesFromBase64(), fields.GetProperty("data").GetBytesFromBase64(), fields.GetProperty("link").GetString()!);
            return record.ToLine() == line && record.Nonce.Length == NonceOctets && record.Data.Length >= TagOctets ? record : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>True when it follows a line with that link and nothing in it was changed.</summary>
    public bool Follows(string linkBefore) => Link == LinkOf(linkBefore, Head());

    /// <summary>The text; null without its key, or when it was not sealed by that.</summary>
    public byte[]? Open(IEnumerable<RecordKey> keys)
    {
        if (keys.FirstOrDefault(key => key.Id == Key) is not { } known)
        {
            return null;
        }

        var text = new byte[Data.Length - TagOctets];
        try
        {
            using var cipher = new AesGcm(known.Octets, TagOctets);
            cipher.Decrypt(Nonce.Span, Data.Span[..^TagOctets], Data.Span[^TagOctets..], text, Bound(Number, Key));
            return text;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private string Head() => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"number\":{Number},\"key\":\"{Key}\",\"nonce\":\"{Convert.ToBase64String(Nonce.Span)}\",\"data\":\"{Convert.ToBase64String(Data.Span)}\"");

    private static string LinkOf(string linkBefore, string head) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(linkBefore + head)));

    private static byte[] Bound(long number, string key) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number} {key}"));
}
