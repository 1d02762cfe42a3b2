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

/// <summary>
/// <c>callid *( SEMI remote-tag / local-tag / generic )</c> (RFC 4538 7). Local and remote are seen by the party that receives the request.
/// </summary>
public sealed record TargetDialog(string CallId, string LocalTag, string RemoteTag)
{
    public static TargetDialog? Parse(string text) => Parse(Encoding.UTF8.GetBytes(text), out _);

    internal static TargetDialog? Parse(ReadOnlySpan<byte> text, out int fault) =>
        DialogText.Read(text, "local-tag"u8, "remote-tag"u8, out string callId, out string local, out string remote, out _, out fault)
            ? new TargetDialog(callId, local, remote) : null;

    public override string ToString() => $"{CallId};local-tag={LocalTag};remote-tag={RemoteTag}";
}

/// <summary>The shape the two share: a call id and two named tags.</summary>
static class DialogText
{
    internal static bool Read(ReadOnlySpan<byte> text, ReadOnlySpan<byte> firstName, ReadOnlySpan<byte> secondName, out string callId,
        out string first, out string second, out bool early, out int fault)
    {
        callId = first = second = "";
        early = false;
        fault = 0;
        int end = text.IndexOf((byte)';');
        var id = Grammar.Trim(end < 0 ? text : text[..end]);
        if (!IsCallId(id)) return false;
        callId = Grammar.Text(id);
        fault = end < 0 ? text.Length : end;
        if (end < 0) return false;
        for (int at = end; at < text.Length;)
        {
            fault = at;
            if (text[at] != ';') return false;
            int name = Grammar.SkipSpace(text, at + 1);
            if (name == text.Length) break;
            at = Grammar.TokenEnd(text, name);
            var word = text[name..at];
            at = Grammar.SkipSpace(text, at);
            var value = ReadOnlySpan<byte>.Empty;
            if (at < text.Length && text[at] == '=')
            {
                int start = Grammar.SkipSpace(text, at + 1);
                at = start < text.Length && text[start] == '"' ? Grammar.SkipQuoted(text, start) : Grammar.ParameterEnd(text, start);
                if (at < 0) return false;
                value = text[start..at];
                at = Grammar.SkipSpace(text, at);
            }
            bool isFirst = Grammar.EqualsIgnoreCase(word, firstName);
            if (isFirst || Grammar.EqualsIgnoreCase(word, secondName))
            {
                if (!Grammar.IsToken(value) || (isFirst ? first : second).Length > 0) return false;
                if (isFirst) first = Grammar.Text(value);
                else second = Grammar.Text(value);
            }
            else if (Grammar.EqualsIgnoreCase(word, "early-only"u8))
            {
                early = true;
            }
            else if (word.IsEmpty)
            {
                return false;
            }
        }
        return first.Length > 0 && second.Length > 0;
    }

    /// <summary>word [ "@" word ] (RFC 3261 25.1).</summary>
    internal static bool IsCallId(ReadOnlySpan<byte> text)
    {
        int end = Grammar.WordEnd(text, 0);
        if (end == 0 || end == text.Length) return end > 0;
        return text[end] == '@' && end + 1 < text.Length && Grammar.WordEnd(text, end + 1) == text.Length;
    }
}
