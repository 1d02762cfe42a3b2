namespace Gateway.Codecs.Isdn.Elements;

/// <summary>A variable-length element kept as it came: of another codeset, unknown here, empty, or with contents in error.</summary>
public sealed record RawElement(byte Octet1, byte[] Contents) : Element
{
    public override byte Identifier => Octet1;

    internal override void EncodeContents(ref ElementWriter writer) => writer.Octets(Contents);
}
