using System.Buffers.Binary;
using System.Text;

namespace Gateway.Codecs.Sip.Dns;

/// <summary>Reads a DNS message. The fault is sticky: after the first every read yields nothing.</summary>
internal ref struct DnsReader(ReadOnlySpan<byte> message)
{
    private const int PointerBits = 0xC0;

    private readonly ReadOnlySpan<byte> message = message;

    /// <summary>Octets of names still to be read: compression makes them more than the message has, but no sensible message multiplies its length.</summary>
    private int namesLeft = (4 * message.Length) + 512;
    private DnsFault? fault;

    public readonly DnsFault? Fault => fault;

    public int At { get; private set; }

    public readonly int Left => message.Length - At;

    public byte Octet() => Take(1) is [var octet] ? octet : (byte)0;

    public ushort UInt16() => Take(2) is { Length: 2 } octets ? BinaryPrimitives.ReadUInt16BigEndian(octets) : (ushort)0;

    public uint UInt32() => Take(4) is { Length: 4 } octets ? BinaryPrimitives.ReadUInt32BigEndian(octets) : 0;

    /// <summary>So many octets; none when there are not so many.</summary>
    public ReadOnlySpan<byte> Take(int count)
    {
        if (fault is not null)
        {
            return [];
        }

        if (count > Left)
        {
            Fail(DnsFaultReason.Truncated, "RFC 1035 4.1");
            return [];
        }

        At += count;
        return message.Slice(At - count, count);
    }

    /// <summary>RFC 1035 3.3: <c>length(1) characters(length)</c>.</summary>
    public string CharacterString() => Encoding.Latin1.GetString(Take(Octet()));

    /// <summary>RFC 1035 4.1.4: labels, <c>length(1) octets(length)</c>, ended by the root's length of 0 or by a pointer, <c>11 offset(14)</c>, to where the rest of the name stands before.</summary>
    public DnsName Name()
    {
        Span<char> name = stackalloc char[DnsName.LongestName];
        var (written, behind, bound) = (0, -1, At);
        while (fault is null)
        {
            int length = Octet();
            if (length >= PointerBits)
            {
                var target = ((length & ~PointerBits) << 8) | Octet();
                behind = behind < 0 ? At : behind;

                // Every pointer leads further to the front, so that there is an end to them.
                if (fault is null && target >= bound)
                {
                    Fail(DnsFaultReason.Pointer, "RFC 1035 4.1.4");
                }

                (At, bound) = fault is null ? (target, target) : (At, bound);
                continue;
            }

            if (length == 0)
            {
                break;
            }

            var label = Take(length);
            if (length > DnsName.LongestLabel || written + length + 3 > DnsName.LongestName || !IsLabel(label))
            {
                Fail(DnsFaultReason.Name, "RFC 1035 3.1");
                break;
            }

            if (written > 0)
            {
                name[written++] = '.';
            }

            written += Encoding.ASCII.GetChars(label, name[written..]);
        }

        At = behind < 0 ? At : behind;
        namesLeft -= written;
        if (namesLeft < 0)
        {
            Fail(DnsFaultReason.TooLarge, "RFC 1035 4.1.4");
        }

        return fault is not null || written == 0 ? DnsName.Root : new DnsName(new string(name[..written]));
    }

    public void Fail(DnsFaultReason reason, string clause) => fault ??= new DnsFault(reason, At, clause);

    private static bool IsLabel(ReadOnlySpan<byte> label)
    {
        foreach (var octet in label)
        {
            if (!DnsName.IsOfLabel(octet))
            {
                return false;
            }
        }

        return true;
    }
}
