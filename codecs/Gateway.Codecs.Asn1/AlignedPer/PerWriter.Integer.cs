using System.Buffers.Binary;
using System.Numerics;

namespace Gateway.Codecs.Asn1.AlignedPer;

public ref partial struct PerWriter
{
    /// <summary>INTEGER (min..max), a constrained whole number (10.5).</summary>
    public void Integer(long value, long min, long max)
    {
        if (value < min || value > max)
        {
            Fail(EncodeFaultReason.ValueOutOfRange, "X.691 (07/2002) 10.5");
            return;
        }
        var span = unchecked((ulong)(max - min));
        var offset = unchecked((ulong)(value - min));
        switch (span)
        {
            case 0:
                return;
            case < 255:
                Bits((uint)offset, BitOperations.Log2(span) + 1);
                return;
            case 255:
                Align();
                Bits((uint)offset, 8);
                return;
            case <= 65535:
                Align();
                Bits((uint)offset, 16);
                return;
            default:
                var count = UnsignedOctets(offset);
                Integer(count, 1, (BitOperations.Log2(span) >> 3) + 1);
                Unsigned(offset, count);
                return;
        }
    }

    /// <summary>INTEGER (min..MAX), length and unsigned offset (10.7).</summary>
    public void SemiConstrainedInteger(long value, long min)
    {
        if (value < min)
        {
            Fail(EncodeFaultReason.ValueOutOfRange, "X.691 (07/2002) 10.7");
            return;
        }
        var offset = unchecked((ulong)(value - min));
        var count = UnsignedOctets(offset);
        UnconstrainedLength(count);
        Unsigned(offset, count);
    }

    /// <summary>INTEGER, length and two's complement (10.8).</summary>
    public void Integer(long value)
    {
        // One sign bit more than the magnitude needs.
        var count = (BitOperations.Log2((ulong)(value < 0 ? ~value : value) << 1 | 1) >> 3) + 1;
        UnconstrainedLength(count);
        Unsigned(unchecked((ulong)value), count);
    }

    /// <summary>INTEGER (min..max, ...) (12.1).</summary>
    public void ExtensibleInteger(long value, long min, long max)
    {
        var outside = value < min || value > max;
        Boolean(outside);
        if (outside)
            Integer(value);
        else
            Integer(value, min, max);
    }

    private void NormallySmallNumber(int value)
    {
        if (value <= 63)
        {
            Bits((uint)value, 7);
            return;
        }
        Boolean(true);
        SemiConstrainedInteger(value, 0);
    }

    private static int UnsignedOctets(ulong value) => (BitOperations.Log2(value | 1) >> 3) + 1;

    private void Unsigned(ulong value, int count)
    {
        Span<byte> octets = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(octets, value);
        Octets(octets[(8 - count)..]);
    }
}
