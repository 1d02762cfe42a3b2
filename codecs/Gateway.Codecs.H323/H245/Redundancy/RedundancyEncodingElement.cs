using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Redundancy;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record RedundancyEncodingElement : IPerType<RedundancyEncodingElement>
{
    public required DataType DataType { get; init; }

    public int? PayloadType { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static RedundancyEncodingElement Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RedundancyEncodingElement", optionals: 1);
        return new RedundancyEncodingElement
        {
            DataType = DataType.Decode(ref reader),
            PayloadType = sequence.Optional() ? reader.Integer(0, 127) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        DataType.Encode(ref writer);
        if (sequence.Optional(ref writer, PayloadType))
            writer.Integer(PayloadType.Value, 0, 127);
        sequence.End(ref writer);
    }
}
