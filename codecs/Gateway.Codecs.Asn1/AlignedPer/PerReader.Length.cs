namespace Gateway.Codecs.Asn1.AlignedPer;

public ref partial struct PerReader
{
    /// <summary>The upper bound of SIZE (n..MAX).</summary>
    public const int Unbounded = int.MaxValue;

    private const int Fragment = 16384;

    /// <summary>
    /// A length determinant (10.9). A constrained count is a constrained whole number; at 64K and above, or without upper bound,
    /// it comes as <c>0nnnnnnn</c>, <c>10nnnnnn nnnnnnnn</c> or <c>11000mmm</c> = m fragments of 16K items with more to follow.
    /// </summary>
    private int Length(int min, int max, out bool more)
    {
        more = false;
        return max <= 65535 ? Integer(min, max) : UnconstrainedLength(out more);
    }

    private int UnconstrainedLength(out bool more)
    {
        const string clause = "X.691 (07/2002) 10.9.3";
        more = false;
        Align();
        var start = position;
        var first = (int)Bits(8, clause);
        if (first < 0x80)
            return first;
        if (first < 0xC0)
            return (first & 0x3F) << 8 | (int)Bits(8, clause);
        if (first is >= 0xC1 and <= 0xC4)
        {
            more = true;
            return (first & 7) * Fragment;
        }
        FailAt(DecodeFaultReason.LengthOutOfRange, clause, start);
        return 0;
    }

    /// <summary>Normally small length: the width of an extension bitmap (10.9.3.4).</summary>
    private int NormallySmallLength()
    {
        const string clause = "X.691 (07/2002) 10.9.3.4";
        var start = position;
        if (Bits(1, clause) == 0)
            return (int)Bits(6, clause) + (fault is null ? 1 : 0);
        var count = UnconstrainedLength(out var more);
        if (!more && count > 0)
            return count;
        FailAt(more ? DecodeFaultReason.TooLarge : DecodeFaultReason.LengthOutOfRange, clause, start);
        return 0;
    }
}
