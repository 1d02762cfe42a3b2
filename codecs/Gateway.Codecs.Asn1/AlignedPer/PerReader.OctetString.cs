namespace Gateway.Codecs.Asn1.AlignedPer;

public ref partial struct PerReader
{
    /// <summary>OCTET STRING without size constraint (16).</summary>
    public byte[] OctetString() => Contents("X.691 (07/2002) 16");

    /// <summary>OCTET STRING (SIZE (size)): no length; up to two octets are not aligned (16.6, 16.7).</summary>
    public byte[] OctetString(int size) => OctetString(size, size);

    /// <summary>OCTET STRING of that fixed size, more than two octets (16.7), into the caller's span, which stays as it is on a fault.</summary>
    public void OctetString(scoped Span<byte> destination) => Octets(destination.Length, "X.691 (07/2002) 16").CopyTo(destination);

    /// <summary>OCTET STRING (SIZE (min..max)) (16.8).</summary>
    public byte[] OctetString(int min, int max)
    {
        const string clause = "X.691 (07/2002) 16";
        if (max > 65535)
            return OctetString();
        Take(min);
        if (min == max && max <= 2)
        {
            var bits = Bits(8 * max, clause);
            return max switch { 0 => [], 1 => [(byte)bits], _ => [(byte)(bits >> 8), (byte)bits] };
        }
        var count = Length(min, max, out _);
        Take(count - min);
        return count == 0 ? [] : Octets(count, clause).ToArray();
    }
}
