using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Redundancy;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record RedundancyEncoding : IPerType<RedundancyEncoding>
{
    public required RedundancyEncodingMethod RedundancyEncodingMethod { get; init; }

    public DataType? SecondaryEncoding { get; init; }

    public RedundancyEncodingRtpRedundancyEncoding? RtpRedundancyEncoding { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static RedundancyEncoding Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RedundancyEncoding", optionals: 1);
        return new RedundancyEncoding
        {
            RedundancyEncodingMethod = RedundancyEncodingMethod.Decode(ref reader),
            SecondaryEncoding = sequence.Optional() ? DataType.Decode(ref reader) : null,
            RtpRedundancyEncoding = sequence.Addition(ref reader) ? RedundancyEncodingRtpRedundancyEncoding.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, additions: 1, tail: Extensions);
        RedundancyEncodingMethod.Encode(ref writer);
        if (sequence.Optional(ref writer, SecondaryEncoding))
            SecondaryEncoding.Encode(ref writer);
        if (sequence.Addition(ref writer, RtpRedundancyEncoding))
            RtpRedundancyEncoding.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A, RedundancyEncoding).</summary>
public sealed record RedundancyEncodingRtpRedundancyEncoding : IPerType<RedundancyEncodingRtpRedundancyEncoding>
{
    public RedundancyEncodingElement? Primary { get; init; }

    public IReadOnlyList<RedundancyEncodingElement>? Secondary { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static RedundancyEncodingRtpRedundancyEncoding Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RedundancyEncodingRtpRedundancyEncoding", optionals: 2);
        return new RedundancyEncodingRtpRedundancyEncoding
        {
            Primary = sequence.Optional() ? RedundancyEncodingElement.Decode(ref reader) : null,
            Secondary = sequence.Optional() ? reader.SequenceOf<RedundancyEncodingElement>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        if (sequence.Optional(ref writer, Primary))
            Primary.Encode(ref writer);
        if (sequence.Optional(ref writer, Secondary))
            writer.SequenceOf(Secondary);
        sequence.End(ref writer);
    }
}
