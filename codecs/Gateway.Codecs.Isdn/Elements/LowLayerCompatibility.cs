namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Low layer compatibility, ITU-T Q.931 (05/98) clause 4.5.19. It is between the users: carried, not read.</summary>
public sealed record LowLayerCompatibility(byte[] Contents) : Element
{
    public const byte Id = 0x7C;

    public override byte Identifier => Id;

    internal static LowLayerCompatibility Decode(ref ElementReader reader) => new(reader.Rest());

    internal override void EncodeContents(ref ElementWriter writer) => writer.Octets(Contents);
}
