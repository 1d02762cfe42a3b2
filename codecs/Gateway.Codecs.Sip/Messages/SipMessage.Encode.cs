using System.Buffers;
using Gateway.Codecs.Sip.Headers;

namespace Gateway.Codecs.Sip.Messages;

public abstract partial record SipMessage
{
    /// <summary>Octets the message takes on the wire.</summary>
    public int EncodedLength
    {
        get
        {
            int length = StartLineLength + Digits(Body.Length) + "Content-Length: \r\n\r\n".Length + Body.Length;
            for (int i = 0; i < count; i++)
            {
                var name = entries[i].Name;
                length += (name == HeaderName.Other ? NameOctets(i).Length + 2 : name.Prefix().Length) + (Made(i)?.Octets.Length ?? entries[i].ValueLength) + 2;
            }
            return length;
        }
    }

    private protected abstract int StartLineLength { get; }

    private protected abstract void WriteStartLine(ref LineWriter writer);

    static int Digits(int number) => number < 10 ? 1 : number < 100 ? 2 : number < 1000 ? 3 : number < 10000 ? 4 : number < 100000 ? 5 : 10;

    /// <summary>Writes the message; false and nothing usable when the destination is shorter than <see cref="EncodedLength"/>.</summary>
    public bool TryEncode(Span<byte> destination, out int written)
    {
        var writer = new LineWriter(destination);
        WriteStartLine(ref writer);
        for (int i = 0; i < count; i++)
        {
            var entry = entries[i];
            if (entry.Name == HeaderName.Other)
            {
                writer.Octets(NameOctets(i));
                writer.Octets(": "u8);
            }
            else
            {
                writer.Octets(entry.Name.Prefix());
            }
            writer.Octets(Made(i) is { } value ? value.Octets.Span : octets.AsSpan(entry.ValueStart, entry.ValueLength));
            writer.Octets("\r\n"u8);
        }
        WriteBody(ref writer);
        written = writer.Written;
        return writer.Fits;
    }

    /// <summary>Writes the message.</summary>
    public void Encode(IBufferWriter<byte> destination)
    {
        if (TryEncode(destination.GetSpan(EncodedLength), out int written)) destination.Advance(written);
    }

    /// <summary>The message in an array of its own.</summary>
    public byte[] ToOctets()
    {
        byte[] message = new byte[EncodedLength];
        TryEncode(message, out _);
        return message;
    }

    /// <summary>
    /// The same message in one array of its own, and nothing remembered of what was read or made: for one that is kept only to be sent again or
    /// compared. What is asked of it is read anew.
    /// </summary>
    /// <param name="via">Stands on top instead of every Via there was; null: they stay.</param>
    public SipMessage Packed(Via? via = null)
    {
        int length = EncodedLength, lines = count;
        if (via is not null)
        {
            length += ViaPrefix.Length + via.Octets.Length + 2;
            lines++;
            for (int i = 0; i < count; i++)
            {
                if (entries[i].Name != HeaderName.Via) continue;
                length -= ViaPrefix.Length + Octets(i).Length + 2;
                lines--;
            }
        }
        if (length > ushort.MaxValue) return via is null ? this : this with { Vias = [via] };
        byte[] whole = new byte[length];
        var writer = new LineWriter(whole);
        WriteStartLine(ref writer);
        var packed = Bare(whole, lines);
        if (via is not null) packed.WriteLine(ref writer, HeaderName.Via, ViaPrefix, via.Octets.Span);
        for (int i = 0; i < count; i++)
        {
            var name = entries[i].Name;
            if (name == HeaderName.Via && via is not null) continue;
            if (name != HeaderName.Other) packed.WriteLine(ref writer, name, name.Prefix(), Octets(i).Span);
            else packed.WriteLine(ref writer, name, NameOctets(i), Octets(i).Span, ": "u8);
        }
        WriteBody(ref writer);
        packed.body = whole.AsMemory(length - Body.Length);
        return packed;
    }

    static ReadOnlySpan<byte> ViaPrefix => HeaderName.Via.Prefix();

    // A line that is remembered where it lies.
    void WriteLine(ref LineWriter writer, HeaderName name, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> value, ReadOnlySpan<byte> colon = default)
    {
        int start = writer.Written;
        writer.Octets(prefix);
        writer.Octets(colon);
        entries[count++] = new Entry(name, (ushort)start, (ushort)writer.Written, (ushort)value.Length);
        writer.Octets(value);
        writer.Octets("\r\n"u8);
    }

    void WriteBody(ref LineWriter writer)
    {
        writer.Octets("Content-Length: "u8);
        writer.Number(Body.Length);
        writer.Octets("\r\n\r\n"u8);
        writer.Octets(Body.Span);
    }

    /// <summary>This start line, and no headers yet.</summary>
    private protected abstract SipMessage Bare(byte[] whole, int capacity);
}
