using System.Buffers;
using System.Text;

namespace Gateway.Codecs.Sip.Headers;

/// <summary>
/// A typed value that keeps its octets as they stood on the wire and knows where its parts lie in them. Two values are equal when
/// their octets are; text is made only when a part is asked for.
/// </summary>
public abstract class HeaderValue : IEquatable<HeaderValue>
{
    readonly ReadOnlyMemory<byte> octets;

    private protected HeaderValue(ReadOnlyMemory<byte> octets) => this.octets = octets;

    /// <summary>The value as it is sent: one line, no control characters that could end it.</summary>
    public ReadOnlyMemory<byte> Octets => octets;

    private protected ReadOnlySpan<byte> Span => octets.Span;

    public bool Equals(HeaderValue? other) =>
        other is not null && other.GetType() == GetType() && octets.Span.SequenceEqual(other.octets.Span);

    public sealed override bool Equals(object? obj) => Equals(obj as HeaderValue);

    public sealed override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(octets.Span);
        return hash.ToHashCode();
    }

    public sealed override string ToString() => Grammar.Text(octets.Span);

    /// <summary>The octets of text that goes to the wire; what could end the line becomes a space.</summary>
    private protected static byte[] Line(string text)
    {
        byte[] octets = Encoding.UTF8.GetBytes(text);
        foreach (ref byte octet in octets.AsSpan())
        {
            if (octet is (byte)'\r' or (byte)'\n' or 0) octet = (byte)' ';
        }
        return octets;
    }

    /// <summary>These octets with the parameters behind <paramref name="start"/>, but the removed ones, and the added text behind them.</summary>
    private protected byte[] Reparametered(int start, ReadOnlySpan<string> removed, string added)
    {
        var text = new ArrayBufferWriter<byte>(octets.Length + added.Length);
        text.Write(Grammar.Trim(Span[..start]));
        var cursor = new ParameterCursor(Span[start..], (byte)';');
        while (cursor.MoveNext())
        {
            bool stays = true;
            foreach (string name in removed) stays &= !Grammar.EqualsIgnoreCase(cursor.Name, name);
            if (!stays) continue;
            text.Write(";"u8);
            text.Write(cursor.Name);
            if (!cursor.HasValue) continue;
            text.Write("="u8);
            text.Write(cursor.Value);
        }
        text.Write(Line(added));
        return text.WrittenSpan.ToArray();
    }

    /// <summary>Quotes text, so that it can stand as display name or parameter value.</summary>
    private protected static string Quote(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}

/// <summary>A value nobody looks into.</summary>
public sealed class PlainValue : HeaderValue
{
    internal PlainValue(ReadOnlyMemory<byte> octets) : base(octets) { }

    /// <summary>Line ends in the text become spaces.</summary>
    public PlainValue(string text) : base(Grammar.Trim(Line(text).AsMemory())) { }
}
