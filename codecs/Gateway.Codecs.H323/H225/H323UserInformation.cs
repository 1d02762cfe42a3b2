using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>
/// H323-UserInformation: what the user-user element of every call signalling message carries (H.225.0 (12/2009) 7.2.2.31, Annex H).
/// </summary>
public sealed record H323UserInformation : IPerType<H323UserInformation>
{
    public required H323UuPdu H323UuPdu { get; init; }
    public UserData? UserData { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static H323UserInformation Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H323-UserInformation", optionals: 1);
        return new H323UserInformation
        {
            H323UuPdu = H323UuPdu.Decode(ref reader),
            UserData = sequence.Optional() ? UserData.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        H323UuPdu.Encode(ref writer);
        if (sequence.Optional(ref writer, UserData)) UserData.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>user-data: user-to-user information of the ISDN, carried along unread (H.225.0 (12/2009) Annex H).</summary>
public sealed record UserData : IPerType<UserData>
{
    public required int ProtocolDiscriminator { get; init; }
    public required byte[] UserInformation { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static UserData Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("user-data");
        return new UserData
        {
            ProtocolDiscriminator = reader.Integer(0, 255),
            UserInformation = reader.OctetString(1, 131),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(ProtocolDiscriminator, 0, 255);
        writer.OctetString(UserInformation, 1, 131);
        sequence.End(ref writer);
    }
}
