using Gateway.Codecs.Asn1;

namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Reads the contents of one element. The first fault sticks: each read after it yields zero or nothing.</summary>
internal ref struct ElementReader
{
    private readonly ReadOnlySpan<byte> contents;
    private readonly int start;
    private int position;

    /// <param name="contents">Octet 3 to the end of the element.</param>
    /// <param name="start">Where octet 3 stands in the message, in octets.</param>
    internal ElementReader(ReadOnlySpan<byte> contents, int start)
    {
        this.contents = contents;
        this.start = start;
    }

    /// <summary>What is wrong with the contents; meaningful when <see cref="Faulted"/>.</summary>
    internal DecodeFaultReason? Reason { get; private set; }

    /// <summary>Bits from the start of the message to the octet at fault.</summary>
    internal int FaultBitOffset { get; private set; }

    internal readonly bool Faulted => Reason is not null;

    internal readonly bool More => !Faulted && position < contents.Length;

    /// <summary>Octets left; none after a fault.</summary>
    internal readonly int Remaining => Faulted ? 0 : contents.Length - position;

    internal readonly byte Peek() => More ? contents[position] : (byte)0;

    internal byte Octet()
    {
        if (!More)
        {
            Fail(DecodeFaultReason.EndOfInput);
            return 0;
        }

        return contents[position++];
    }

    /// <summary>An octet whose bit 8 says that its group ends here.</summary>
    internal byte LastOfGroup()
    {
        var octet = Octet();
        if ((octet & 0x80) == 0 && !Faulted)
        {
            position--;
            Fail(DecodeFaultReason.Malformed);
        }

        return octet;
    }

    /// <summary>Octets up to and with the first whose bit 8 is 1.</summary>
    internal byte[] Group()
    {
        var from = position;
        while ((Octet() & 0x80) == 0 && !Faulted)
        {
        }

        return Faulted ? [] : contents[from..position].ToArray();
    }

    internal byte[] Rest()
    {
        if (!More)
            return [];
        var rest = contents[position..].ToArray();
        position = contents.Length;
        return rest;
    }

    /// <summary>ISO 8859-1 characters, of which IA5 is the lower half.</summary>
    internal string Text(int characters)
    {
        if (Faulted || characters <= 0)
            return "";
        if (characters > Remaining)
        {
            position = contents.Length;
            Fail(DecodeFaultReason.EndOfInput);
            return "";
        }

        position += characters;
        return System.Text.Encoding.Latin1.GetString(contents.Slice(position - characters, characters));
    }

    /// <summary>Sixteen bits in three octets of one group: 2, 7 and 7.</summary>
    internal int Delay()
    {
        var (high, middle, low) = (Octet(), Octet(), LastOfGroup());
        if (((high | middle) & 0x80) != 0)
            Fail(DecodeFaultReason.Malformed);
        return (high & 3) << 14 | (middle & 0x7F) << 7 | low & 0x7F;
    }

    /// <summary>Nothing may follow.</summary>
    internal void End()
    {
        if (More)
            Fail(DecodeFaultReason.TrailingOctets);
    }

    internal void Fail(DecodeFaultReason reason)
    {
        if (Faulted)
            return;
        Reason = reason;
        FaultBitOffset = (start + position) * 8;
    }
}
