namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Type of subaddress, octet 3 bits 7 to 5.</summary>
public enum TypeOfSubaddress : byte
{
    Nsap = 0,
    UserSpecified = 2,
}

/// <summary>What the subaddress elements have in common, ITU-T Q.931 (05/1998) clauses 4.5.9 and 4.5.11.</summary>
/// <remarks>
/// <code>
/// octet 3   1 | type (3) | odd/even | 0 0 0
/// octet 4.. up to 20 octets; NSAP begins with the AFI (50 hex = local IA5)
/// </code>
/// </remarks>
/// <param name="Odd">True when a BCD coded subaddress has an odd number of digits.</param>
public abstract record SubaddressElement(TypeOfSubaddress Type, bool Odd, byte[] Octets) : Element
{
    internal override void EncodeContents(ref ElementWriter writer)
    {
        writer.Octet((byte)(0x80 | (int)Type << 4 | (Odd ? 8 : 0)));
        writer.Octets(Octets);
    }
}
