using System.Buffers;
using System.Text;

namespace Gateway.Codecs.Sip.Uris;

/// <summary>"%" HEX HEX (RFC 3261 19.1.2, 25.1 escaped).</summary>
public static class Escaping
{
    /// <summary>Undoes the escapes exactly once; a "%" that begins none stays.</summary>
    public static byte[] Decode(ReadOnlySpan<byte> text)
    {
        byte[] plain = new byte[text.Length];
        int length = Decode(text, plain);
        return length == plain.Length ? plain : plain.AsSpan(0, length).ToArray();
    }

    /// <summary>Undoes the escapes exactly once into a span at least as long; returns how long it became.</summary>
    internal static int Decode(ReadOnlySpan<byte> text, Span<byte> plain)
    {
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            byte octet = text[i];
            if (octet == '%' && i + 2 < text.Length && char.IsAsciiHexDigit((char)text[i + 1]) && char.IsAsciiHexDigit((char)text[i + 2]))
            {
                octet = (byte)(Value(text[i + 1]) << 4 | Value(text[i + 2]));
                i += 2;
            }
            plain[length++] = octet;
        }
        return length;
    }

    /// <summary>The text with its escapes undone exactly once.</summary>
    public static string DecodeText(ReadOnlySpan<byte> text) =>
        text.IndexOf((byte)'%') < 0 ? Grammar.Text(text) : Grammar.Text(Decode(text));

    /// <summary>Escapes what may not stand unescaped in the value of a URI header: "@" becomes %40, ";" %3B, "=" %3D.</summary>
    public static string EncodeHeader(string text) => Encode(text, Grammar.HeaderUnescaped);

    /// <summary>Escapes what may not stand unescaped in the user part.</summary>
    public static string EncodeUser(string text) => Encode(text, Grammar.UserUnescaped);

    /// <summary>Escapes what may not stand unescaped in a URI parameter.</summary>
    public static string EncodeParameter(string text) => Encode(text, Grammar.ParameterUnescaped);

    static string Encode(string text, SearchValues<byte> unescaped)
    {
        byte[] octets = Encoding.UTF8.GetBytes(text);
        if (octets.AsSpan().IndexOfAnyExcept(unescaped) < 0) return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (byte octet in octets)
        {
            if (unescaped.Contains(octet)) escaped.Append((char)octet);
            else escaped.Append('%').Append("0123456789ABCDEF"[octet >> 4]).Append("0123456789ABCDEF"[octet & 15]);
        }
        return escaped.ToString();
    }

    internal static int Value(byte hex) => hex <= '9' ? hex - '0' : (hex | 0x20) - 'a' + 10;
}
