using System.Numerics;

namespace Gateway.Codecs.Asn1.AlignedPer;

public ref partial struct PerReader
{
    /// <summary>INTEGER (min..max), a constrained whole number (10.5).</summary>
    public int Integer(int min, int max) => (int)Integer((long)min, max);

    /// <inheritdoc cref="Integer(int,int)"/>
    public uint Integer(uint min, uint max) => (uint)Integer((long)min, max);

    /// <inheritdoc cref="Integer(int,int)"/>
    public long Integer(long min, long max)
    {
        const string clause = "X.691 (07/2002) 10.5";
        var start = position;
        var span = unchecked((ulong)(max - min));
        ulong offset;
        switch (span)
        {
            case 0:
                return min;
            case < 255:
                offset = Bits(BitOperations.Log2(span) + 1, clause);
                break;
            case 255:
                Align();
                offset = Bits(8, clause);
                break;
            case <= 65535:
                Align();
                offset = Bits(16, clause);
                break;
            default:
                var count = Integer(1, (BitOperations.Log2(span) >> 3) + 1);
                offset = Unsigned(count, clause);
                break;
        }
        if (offset > span)
        {
            FailAt(DecodeFaultReason.ValueOutOfRange, clause, start);
            return min;
        }
        return fault is null ? unchecked(min + (long)offset) : min;
    }

    /// <summary>INTEGER (min..MAX), length and unsigned offset (10.7). At most eight octets are taken.</summary>
    public long SemiConstrainedInteger(long min)
    {
        const string clause = "X.691 (07/2002) 10.7";
        var start = position;
        var offset = Unsigned(IntegerLength(clause), clause);
        if (offset > unchecked((ulong)(long.MaxValue - min)))
        {
            FailAt(DecodeFaultReason.TooLarge, clause, start);
            return min;
        }
        return unchecked(min + (long)offset);
    }

    /// <summary>INTEGER, length and two's complement (10.8). At most eight octets are taken.</summary>
    public long Integer()
    {
        const string clause = "X.691 (07/2002) 10.8";
        long value = 0;
        var first = true;
        foreach (var octet in Octets(IntegerLength(clause), clause))
        {
            value = first ? (sbyte)octet : value << 8 | octet;
            first = false;
        }
        return value;
    }

    /// <summary>INTEGER (min..max, ...): a bit tells whether the value keeps to the root constraint (12.1).</summary>
    public long ExtensibleInteger(long min, long max) => Boolean() ? Integer() : Integer(min, max);

    /// <summary>Normally small non-negative whole number: index of an extension (10.6).</summary>
    private int NormallySmallNumber()
    {
        const string clause = "X.691 (07/2002) 10.6";
        var start = position;
        if (Bits(1, clause) == 0)
            return (int)Bits(6, clause);
        var value = SemiConstrainedInteger(0);
        if (value <= int.MaxValue - 1024)
            return (int)value;
        FailAt(DecodeFaultReason.TooLarge, clause, start);
        return 0;
    }

    private int IntegerLength(string clause)
    {
        var count = UnconstrainedLength(out _);
        if (count is >= 1 and <= 8 || fault is not null)
            return count;
        Fail(count == 0 ? DecodeFaultReason.LengthOutOfRange : DecodeFaultReason.TooLarge, clause);
        return 0;
    }

    private ulong Unsigned(int count, string clause)
    {
        ulong value = 0;
        foreach (var octet in Octets(count, clause))
            value = value << 8 | octet;
        return value;
    }
}
