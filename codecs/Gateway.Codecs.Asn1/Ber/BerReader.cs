using System.Formats.Asn1;
using System.Runtime.CompilerServices;
using System.Text;

namespace Gateway.Codecs.Asn1.Ber;

/// <summary>
/// Reads Basic Encoding Rules (X.690 07/2002) from a span, element by element, over <see cref="AsnDecoder"/>.
/// Takes what BER allows: indefinite lengths, long-form small lengths, any non-zero TRUE, constructed strings.
/// The first fault sticks: after it every read yields zero, nothing or empty, and <see cref="AtEnd"/> is true.
/// </summary>
public ref struct BerReader
{
    private const int EndOfContentsOctets = 2;

    private readonly ReadOnlySpan<byte> source;
    private int position;
    private int end;
    private int depth;
    private Names names;
    private DecodeFault? fault;

    /// <param name="source">The octets to read.</param>
    /// <param name="root">Name that faults begin their path with.</param>
    /// <param name="start">Offset of the first element in <paramref name="source"/>; faults count from its beginning.</param>
    public BerReader(ReadOnlySpan<byte> source, string root, int start = 0)
    {
        this.source = source;
        position = start;
        end = source.Length;
        names[0] = root;
    }

    /// <summary>What went wrong first, or null.</summary>
    public readonly DecodeFault? Fault => fault;

    public readonly bool Faulted => fault is not null;

    /// <summary>True behind the last element of the value that was entered, and after a fault.</summary>
    public readonly bool AtEnd => position >= end || Faulted;

    /// <summary>Octet offset of the next element.</summary>
    public readonly int Position => position;

    /// <summary>Whether the next element carries this class and number, primitive or constructed.</summary>
    public readonly bool NextIs(Asn1Tag tag) => TryPeek(out Asn1Tag next) && next.HasSameClassAndValue(tag);

    /// <summary>The next element's tag; false at the end and where no tag can be read.</summary>
    public readonly bool TryPeek(out Asn1Tag tag)
    {
        tag = default;
        return !AtEnd && Asn1Tag.TryDecode(source[position..end], out tag, out _);
    }

    /// <summary>Steps into a constructed value (X.690 (07/2002) 8.9, 8.14); pair with <see cref="Leave"/>.</summary>
    public Scope Enter(Asn1Tag tag, string name)
    {
        if (depth + 1 >= Names.Length)
        {
            Fail(DecodeFaultReason.TooDeep, "X.690 8.1.4", name);
        }

        int at = position;
        if (!Take(tag, name, out Element element))
        {
            return new Scope(position, end, false);
        }

        if (!element.Constructed)
        {
            position = at;
            Fail(DecodeFaultReason.Malformed, "X.690 8.9.1", name);
            return new Scope(position, end, false);
        }

        var scope = new Scope(position, end, true);
        names[++depth] = name;
        position = element.Start;
        end = element.Start + element.Length;
        return scope;
    }

    /// <summary>Steps out behind the value entered; elements left in it are extensions we do not know.</summary>
    public void Leave(Scope scope)
    {
        if (scope.Entered)
        {
            depth--;
        }

        position = scope.Next;
        end = scope.End;
    }

    /// <summary>Two's complement, at most 32 bits (X.690 8.3); redundant leading octets are accepted.</summary>
    public int ReadInteger(Asn1Tag tag, string name)
    {
        if (!TakePrimitive(tag, name, out ReadOnlySpan<byte> contents))
        {
            return 0;
        }

        if (contents.IsEmpty)
        {
            Fail(DecodeFaultReason.Malformed, "X.690 8.3.1", name);
            return 0;
        }

        long value = (sbyte)contents[0];
        foreach (byte octet in contents[1..])
        {
            value = (value << 8) | octet;
            if (value is < int.MinValue or > int.MaxValue)
            {
                Fail(DecodeFaultReason.ValueOutOfRange, "X.690 8.3", name);
                return 0;
            }
        }

        return (int)value;
    }

    public int ReadInteger(string name) => ReadInteger(Asn1Tag.Integer, name);

    /// <summary>Encoded as an integer (X.690 8.4).</summary>
    public int ReadEnumerated(string name) => ReadInteger(Asn1Tag.Enumerated, name);

    /// <summary>One octet, zero is FALSE (X.690 8.2).</summary>
    public bool ReadBoolean(string name)
    {
        if (!TakePrimitive(Asn1Tag.Boolean, name, out ReadOnlySpan<byte> contents))
        {
            return false;
        }

        if (contents.Length != 1)
        {
            Fail(DecodeFaultReason.Malformed, "X.690 8.2.1", name);
            return false;
        }

        return contents[0] != 0;
    }

    /// <summary>No contents (X.690 8.8).</summary>
    public void ReadNull(Asn1Tag tag, string name)
    {
        if (TakePrimitive(tag, name, out ReadOnlySpan<byte> contents) && !contents.IsEmpty)
        {
            Fail(DecodeFaultReason.Malformed, "X.690 8.8.2", name);
        }
    }

    /// <summary>Dotted form (X.690 8.19); arcs of at most 32 bits.</summary>
    public string ReadObjectIdentifier(string name)
    {
        if (!TakePrimitive(Asn1Tag.ObjectIdentifier, name, out ReadOnlySpan<byte> contents))
        {
            return "";
        }

        var dotted = new StringBuilder();
        long arc = 0;
        foreach (byte octet in contents)
        {
            arc = (arc << 7) | (uint)(octet & 0x7F);
            if (arc > uint.MaxValue)
            {
                Fail(DecodeFaultReason.ValueOutOfRange, "X.690 8.19.2", name);
                return "";
            }

            if ((octet & 0x80) != 0)
            {
                continue;
            }

            if (dotted.Length == 0)
            {
                long first = Math.Min(arc / 40, 2);
                dotted.Append(first);
                arc -= first * 40;
            }

            dotted.Append('.').Append(arc);
            arc = 0;
        }

        if (contents.IsEmpty || (contents[^1] & 0x80) != 0)
        {
            Fail(DecodeFaultReason.Malformed, "X.690 8.19.2", name);
            return "";
        }

        return dotted.ToString();
    }

    /// <summary>An octet string, or a string type under an implicit tag (X.690 8.7, 8.14), primitive or constructed.</summary>
    public byte[] ReadOctets(Asn1Tag tag, string name, int maximum = int.MaxValue)
    {
        int at = position;
        if (!Take(tag, name, out Element element))
        {
            return [];
        }

        ReadOnlySpan<byte> contents = source.Slice(element.Start, element.Length);
        byte[] octets;
        if (!element.Constructed)
        {
            octets = contents.Length <= maximum ? contents.ToArray() : [];
        }
        else if (!TryJoinSegments(source[at..position], tag, out octets))
        {
            position = at;
            Fail(DecodeFaultReason.Malformed, "X.690 8.7.3", name);
            return [];
        }

        if (Math.Max(octets.Length, element.Constructed ? 0 : contents.Length) > maximum)
        {
            position = at;
            Fail(DecodeFaultReason.LengthOutOfRange, "X.680 47.5", name);
            return [];
        }

        return octets;
    }

    /// <summary>A character string, one octet a character; octets above 7F read as ISO 8859-1.</summary>
    public string ReadCharacters(Asn1Tag tag, string name, int maximum = int.MaxValue) =>
        Encoding.Latin1.GetString(ReadOctets(tag, name, maximum));

    /// <summary>One whole element, tag and length included.</summary>
    public ReadOnlySpan<byte> ReadEncodedValue(string name)
    {
        int at = position;
        return TryPeek(out Asn1Tag tag) && Take(tag, name, out _) ? source[at..position] : Nothing(name);
    }

    /// <summary>Every element up to the end of the value that was entered, each checked to be whole.</summary>
    public ReadOnlySpan<byte> ReadRest(string name)
    {
        int at = position;
        while (!AtEnd)
        {
            ReadEncodedValue(name);
        }

        return Faulted ? default : source[at..position];
    }

    /// <summary>Records a fault at the next element; only the first one counts.</summary>
    public void Fail(DecodeFaultReason reason, string clause, string name)
    {
        if (Faulted)
        {
            return;
        }

        var path = new StringBuilder();
        for (int i = 0; i <= depth; i++)
        {
            path.Append(names[i]).Append('.');
        }

        fault = new DecodeFault(reason, position * 8, clause, path.Append(name).ToString());
    }

    private ReadOnlySpan<byte> Nothing(string name)
    {
        Fail(AtEnd ? DecodeFaultReason.EndOfInput : DecodeFaultReason.Malformed, "X.690 8.1.2", name);
        return default;
    }

    private bool TakePrimitive(Asn1Tag tag, string name, out ReadOnlySpan<byte> contents)
    {
        contents = default;
        int at = position;
        if (!Take(tag, name, out Element element))
        {
            return false;
        }

        if (element.Constructed)
        {
            position = at;
            Fail(DecodeFaultReason.Malformed, "X.690 8.1.2.5", name);
            return false;
        }

        contents = source.Slice(element.Start, element.Length);
        return true;
    }

    private bool Take(Asn1Tag expected, string name, out Element element)
    {
        element = default;
        if (Faulted)
        {
            return false;
        }

        ReadOnlySpan<byte> rest = source[position..end];
        if (rest.IsEmpty)
        {
            Fail(DecodeFaultReason.EndOfInput, "X.680 24.1", name);
            return false;
        }

        if (!Asn1Tag.TryDecode(rest, out Asn1Tag tag, out _))
        {
            Fail(DecodeFaultReason.EndOfInput, "X.690 8.1.2", name);
            return false;
        }

        if (!tag.HasSameClassAndValue(expected))
        {
            Fail(DecodeFaultReason.UnknownAlternative, "X.690 8.1.2", name);
            return false;
        }

        if (!TryMeasure(rest, out int start, out int length, out int consumed))
        {
            Fail(DecodeFaultReason.EndOfInput, "X.690 8.1.3", name);
            return false;
        }

        element = new Element(position + start, length, tag.IsConstructed);
        position += consumed;
        return true;
    }

    private static bool TryMeasure(ReadOnlySpan<byte> rest, out int start, out int length, out int consumed)
    {
        length = consumed = 0;
        if (!TryReadHeader(rest, out start, out int? definite))
        {
            return false;
        }

        if (definite is { } octets)
        {
            length = octets;
            consumed = start + octets;
            return true;
        }

        if (!TryFindEndOfContents(rest[start..], out length))
        {
            return false;
        }

        consumed = start + length + EndOfContentsOctets;
        return true;
    }

    /// <summary>Identifier and length octets; a definite length is within what is left, null is the indefinite form of a constructed value.</summary>
    private static bool TryReadHeader(ReadOnlySpan<byte> rest, out int start, out int? length)
    {
        start = 0;
        length = null;
        if (!Asn1Tag.TryDecode(rest, out Asn1Tag tag, out int tagOctets)
            || !AsnDecoder.TryDecodeLength(rest[tagOctets..], AsnEncodingRules.BER, out length, out int lengthOctets))
        {
            return false;
        }

        start = tagOctets + lengthOctets;
        return length is null ? tag.IsConstructed : length <= rest.Length - start;
    }

    // AsnDecoder.TryReadEncodedValue does the same, but throws where the end-of-contents octets are missing.
    private static bool TryFindEndOfContents(ReadOnlySpan<byte> contents, out int length)
    {
        length = 0;
        int open = 1;
        int at = 0;
        while (contents.Length - at >= EndOfContentsOctets)
        {
            if (contents[at] == 0 && contents[at + 1] == 0)
            {
                open--;
                if (open == 0)
                {
                    length = at;
                    return true;
                }

                at += EndOfContentsOctets;
            }
            else if (TryReadHeader(contents[at..], out int start, out int? inner))
            {
                at += start + (inner ?? 0);
                open += inner is null ? 1 : 0;
            }
            else
            {
                return false;
            }
        }

        return false;
    }

    // Only rare senders cut a short string into segments, so the one throwing call of the framework stays off the usual path.
    private static bool TryJoinSegments(ReadOnlySpan<byte> encoded, Asn1Tag tag, out byte[] octets)
    {
        octets = [];
        try
        {
            if (tag.TagClass == TagClass.Universal && !tag.HasSameClassAndValue(Asn1Tag.PrimitiveOctetString))
            {
                var characters = new byte[encoded.Length];
                bool fits = AsnDecoder.TryReadCharacterStringBytes(
                    encoded, characters, AsnEncodingRules.BER, tag, out _, out int written);
                octets = characters[..written];
                return fits;
            }

            octets = AsnDecoder.ReadOctetString(encoded, AsnEncodingRules.BER, out _, tag);
            return true;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    private readonly record struct Element(int Start, int Length, bool Constructed);

    /// <summary>Where to go on behind a value that was entered.</summary>
    public readonly record struct Scope(int Next, int End, bool Entered);

    [InlineArray(Length)]
    private struct Names
    {
        public const int Length = 12;
        private string? first;
    }
}
