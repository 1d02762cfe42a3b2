using Gateway.Codecs.Asn1;

namespace Gateway.Codecs.Isdn.Lapd;

/// <summary>Message types of TEI management, Table 8 of ITU-T Q.921 (09/1997).</summary>
public enum TeiManagementType : byte
{
    IdentityRequest = 1,
    IdentityAssigned = 2,
    IdentityDenied = 3,
    IdentityCheckRequest = 4,
    IdentityCheckResponse = 5,
    IdentityRemove = 6,
    IdentityVerify = 7,
}

/// <summary>A TEI management message, ITU-T Q.921 (09/1997) clause 5.3: the information of a UI frame with SAPI 63, TEI 127.</summary>
/// <remarks>
/// <code>
/// octet 1     0F management entity
/// octets 2, 3 Ri reference number
/// octet 4     message type
/// octet 5     Ai action indicator (7) | 1       further Ai with bit 1 = 0 before the last one
/// </code>
/// Primary rate interfaces use TEI 0 and none of this; it is read so that a trace of a basic access makes sense.
/// </remarks>
/// <param name="ActionIndicators">TEI values, 127 = any or all.</param>
public sealed record TeiManagement(ushort ReferenceNumber, TeiManagementType Type, byte[] ActionIndicators)
{
    private const byte ManagementEntity = 0x0F;

    public static (TeiManagement? Message, DecodeFault? Fault) Decode(ReadOnlySpan<byte> information)
    {
        if (information.Length < 5)
            return Fault(DecodeFaultReason.EndOfInput, information.Length);
        if (information[0] != ManagementEntity)
            return Fault(DecodeFaultReason.UnknownAlternative, 0);
        var indicators = information[4..].ToArray();
        for (var i = 0; i < indicators.Length; i++)
        {
            if ((indicators[i] & 1) != (i == indicators.Length - 1 ? 1 : 0))
                return Fault(DecodeFaultReason.Malformed, 4 + i);
            indicators[i] >>= 1;
        }

        return (new((ushort)(information[1] << 8 | information[2]), (TeiManagementType)information[3], indicators), null);
    }

    public byte[] Encode()
    {
        var octets = new byte[4 + ActionIndicators.Length];
        octets[0] = ManagementEntity;
        octets[1] = (byte)(ReferenceNumber >> 8);
        octets[2] = (byte)ReferenceNumber;
        octets[3] = (byte)Type;
        for (var i = 0; i < ActionIndicators.Length; i++)
            octets[4 + i] = (byte)(ActionIndicators[i] << 1 | (i == ActionIndicators.Length - 1 ? 1 : 0));
        return octets;
    }

    private static (TeiManagement?, DecodeFault?) Fault(DecodeFaultReason reason, int octet) =>
        (null, new DecodeFault(reason, octet * 8, "Q.921 (09/1997) 5.3.1", "TEI"));
}
