namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Redirection subaddress, a North American element built as the subaddresses of ITU-T Q.931 (05/1998) clauses 4.5.9 and 4.5.11.</summary>
public sealed record RedirectionSubaddress(TypeOfSubaddress Type, bool Odd, byte[] Octets) : SubaddressElement(Type, Odd, Octets)
{
    public const byte Id = 0x77;

    public override byte Identifier => Id;

    internal static RedirectionSubaddress? Decode(ref ElementReader reader)
    {
        var octet3 = reader.LastOfGroup();
        var octets = reader.Rest();
        return reader.Faulted ? null : new((TypeOfSubaddress)(octet3 >> 4 & 7), (octet3 & 8) != 0, octets);
    }
}
