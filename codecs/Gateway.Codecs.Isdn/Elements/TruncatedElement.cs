namespace Gateway.Codecs.Isdn.Elements;

/// <summary>The end of a message that stops inside an element, from the element's octet 1 on, kept as it came.</summary>
public sealed record TruncatedElement(byte[] Octets) : Element
{
    public override byte Identifier => Octets[0];

    internal override void Encode(ref ElementWriter writer) => writer.Octets(Octets);

    internal override void EncodeContents(ref ElementWriter writer) => writer.Octets(Octets);
}
