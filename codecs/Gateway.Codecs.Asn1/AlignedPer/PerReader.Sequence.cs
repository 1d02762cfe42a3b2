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

    /// <summary>Reads the width of the extension bitmap and its first bits, left-aligned, and steps over it; gives where it starts.</summary>
    internal int ExtensionBitmap(out int width, out ulong first)
    {
        const string clause = "X.691 (07/2002) 18.8";
        width = NormallySmallLength();
        var bitmap = position;
        if (width > end - position)
        {
            Fail(DecodeFaultReason.EndOfInput, clause);
            width = 0;
        }
        var (high, low) = (Math.Min(32, width), Math.Clamp(width - 32, 0, 32));
        first = ((ulong)Bits(high, clause) << (64 - high)) | ((ulong)Bits(low, clause) << (32 - low));
        position = bitmap + width;
        return bitmap;
    }

    internal readonly bool BitAt(int bit) => fault is null && (octets[bit >> 3] >> (7 - (bit & 7)) & 1) != 0;
}

/// <summary>One SEQUENCE being read: ask in schema order for what is present. It follows up to 64 additions that have a name.</summary>
public ref struct PerSequenceReader
{
    /// <summary>A width: there are additions, and nobody has asked for one yet.</summary>
    private const int Unread = -1;

    private readonly string? name;
    private uint optionals;
    private ulong additions;
    private bool anyPresent;
    private int bitmap;
    private int width;
    private int next;
    private PerOpenType open;

    internal PerSequenceReader(string? name, bool extended, uint optionals)
    {
        this.name = name;
        this.optionals = optionals;
        width = extended ? Unread : 0;
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
        if (width == Unread)
            ReadBitmap(ref reader);
        var present = additions >> 63 != 0;
        additions <<= 1;
        next++;
        return present && Enter(ref reader);
    }

    /// <summary>Ends the SEQUENCE: keeps additions after the last one asked for.</summary>
    public ExtensionTail? End(ref PerReader reader)
    {
        reader.Grow(next * PerReader.RoomAComponent);
        if (width == Unread)
            ReadBitmap(ref reader);
        var tail = width == 0 ? null : Tail(ref reader);
        reader.Unwind(name);
        return tail;
    }

    private ExtensionTail? Tail(ref PerReader reader)
    {
        reader.EndOpenType(open);
        List<UnknownAddition>? unknown = null;
        for (var index = next; index < width; index++)
        {
            if (!reader.BitAt(bitmap + index))
                continue;
            // A list and its array, and what a growing list leaves behind.
            reader.Take(unknown is null ? 96 : 32);
            (unknown ??= []).Add(new UnknownAddition(index, reader.OpenType()));
        }
        if (reader.Failed || (width == next && anyPresent))
            return null;
        reader.Take(8);
        return new ExtensionTail(width, unknown ?? []);
    }

    private void ReadBitmap(ref PerReader reader)
    {
        bitmap = reader.ExtensionBitmap(out width, out additions);
        anyPresent = additions != 0;
    }

    private bool Enter(ref PerReader reader)
    {
        reader.EndOpenType(open);
        open = reader.BeginOpenType();
        return !reader.Failed;
    }
}
