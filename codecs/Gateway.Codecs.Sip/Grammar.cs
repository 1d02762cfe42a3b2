using System.Buffers;
using System.Text;

namespace Gateway.Codecs.Sip;

/// <summary>The character sets and small scans of RFC 3261 25.1.</summary>
internal static class Grammar
{
    const string Alphanumeric = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    const string Mark = "-_.!~*'()";

    static readonly SearchValues<byte> Token = Set(Alphanumeric + "-.!%*_+`'~");
    static readonly SearchValues<byte> BehindValue = Set(";,\" \t\r\n\0");
    static readonly SearchValues<byte> Word = Set(Alphanumeric + "-.!%*_+`'~()<>:\\\"/[]?{}");
    internal static readonly SearchValues<byte> User = Set(Alphanumeric + Mark + "&=+$,;?/%#[]");
    internal static readonly SearchValues<byte> UserUnescaped = Set(Alphanumeric + Mark + "&=+$,;?/");
    internal static readonly SearchValues<byte> Password = Set(Alphanumeric + Mark + "&=+$,%:");
    internal static readonly SearchValues<byte> Host = Set(Alphanumeric + "-._");
    internal static readonly SearchValues<byte> Ipv6 = Set("0123456789abcdefABCDEF:.");
    internal static readonly SearchValues<byte> UriParameters = Set(Alphanumeric + Mark + "[]/:&+$%;=@,");
    internal static readonly SearchValues<byte> ParameterUnescaped = Set(Alphanumeric + Mark + "[]/:&+$");
    // Peers leave "@", ";" and "," of an embedded Replaces unescaped; nothing is ambiguous about it inside the brackets.
    internal static readonly SearchValues<byte> UriHeaders = Set(Alphanumeric + Mark + "[]/?:+$%&=;@,\\\"");
    internal static readonly SearchValues<byte> HeaderUnescaped = Set(Alphanumeric + Mark + "[]/?:+$");
    internal static readonly SearchValues<byte> AbsoluteUri = Set(Alphanumeric + Mark + ";/?:@&=+$,%#[]");
    internal static readonly SearchValues<byte> Scheme = Set(Alphanumeric + "+-.");
    internal static readonly SearchValues<byte> Telephone = Set("+0123456789-.()*#abcdefABCDEF");
    internal static readonly SearchValues<byte> Structure = Set("\",;:\\@<>\0");
    static readonly SearchValues<byte> Control = SearchValues.Create([10, 13]);

    static SearchValues<byte> Set(string characters) => SearchValues.Create(Encoding.ASCII.GetBytes(characters));

    internal static bool IsToken(ReadOnlySpan<byte> text) => text.Length > 0 && text.IndexOfAnyExcept(Token) < 0;

    /// <summary>The end of the token that begins at <paramref name="at"/>; the same index when none does.</summary>
    internal static int TokenEnd(ReadOnlySpan<byte> text, int at) => text[at..].IndexOfAnyExcept(Token) is >= 0 and var length ? at + length : text.Length;

    /// <summary>The end of an unquoted parameter value: token, host, or what else holds neither separator, quote nor blank.</summary>
    internal static int ParameterEnd(ReadOnlySpan<byte> text, int at) => text[at..].IndexOfAny(BehindValue) is >= 0 and var length ? at + length : text.Length;

    internal static int WordEnd(ReadOnlySpan<byte> text, int at) => text[at..].IndexOfAnyExcept(Word) is >= 0 and var length ? at + length : text.Length;

    internal static bool HasControl(ReadOnlySpan<byte> text) => text.IndexOfAny(Control) >= 0;

    /// <summary>Each "%" is followed by two hexadecimal digits.</summary>
    internal static bool EscapesAreWhole(ReadOnlySpan<byte> text)
    {
        for (int i = text.IndexOf((byte)'%'); i >= 0;)
        {
            if (i + 2 >= text.Length || !char.IsAsciiHexDigit((char)text[i + 1]) || !char.IsAsciiHexDigit((char)text[i + 2])) return false;
            text = text[(i + 3)..];
            i = text.IndexOf((byte)'%');
        }
        return true;
    }

    internal static bool IsSpace(byte octet) => octet is (byte)' ' or (byte)'\t';

    internal static int SkipSpace(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && IsSpace(text[at])) at++;
        return at;
    }

    internal static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        // Most text has nothing around it.
        int start = 0, end = text.Length;
        while (start < end && IsBlank(text[start])) start++;
        while (end > start && IsBlank(text[end - 1])) end--;
        return text[start..end];
    }

    internal static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> text)
    {
        var span = text.Span;
        int start = 0, end = span.Length;
        while (start < end && IsBlank(span[start])) start++;
        while (end > start && IsBlank(span[end - 1])) end--;
        return text[start..end];
    }

    static bool IsBlank(byte octet) => octet is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    /// <summary>The index behind the closing quote of the quoted string that begins at <paramref name="at"/>, or -1.</summary>
    internal static int SkipQuoted(ReadOnlySpan<byte> text, int at)
    {
        for (int i = at + 1; i < text.Length; i++)
        {
            int step = text[i..].IndexOfAny((byte)'"', (byte)'\\');
            if (step < 0) return -1;
            i += step;
            if (text[i] == '"') return i + 1;
            i++;
        }
        return -1;
    }

    /// <summary>The index behind the closing parenthesis of the comment that begins at <paramref name="at"/>, nested ones within it, or -1.</summary>
    internal static int SkipComment(ReadOnlySpan<byte> text, int at)
    {
        int depth = 0;
        for (int i = at; i < text.Length; i++)
        {
            switch (text[i])
            {
                case (byte)'\\': i++; break;
                case (byte)'(': depth++; break;
                case (byte)')' when --depth == 0: return i + 1;
            }
        }
        return -1;
    }

    /// <summary>The end of the element that begins at <paramref name="at"/>: the next comma outside quotes and angle brackets, or the end.</summary>
    internal static int ElementEnd(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length)
        {
            int step = text[at..].IndexOfAny((byte)',', (byte)'"', (byte)'<');
            if (step < 0) return text.Length;
            at += step;
            switch (text[at])
            {
                case (byte)',': return at;
                case (byte)'"':
                    at = SkipQuoted(text, at);
                    if (at < 0) return text.Length;
                    break;
                default:
                    int close = text[at..].IndexOf((byte)'>');
                    if (close < 0) return text.Length;
                    at += close + 1;
                    break;
            }
        }
        return text.Length;
    }

    /// <summary>A decimal number of at most 32 bits, nothing around it.</summary>
    internal static bool TryNumber(ReadOnlySpan<byte> text, out uint number)
    {
        number = 0;
        if (text.Length is 0 or > 20) return false;
        ulong sum = 0;
        foreach (byte octet in text)
        {
            uint digit = (uint)(octet - '0');
            if (digit > 9) return false;
            sum = sum * 10 + digit;
            if (sum > uint.MaxValue) return false;
        }
        number = (uint)sum;
        return true;
    }

    /// <summary>UTF-8, and what is no UTF-8 octet for octet as Latin-1 would be: no octet is lost from sight.</summary>
    internal static string Text(ReadOnlySpan<byte> text) =>
        Ascii.IsValid(text) || !System.Text.Unicode.Utf8.IsValid(text) ? Encoding.Latin1.GetString(text) : Encoding.UTF8.GetString(text);

    /// <summary>The text inside a quoted string, escapes undone; anything else as it stands.</summary>
    internal static string Unquote(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2 || text[0] != '"' || text[^1] != '"') return Text(text);
        return Unescape(text[1..^1]);
    }

    /// <summary>Each backslash gone that stands before a character.</summary>
    internal static string Unescape(ReadOnlySpan<byte> text)
    {
        if (text.IndexOf((byte)'\\') < 0) return Text(text);
        byte[] plain = new byte[text.Length];
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length) i++;
            plain[length++] = text[i];
        }
        return Text(plain.AsSpan(0, length));
    }

    internal static bool EqualsIgnoreCase(ReadOnlySpan<byte> text, ReadOnlySpan<byte> other) => Ascii.EqualsIgnoreCase(text, other);

    internal static bool EqualsIgnoreCase(ReadOnlySpan<byte> text, string other) => Ascii.EqualsIgnoreCase(text, other);
}
