namespace Gateway.Codecs.Asn1.AlignedPer;

public ref partial struct PerWriter
{
    private const int Unbounded = PerReader.Unbounded;

    private const int Fragment = 16384;

    /// <summary>
    /// A length determinant (10.9). Gives how many of the <paramref name="count"/> items follow; when that is a fragment, another
    /// determinant for the rest comes after them, even for a rest of none.
    /// </summary>
    private int Length(int count, int min, int max)
    {
        if (count < min || count > max)
        {
            Fail(EncodeFaultReason.LengthOutOfRange, "X.691 (07/2002) 10.9");
            return 0;
        }
        if (max > 65535)
            return UnconstrainedLength(count);
        Integer(count, min, max);
        return count;
    }

    private int UnconstrainedLength(int count)
    {
        Align();
        switch (count)
        {
            case < 0x80:
                Bits((uint)count, 8);
                return count;
            case < Fragment:
                Bits((uint)count | 0x8000, 16);
                return count;
            default:
                var fragments = Math.Min(4, count / Fragment);
                Bits((uint)fragments | 0xC0, 8);
                return fragments * Fragment;
        }
    }

    private static bool IsFragment(int count) => count >= Fragment;

    private void NormallySmallLength(int count)
    {
        if (count <= 64)
        {
            Bits((uint)count - 1, 7);
            return;
        }
        Boolean(true);
        UnconstrainedLength(count);
    }
}
