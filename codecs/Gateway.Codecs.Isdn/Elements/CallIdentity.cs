namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Call identity, ITU-T Q.931 (05/1998) clause 4.5.6: names a suspended call; up to 8 octets of any value.</summary>
public sealed record CallIdentity(byte[] Value) : Element
{
    public const byte Id = 0x10;

    public override byte Identifier => Id;

    internal static CallIdentity Decode(ref ElementReader reader) => new(reader.Rest());

    internal override void EncodeContents(ref ElementWriter writer) => writer.Octets(Value);
}
