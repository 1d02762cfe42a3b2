namespace Gateway.Codecs.Isdn.Elements;

/// <summary>User-user facility, a North American element of identifier 7A. Nothing here acts on it: carried, not read.</summary>
public sealed record UserUserFacility(byte[] Contents) : Element
{
    public const byte Id = 0x7A;

    public override byte Identifier => Id;

    internal static UserUserFacility Decode(ref ElementReader reader) => new(reader.Rest());

    internal override void EncodeContents(ref ElementWriter writer) => writer.Octets(Contents);
}
