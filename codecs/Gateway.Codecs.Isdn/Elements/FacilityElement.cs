namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Facility, ITU-T Q.932 (05/1998) clause 8.2.3: octet 3 (protocol profile) and up as they stand.</summary>
/// <remarks>
/// The components inside are BER and read elsewhere; a fault there is none of the message's. The element may occur
/// several times in one message, and in codeset 6 on some North American interfaces.
/// </remarks>
public sealed record FacilityElement(byte[] Contents) : Element
{
    public const byte Id = 0x1C;

    public override byte Identifier => Id;

    internal static FacilityElement Decode(ref ElementReader reader) => new(reader.Rest());

    internal override void EncodeContents(ref ElementWriter writer) => writer.Octets(Contents);
}
