using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>CircuitInfo: circuits on the SCN side of a gateway (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record CircuitInfo : IPerType<CircuitInfo>
{
    public CircuitIdentifier? SourceCircuitID { get; init; }
    public CircuitIdentifier? DestinationCircuitID { get; init; }
    public IReadOnlyList<GenericData>? GenericData { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static CircuitInfo Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CircuitInfo", optionals: 3);
        return new CircuitInfo
        {
            SourceCircuitID = sequence.Optional() ? CircuitIdentifier.Decode(ref reader) : null,
            DestinationCircuitID = sequence.Optional() ? CircuitIdentifier.Decode(ref reader) : null,
            GenericData = sequence.Optional() ? reader.SequenceOf<GenericData>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 3, tail: Extensions);
        if (sequence.Optional(ref writer, SourceCircuitID)) SourceCircuitID.Encode(ref writer);
        if (sequence.Optional(ref writer, DestinationCircuitID)) DestinationCircuitID.Encode(ref writer);
        if (sequence.Optional(ref writer, GenericData)) writer.SequenceOf(GenericData);
        sequence.End(ref writer);
    }
}

/// <summary>CircuitIdentifier (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record CircuitIdentifier : IPerType<CircuitIdentifier>
{
    public CicInfo? Cic { get; init; }
    public GroupId? Group { get; init; }
    public CarrierInfo? Carrier { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static CircuitIdentifier Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CircuitIdentifier", optionals: 2);
        return new CircuitIdentifier
        {
            Cic = sequence.Optional() ? CicInfo.Decode(ref reader) : null,
            Group = sequence.Optional() ? GroupId.Decode(ref reader) : null,
            Carrier = sequence.Addition(ref reader) ? CarrierInfo.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, additions: 1, Extensions);
        if (sequence.Optional(ref writer, Cic)) Cic.Encode(ref writer);
        if (sequence.Optional(ref writer, Group)) Group.Encode(ref writer);
        if (sequence.Addition(ref writer, Carrier)) Carrier.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>CicInfo: SS7 circuits (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record CicInfo : IPerType<CicInfo>
{
    public required IReadOnlyList<byte[]> Cic { get; init; }
    public required byte[] PointCode { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static CicInfo Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CicInfo");
        return new CicInfo
        {
            Cic = reader.SequenceOf(static (ref r) => r.OctetString(2, 4)),
            PointCode = reader.OctetString(2, 5),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.SequenceOf(Cic, static (ref w, v) => w.OctetString(v, 2, 4));
        writer.OctetString(PointCode, 2, 5);
        sequence.End(ref writer);
    }
}

/// <summary>GroupID: a trunk group and its members (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record GroupId : IPerType<GroupId>
{
    public IReadOnlyList<int>? Member { get; init; }
    public required string Group { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static GroupId Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("GroupID", optionals: 1);
        return new GroupId
        {
            Member = sequence.Optional() ? reader.SequenceOf(static (ref r) => r.Integer(0, 65535)) : null,
            Group = reader.String(PerAlphabet.Ia5, 1, 128),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        if (sequence.Optional(ref writer, Member)) writer.SequenceOf(Member, static (ref w, v) => w.Integer(v, 0, 65535));
        writer.String(Group, PerAlphabet.Ia5, 1, 128);
        sequence.End(ref writer);
    }
}

/// <summary>CarrierInfo (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record CarrierInfo : IPerType<CarrierInfo>
{
    public byte[]? CarrierIdentificationCode { get; init; }
    public string? CarrierName { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static CarrierInfo Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CarrierInfo", optionals: 2);
        return new CarrierInfo
        {
            CarrierIdentificationCode = sequence.Optional() ? reader.OctetString(3, 4) : null,
            CarrierName = sequence.Optional() ? reader.String(PerAlphabet.Ia5, 1, 128) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        if (sequence.Optional(ref writer, CarrierIdentificationCode)) writer.OctetString(CarrierIdentificationCode, 3, 4);
        if (sequence.Optional(ref writer, CarrierName)) writer.String(CarrierName, PerAlphabet.Ia5, 1, 128);
        sequence.End(ref writer);
    }
}
