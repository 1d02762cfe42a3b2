namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Connected subaddress, ITU-T Q.951.5 (03/1993).</summary>
public sealed record ConnectedSubaddress(TypeOfSubaddress Type, bool Odd, byte[] Octets) : SubaddressElement(Type, Odd, Octets)
{
    public const byte Id = 0x4D;

    public override byte Identifier => Id;

    internal static ConnectedSubaddress? Decode(ref ElementReader reader)
    {
        var octet3 = reader.LastOfGroup();
        var octets = reader.Rest();
        return reader.Faulted ? null : new((TypeOfSubaddress)(octet3 >> 4 & 7), (octet3 & 8) != 0, octets);
    }
}
