namespace Gateway.Codecs.Asn1.AlignedPer;

public ref partial struct PerWriter
{
    /// <summary>OCTET STRING without size constraint (16).</summary>
    public void OctetString(scoped ReadOnlySpan<byte> value) => Contents(value);

    /// <summary>OCTET STRING (SIZE (size)): no length; up to two octets are not aligned (16.6, 16.7).</summary>
    public void OctetString(scoped ReadOnlySpan<byte> value, int size) => OctetString(value, size, size);

    /// <summary>OCTET STRING (SIZE (min..max)) (16.8).</summary>
    public void OctetString(scoped ReadOnlySpan<byte> value, int min, int max)
    {
        if (max > 65535)
        {
            Contents(value);
            return;
        }
        Length(value.Length, min, max);
        if (min == max && max <= 2)
        {
            foreach (var octet in value)
                Bits(octet, 8);
        }
        else if (value.Length > 0)
        {
            Octets(value);
        }
    }
}
