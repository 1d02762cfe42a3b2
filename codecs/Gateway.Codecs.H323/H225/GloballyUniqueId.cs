using System.Buffers.Binary;
using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>
/// GloballyUniqueID, also ConferenceIdentifier: 16 octets (H.225.0 (12/2009) 7.6, Annex H). Compared and printed octet by octet;
/// the byte order of <see cref="Guid"/> plays no part.
/// </summary>
/// <param name="Value">The octets as a number, first octet most significant.</param>
public readonly record struct GloballyUniqueId(UInt128 Value) : IPerType<GloballyUniqueId>
{
    public static GloballyUniqueId FromOctets(ReadOnlySpan<byte> octets) => new(BinaryPrimitives.ReadUInt128BigEndian(octets));

    public void CopyTo(Span<byte> octets) => BinaryPrimitives.WriteUInt128BigEndian(octets, Value);

    public static GloballyUniqueId Decode(ref PerReader reader)
    {
        Span<byte> octets = stackalloc byte[16];
        reader.OctetString(octets);
        return FromOctets(octets);
    }

    public void Encode(ref PerWriter writer)
    {
        Span<byte> octets = stackalloc byte[16];
        CopyTo(octets);
        writer.OctetString(octets, 16);
    }

    /// <summary>Thirty-two hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);
}
