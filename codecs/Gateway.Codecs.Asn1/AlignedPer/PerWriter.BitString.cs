namespace Gateway.Codecs.Asn1.AlignedPer;

public ref partial struct PerWriter
{
    /// <summary>BIT STRING without size constraint: length in bits (15.11).</summary>
    public void BitString(BitString value) => BitString(value, 0, Unbounded);

    /// <summary>BIT STRING (SIZE (size)): no length; up to sixteen bits are not aligned (15.9, 15.10).</summary>
    public void BitString(BitString value, int size) => BitString(value, size, size);

    /// <summary>BIT STRING (SIZE (min..max)).</summary>
    public void BitString(BitString value, int min, int max)
    {
        var octets = value.Octets.AsSpan();
        var left = value.Length;
        var count = Length(left, min, max);
        while (true)
        {
            if (count > 0 && (min != max || max > 16))
                Align();
            for (var i = 0; i < count && fault is null; i += 8)
            {
                var bits = Math.Min(8, count - i);
                Bits((uint)octets[i >> 3] >> (8 - bits), bits);
            }
            if (max <= 65535 || !IsFragment(count))
                return;
            octets = octets[(count >> 3)..];
            left -= count;
            count = UnconstrainedLength(left);
        }
    }
}
