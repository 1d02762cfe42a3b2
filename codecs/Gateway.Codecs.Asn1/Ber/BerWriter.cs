using System.Formats.Asn1;
using System.Globalization;

namespace Gateway.Codecs.Asn1.Ber;

/// <summary>
/// Writes Basic Encoding Rules (X.690 07/2002) into a span: definite lengths in their shortest form, TRUE as FF.
/// Running out of room sticks: <see cref="Overflowed"/> is looked at once, at the end.
/// <see cref="AsnWriter"/> would allocate and throw on digits outside its alphabet; tags are its <see cref="Asn1Tag"/>.
/// </summary>
public ref struct BerWriter(Span<byte> destination)
{
    private readonly Span<byte> destination = destination;
    private int position;

    /// <summary>The destination was too small; what was written is of no use.</summary>
    public bool Overflowed { get; private set; }

    /// <summary>Octets written so far.</summary>
    public readonly int Written => position;

    /// <summary>Begins a constructed value; pass the returned mark to <see cref="Leave"/>.</summary>
    public int Enter(Asn1Tag tag)
    {
        WriteTag(tag.AsConstructed());
        WriteOctet(0);
        return position;
    }

    /// <summary>Ends a constructed value: the length takes one octet, or moves the contents up to take more.</summary>
    public void Leave(int mark)
    {
        int length = position - mark;
        int more = LengthOctets(length) - 1;
        if (Overflowed || position + more > destination.Length)
        {
            Overflowed = true;
            return;
        }

        if (more > 0)
        {
            destination[mark..position].CopyTo(destination[(mark + more)..]);
        }

        position = mark - 1;
        WriteLength(length);
        position += length;
    }

    /// <summary>Two's complement in as few octets as it takes (X.690 (07/2002) 8.3).</summary>
    public void WriteInteger(Asn1Tag tag, int value)
    {
        int octets = 1;
        while (octets < 4 && value >> ((8 * octets) - 1) is not (0 or -1))
        {
            octets++;
        }

        WriteTag(tag.AsPrimitive());
        WriteOctet((byte)octets);
        for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8)
        {
            WriteOctet((byte)(value >> shift));
        }
    }

    public void WriteInteger(int value) => WriteInteger(Asn1Tag.Integer, value);

    public void WriteEnumerated(int value) => WriteInteger(Asn1Tag.Enumerated, value);

    public void WriteBoolean(bool value)
    {
        WriteTag(Asn1Tag.Boolean);
        WriteOctet(1);
        WriteOctet(value ? (byte)0xFF : (byte)0);
    }

    public void WriteNull(Asn1Tag tag)
    {
        WriteTag(tag.AsPrimitive());
        WriteOctet(0);
    }

    /// <summary>From dotted form (X.690 8.19).</summary>
    public void WriteObjectIdentifier(scoped ReadOnlySpan<char> dotted)
    {
        WriteTag(Asn1Tag.ObjectIdentifier);
        WriteOctet(0);
        int mark = position;
        ulong first = 0;
        int index = 0;
        foreach (Range range in dotted.Split('.'))
        {
            ulong arc = uint.Parse(dotted[range], CultureInfo.InvariantCulture);
            if (index == 0)
            {
                first = arc * 40;
            }
            else
            {
                WriteArc(index == 1 ? first + arc : arc);
            }

            index++;
        }

        Leave(mark);
    }

    public void WriteOctets(Asn1Tag tag, scoped ReadOnlySpan<byte> octets)
    {
        WriteTag(tag.AsPrimitive());
        WriteLength(octets.Length);
        WriteEncoded(octets);
    }

    /// <summary>One octet a character; what ISO 8859-1 lacks goes out as a question mark.</summary>
    public void WriteCharacters(Asn1Tag tag, scoped ReadOnlySpan<char> text)
    {
        WriteTag(tag.AsPrimitive());
        WriteLength(text.Length);
        foreach (char character in text)
        {
            WriteOctet(character <= 0xFF ? (byte)character : (byte)'?');
        }
    }

    /// <summary>Octets that are encoded already.</summary>
    public void WriteEncoded(scoped ReadOnlySpan<byte> octets)
    {
        if (Overflowed || !octets.TryCopyTo(destination[position..]))
        {
            Overflowed = true;
            return;
        }

        position += octets.Length;
    }

    private void WriteArc(ulong arc)
    {
        int shift = 0;
        while (arc >> (shift + 7) != 0)
        {
            shift += 7;
        }

        for (; shift > 0; shift -= 7)
        {
            WriteOctet((byte)(0x80 | ((arc >> shift) & 0x7F)));
        }

        WriteOctet((byte)(arc & 0x7F));
    }

    private void WriteTag(Asn1Tag tag)
    {
        if (Overflowed || !tag.TryEncode(destination[position..], out int octets))
        {
            Overflowed = true;
            return;
        }

        position += octets;
    }

    private void WriteLength(int length)
    {
        int octets = LengthOctets(length);
        if (octets > 1)
        {
            WriteOctet((byte)(0x80 | (octets - 1)));
        }

        for (int shift = 8 * Math.Max(octets - 2, 0); shift >= 0; shift -= 8)
        {
            WriteOctet((byte)(length >> shift));
        }
    }

    private void WriteOctet(byte octet)
    {
        if (Overflowed || position >= destination.Length)
        {
            Overflowed = true;
            return;
        }

        destination[position++] = octet;
    }

    private static int LengthOctets(int length) => length switch
    {
        < 0x80 => 1,
        <= 0xFF => 2,
        <= 0xFFFF => 3,
        <= 0xFFFFFF => 4,
        _ => 5,
    };
}
