namespace Gateway.Codecs.Asn1.AlignedPer;

public ref partial struct PerReader
{
    /// <summary>Extensible SEQUENCE (18): extension bit, then one bit for each OPTIONAL or DEFAULT component of the root.</summary>
    public PerSequenceReader BeginSequence(string name, int optionals = 0)
    {
        var entered = Descend(name, optionals + 1);
        return new PerSequenceReader(entered, Boolean(), Bits(optionals, "X.691 (07/2002) 18.2") << (32 - optionals));
    }

    /// <summary>SEQUENCE without extension marker.</summary>
    public PerSequenceReader BeginPlainSequence(string name, int optionals = 0)
    {
        var entered = Descend(name, optionals + 1);
        return new PerSequenceReader(entered, false, Bits(optionals, "X.691 (07/2002) 18.2") << (32 - optionals));
    }

    /// <summary>Reads the width of the extension bitmap and steps over it; gives where it starts.</summary>
    internal int ExtensionBitmap(out int width)
    {
        width = NormallySmallLength();
        var bitmap = position;
        if (width > end - position)
        {
            Fail(DecodeFaultReason.EndOfInput, "X.691 (07/2002) 18.8");
            width = 0;
        }
        position += width;
        return bitmap;
    }

    internal readonly bool BitAt(int bit) => fault is null && (octets[bit >> 3] >> (7 - (bit & 7)) & 1) != 0;
}

/// <summary>One SEQUENCE being read: ask in schema order for what is present.</summary>
public ref struct PerSequenceReader
{
    private readonly string? name;
    private readonly bool extended;
    private uint optionals;
    private int bitmap;
    private int width;
    private int next;
    private bool anyPresent;
    private bool inAddition;
    private PerOpenType open;

    internal PerSequenceReader(string? name, bool extended, uint optionals)
    {
        this.name = name;
        this.extended = extended;
        this.optionals = optionals;
        bitmap = -1;
    }

    /// <summary>Is the next OPTIONAL or DEFAULT component of the root there?</summary>
    public bool Optional()
    {
        var present = optionals >> 31 != 0;
        optionals <<= 1;
        return present;
    }

    /// <summary>Is the next extension addition there? If so the reader stands in it.</summary>
    public bool Addition(ref PerReader reader)
    {
        if (!Advance(ref reader))
            return false;
        open = reader.BeginOpenType();
        inAddition = true;
        return !reader.Failed;
    }

    /// <summary>Ends the SEQUENCE: keeps additions after the last one asked for.</summary>
    public ExtensionTail? End(ref PerReader reader)
    {
        reader.Grow(next * PerReader.RoomAComponent);
        if (!extended)
        {
            reader.Unwind(name);
            return null;
        }
        var known = next;
        List<UnknownAddition>? unknown = null;
        do
        {
            var index = next;
            if (!Advance(ref reader))
                continue;
            // A list and its array, and what a growing list leaves behind.
            reader.Take(unknown is null ? 96 : 32);
            (unknown ??= []).Add(new UnknownAddition(index, reader.OpenType()));
        }
        while (next < width && !reader.Failed);
        var tail = reader.Failed || (width == known && unknown is null && anyPresent) ? null : new ExtensionTail(width, unknown ?? []);
        if (tail is not null)
            reader.Take(8);
        reader.Unwind(name);
        return tail;
    }

    /// <summary>Leaves the addition before, if we stand in one, and looks at the bit of the next.</summary>
    private bool Advance(ref PerReader reader)
    {
        if (!extended)
        {
            next++;
            return false;
        }
        if (bitmap < 0)
            bitmap = reader.ExtensionBitmap(out width);
        if (inAddition)
            reader.EndOpenType(open);
        inAddition = false;
        var present = next < width && reader.BitAt(bitmap + next);
        next++;
        anyPresent |= present;
        return present;
    }
}
