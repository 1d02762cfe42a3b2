using System.Diagnostics.CodeAnalysis;

namespace Gateway.Codecs.Asn1.AlignedPer;

public ref partial struct PerWriter
{
    /// <summary>
    /// Extensible SEQUENCE (18): writes the extension bit and the bits of the OPTIONAL and DEFAULT components as 0; they are set as
    /// the components come. <paramref name="additions"/> is the width of our edition's bitmap, <paramref name="tail"/> what a
    /// carried message brought along.
    /// </summary>
    public PerSequenceWriter BeginSequence(int optionals = 0, int additions = 0, ExtensionTail? tail = null)
    {
        var sequence = new PerSequenceWriter(position, position + 1, additions, tail);
        Bits(0, 1 + optionals);
        return sequence;
    }

    /// <summary>SEQUENCE without extension marker.</summary>
    public PerSequenceWriter BeginPlainSequence(int optionals = 0)
    {
        var sequence = new PerSequenceWriter(-1, position, 0, null);
        Bits(0, optionals);
        return sequence;
    }

    /// <summary>Writes the width and a bitmap of zeros; gives where the bitmap starts.</summary>
    internal int ExtensionBitmap(int width)
    {
        NormallySmallLength(width);
        var bitmap = position;
        for (var left = width; left > 0; left -= 32)
            Bits(0, Math.Min(32, left));
        return bitmap;
    }

    /// <summary>
    /// Makes a bitmap wider after additions were written behind it: they start on an octet, so they move by whole octets.
    /// </summary>
    internal int WidenBitmap(int start, int bitmap, int oldWidth, int newWidth)
    {
        Align();
        if (fault is not null)
            return bitmap;
        Span<bool> bits = new bool[oldWidth];
        for (var i = 0; i < oldWidth; i++)
            bits[i] = (buffer[(bitmap + i) >> 3] >> (7 - (bitmap + i & 7)) & 1) != 0;
        var oldEnd = (bitmap + oldWidth + 7) >> 3;
        var headerBits = newWidth > 64 ? LongBitmapHeaderBits(start, newWidth) : 7;
        var newEnd = (start + headerBits + newWidth + 7) >> 3;
        if (!Shift(oldEnd, newEnd - oldEnd))
            return bitmap;
        // Written anew up to the additions, which must not be touched.
        var whole = buffer;
        var end = position;
        buffer = buffer[..newEnd];
        position = start;
        buffer[start >> 3] &= (byte)(0xFF00 >> (start & 7));
        bitmap = ExtensionBitmap(newWidth);
        position = end;
        buffer = whole;
        for (var i = 0; i < oldWidth; i++)
        {
            if (bits[i])
                SetBit(bitmap + i);
        }
        return bitmap;
    }

    private static int LongBitmapHeaderBits(int start, int width) => (-(start + 1) & 7) + 1 + (width < 0x80 ? 8 : 16);
}

/// <summary>One SEQUENCE being written: offer the components in schema order.</summary>
public struct PerSequenceWriter
{
    private readonly int extensionBit;
    private readonly ExtensionTail? tail;
    private readonly int additions;
    private int optionalBit;
    private int header;
    private int bitmap = -1;
    private int width;
    private int next;
    private int open = -1;

    internal PerSequenceWriter(int extensionBit, int optionalBit, int additions, ExtensionTail? tail)
    {
        this.extensionBit = extensionBit;
        this.optionalBit = optionalBit;
        this.additions = additions;
        this.tail = tail;
        width = tail is null ? additions : Math.Max(1, tail.Width);
    }

    /// <summary>Marks the next OPTIONAL or DEFAULT component; true when it is to be written.</summary>
    public bool Optional(ref PerWriter writer, bool present)
    {
        if (present)
            writer.SetBit(optionalBit);
        optionalBit++;
        return present;
    }

    /// <inheritdoc cref="Optional(ref PerWriter,bool)"/>
    public bool Optional<T>(ref PerWriter writer, [NotNullWhen(true)] T? value) where T : class => Optional(ref writer, value is not null);

    /// <inheritdoc cref="Optional(ref PerWriter,bool)"/>
    public bool Optional<T>(ref PerWriter writer, [NotNullWhen(true)] T? value) where T : struct => Optional(ref writer, value.HasValue);

    /// <summary>Marks the next extension addition; true when it is to be written, into the open type now begun.</summary>
    public bool Addition(ref PerWriter writer, bool present)
    {
        if (present)
        {
            Mark(ref writer, next);
            open = writer.BeginOpenType();
        }
        next++;
        return present;
    }

    /// <inheritdoc cref="Addition(ref PerWriter,bool)"/>
    public bool Addition<T>(ref PerWriter writer, [NotNullWhen(true)] T? value) where T : class => Addition(ref writer, value is not null);

    /// <inheritdoc cref="Addition(ref PerWriter,bool)"/>
    public bool Addition<T>(ref PerWriter writer, [NotNullWhen(true)] T? value) where T : struct => Addition(ref writer, value.HasValue);

    /// <summary>Ends the SEQUENCE: writes the additions that came with a carried message.</summary>
    public void End(ref PerWriter writer)
    {
        Close(ref writer);
        if (tail is null)
            return;
        Begin(ref writer);
        foreach (var addition in tail.Unknown)
        {
            Mark(ref writer, addition.Index);
            writer.OpenType(addition.Contents);
        }
    }

    private void Mark(ref PerWriter writer, int index)
    {
        Close(ref writer);
        Begin(ref writer);
        if (index >= width)
        {
            // The carried message came from an older edition and has since been given a newer addition.
            var wider = Math.Max(index + 1, additions);
            bitmap = writer.WidenBitmap(header, bitmap, width, wider);
            width = wider;
        }
        if (bitmap >= 0)
            writer.SetBit(bitmap + index);
    }

    private void Begin(ref PerWriter writer)
    {
        if (bitmap >= 0)
            return;
        writer.SetBit(extensionBit);
        header = writer.BitOffset;
        bitmap = writer.ExtensionBitmap(width);
    }

    private void Close(ref PerWriter writer)
    {
        if (open >= 0)
            writer.EndOpenType(open);
        open = -1;
    }
}
