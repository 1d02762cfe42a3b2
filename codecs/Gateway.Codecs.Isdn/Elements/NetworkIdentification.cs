namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Type of network identification, bits 7 to 5.</summary>
public enum TypeOfNetworkIdentification : byte
{
    UserSpecified = 0,
    National = 2,
    International = 3,
}

/// <summary>Network identification plan, bits 4 to 1.</summary>
public enum NetworkIdentificationPlan : byte
{
    Unknown = 0,
    CarrierIdentificationCode = 1,
    X121 = 3,
}

/// <summary>Names a network, ITU-T Q.931 (05/1998) clauses 4.5.21 and 4.5.29.</summary>
/// <remarks>
/// <code>
/// first octet  1 | type of network identification (3) | network identification plan (4)
/// the others   0 | network identification, IA5 characters
/// </code>
/// </remarks>
public readonly record struct NetworkIdentification(TypeOfNetworkIdentification Type, NetworkIdentificationPlan Plan, string Network)
{
    internal static NetworkIdentification Decode(ref ElementReader reader, int characters)
    {
        var octet = reader.LastOfGroup();
        return new((TypeOfNetworkIdentification)(octet >> 4 & 7), (NetworkIdentificationPlan)(octet & 0x0F), reader.Text(characters));
    }

    internal void Encode(ref ElementWriter writer)
    {
        writer.Octet((byte)(0x80 | (int)Type << 4 | (int)Plan));
        writer.Text(Network);
    }
}
