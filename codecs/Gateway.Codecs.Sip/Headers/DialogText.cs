namespace Gateway.Codecs.Sip.Headers;

/// <summary>The shape Replaces and Target-Dialog share: a call id and two named tags.</summary>
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
