namespace Gateway.Codecs.Asn1.AlignedPer;

public ref partial struct PerReader
{
    /// <summary>BIT STRING without size constraint: length in bits (15.11).</summary>
    public BitString BitString() => BitString(0, Unbounded);

    /// <summary>BIT STRING (SIZE (size)): no length; up to sixteen bits are not aligned (15.9, 15.10).</summary>
    public BitString BitString(int size) => BitString(size, size);

    /// <summary>BIT STRING (SIZE (min..max)).</summary>
    public BitString BitString(int min, int max)
    {
        const string clause = "X.691 (07/2002) 15";
        var count = Length(min, max, out var more);
        if (min != max || max > 16)
            AlignContents(count);
        var octets = BitOctets(count, clause);
        var length = fault is null ? count : 0;
        while (more && fault is null)
        {
            count = UnconstrainedLength(out more);
            octets = [.. octets, .. BitOctets(count, clause)];
            length += count;
        }
        return fault is null ? new BitString(length, octets) : new BitString(0, []);
    }

    private byte[] BitOctets(int count, string clause)
    {
        if (count > end - position)
        {
            Fail(DecodeFaultReason.EndOfInput, clause);
            return [];
        }
        Take(count >> 3);
        if (fault is not null)
            return [];
        var octets = new byte[(count + 7) >> 3];
        for (var i = 0; i < octets.Length; i++)
        {
            var bits = Math.Min(8, count - 8 * i);
            octets[i] = (byte)(Bits(bits, clause) << (8 - bits));
        }
        return octets;
    }

    /// <summary>A count of zero ends the encoding: no padding follows (10.9.3.3).</summary>
    private void AlignContents(int count)
    {
        if (count > 0)
            Align();
    }
}
