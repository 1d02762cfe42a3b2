namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Called party subaddress, ITU-T Q.931 (05/1998) clause 4.5.9.</summary>
public sealed record CalledPartySubaddress(TypeOfSubaddress Type, bool Odd, byte[] Octets) : SubaddressElement(Type, Odd, Octets)
{
    public const byte Id = 0x71;

    public override byte Identifier => Id;

    internal static CalledPartySubaddress? Decode(ref ElementReader reader)
    {
        var octet3 = reader.LastOfGroup();
        var octets = reader.Rest();
        return reader.Faulted ? null : new((TypeOfSubaddress)(octet3 >> 4 & 7), (octet3 & 8) != 0, octets);
    }
}
