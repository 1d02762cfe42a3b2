namespace Gateway.Codecs.Isdn.Elements;

/// <summary>A single-octet element (ITU-T Q.931 (05/1998) clause 4.5.1) that codeset 0 does not know, or of another codeset.</summary>
public sealed record SingleOctetElement(byte Octet) : Element
{
    public override byte Identifier => IdentifierOf(Octet);

    /// <summary>Bits 4 to 1 of a type 1 element.</summary>
    public int Value => Octet & 0x0F;

    internal override void Encode(ref ElementWriter writer) => writer.Octet(Octet);

    internal override void EncodeContents(ref ElementWriter writer)
    {
    }

    /// <summary>Identifier of a single octet: all of it for <c>Ax</c> (type 2), else bits 8 to 5.</summary>
    internal static byte IdentifierOf(byte octet) => (octet & 0xF0) == 0xA0 ? octet : (byte)(octet & 0xF0);
}
