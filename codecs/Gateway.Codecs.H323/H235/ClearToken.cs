using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H235;

/// <summary>ClearToken (H.235.0 (01/2014) Annex A). An object identifier {0 0} says that tokenOID is not used.</summary>
public sealed record ClearToken : IPerType<ClearToken>
{
    public required ObjectIdentifier TokenOID { get; init; }

    /// <summary>Seconds since 1970-01-01 UTC.</summary>
    public uint? TimeStamp { get; init; }

    public string? Password { get; init; }
    public DHSet? Dhkey { get; init; }
    public byte[]? Challenge { get; init; }
    public long? Random { get; init; }
    public TypedCertificate? Certificate { get; init; }
    public string? GeneralID { get; init; }
    public H235NonStandardParameter? NonStandard { get; init; }
    public ECKASDH? Eckasdhkey { get; init; }
    public string? SendersID { get; init; }
    public H235Key? H235Key { get; init; }
    public IReadOnlyList<ProfileElement>? ProfileInfo { get; init; }
    public DHSetExt? Dhkeyext { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static ClearToken Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("ClearToken", optionals: 8);
        return new ClearToken
        {
            TokenOID = reader.ObjectIdentifier(),
            TimeStamp = sequence.Optional() ? reader.Integer(1u, uint.MaxValue) : null,
            Password = sequence.Optional() ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            Dhkey = sequence.Optional() ? DHSet.Decode(ref reader) : null,
            Challenge = sequence.Optional() ? reader.OctetString(8, 128) : null,
            Random = sequence.Optional() ? reader.Integer() : null,
            Certificate = sequence.Optional() ? TypedCertificate.Decode(ref reader) : null,
            GeneralID = sequence.Optional() ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            NonStandard = sequence.Optional() ? H235NonStandardParameter.Decode(ref reader) : null,
            Eckasdhkey = sequence.Addition(ref reader) ? ECKASDH.Decode(ref reader) : null,
            SendersID = sequence.Addition(ref reader) ? reader.String(PerAlphabet.Bmp, 1, 128) : null,
            H235Key = sequence.Addition(ref reader) ? H235Key.Decode(ref reader) : null,
            ProfileInfo = sequence.Addition(ref reader) ? reader.SequenceOf<ProfileElement>() : null,
            Dhkeyext = sequence.Addition(ref reader) ? DHSetExt.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 8, additions: 5, Extensions);
        writer.ObjectIdentifier(TokenOID);
        if (sequence.Optional(ref writer, TimeStamp)) writer.Integer(TimeStamp.Value, 1u, uint.MaxValue);
        if (sequence.Optional(ref writer, Password)) writer.String(Password, PerAlphabet.Bmp, 1, 128);
        if (sequence.Optional(ref writer, Dhkey)) Dhkey.Encode(ref writer);
        if (sequence.Optional(ref writer, Challenge)) writer.OctetString(Challenge, 8, 128);
        if (sequence.Optional(ref writer, Random)) writer.Integer(Random.Value);
        if (sequence.Optional(ref writer, Certificate)) Certificate.Encode(ref writer);
        if (sequence.Optional(ref writer, GeneralID)) writer.String(GeneralID, PerAlphabet.Bmp, 1, 128);
        if (sequence.Optional(ref writer, NonStandard)) NonStandard.Encode(ref writer);
        if (sequence.Addition(ref writer, Eckasdhkey)) Eckasdhkey.Encode(ref writer);
        if (sequence.Addition(ref writer, SendersID)) writer.String(SendersID, PerAlphabet.Bmp, 1, 128);
        if (sequence.Addition(ref writer, H235Key)) H235Key.Encode(ref writer);
        if (sequence.Addition(ref writer, ProfileInfo)) writer.SequenceOf(ProfileInfo);
        if (sequence.Addition(ref writer, Dhkeyext)) Dhkeyext.Encode(ref writer);
        sequence.End(ref writer);
    }
}
