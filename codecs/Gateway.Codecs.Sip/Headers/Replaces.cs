using System.Text;
using Gateway.Codecs.Sip.Uris;

namespace Gateway.Codecs.Sip.Headers;

/// <summary>
/// <c>callid *( SEMI to-tag / from-tag / "early-only" / generic )</c> (RFC 3891 6.1). The tags are seen by the party that receives the
/// INVITE: to-tag is its own.
/// </summary>
public sealed record Replaces(string CallId, string ToTag, string FromTag, bool EarlyOnly = false)
{
    /// <summary>The header as text, unescaped; null unless there are a call id and exactly one of each tag.</summary>
    public static Replaces? Parse(string text) => Parse(Encoding.UTF8.GetBytes(text), out _);

    /// <summary>The header as it stands in a URI: escapes are undone exactly once.</summary>
    internal static Replaces? ParseEscaped(ReadOnlySpan<byte> text)
    {
        Span<byte> plain = text.Length <= 512 ? stackalloc byte[text.Length] : new byte[text.Length];
        return Parse(plain[..Escaping.Decode(text, plain)], out _);
    }

    internal static Replaces? Parse(ReadOnlySpan<byte> text, out int fault)
    {
        if (!DialogText.Read(text, "to-tag"u8, "from-tag"u8, out string callId, out string toTag, out string fromTag, out bool early, out fault)) return null;
        return new Replaces(callId, toTag, fromTag, early);
    }

    /// <summary>The header value: <c>call@host;to-tag=a;from-tag=b</c>.</summary>
    public override string ToString() => $"{CallId};to-tag={ToTag};from-tag={FromTag}{(EarlyOnly ? ";early-only" : "")}";

    /// <summary>As it stands behind "?Replaces=" of a Refer-To URI: "@" %40, ";" %3B, "=" %3D.</summary>
    public string ToEscapedString() => Escaping.EncodeHeader(ToString());
}
