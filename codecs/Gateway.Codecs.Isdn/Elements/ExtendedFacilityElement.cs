namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Extended facility, ITU-T Q.932 (05/1998) clause 8.2.4: contents as in <see cref="FacilityElement"/>.</summary>
public sealed record ExtendedFacilityElement(byte[] Contents) : Element
{
    public const byte Id = 0x0D;

    public override byte Identifier => Id;

    internal static ExtendedFacilityElement Decode(ref ElementReader reader) => new(reader.Rest());

    internal override void EncodeContents(ref ElementWriter writer) => writer.Octets(Contents);
}
