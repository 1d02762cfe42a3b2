using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Redundancy;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record RedundancyEncodingCapability : IPerType<RedundancyEncodingCapability>
{
    public required RedundancyEncodingMethod RedundancyEncodingMethod { get; init; }

    public required int PrimaryEncoding { get; init; }

    public IReadOnlyList<int>? SecondaryEncoding { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static RedundancyEncodingCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RedundancyEncodingCapability", optionals: 1);
        return new RedundancyEncodingCapability
        {
            RedundancyEncodingMethod = RedundancyEncodingMethod.Decode(ref reader),
            PrimaryEncoding = reader.Integer(1, 65535),
            SecondaryEncoding = sequence.Optional() ? reader.SequenceOf(static (ref PerReader inner) => inner.Integer(1, 65535), 1, 256) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        RedundancyEncodingMethod.Encode(ref writer);
        writer.Integer(PrimaryEncoding, 1, 65535);
        if (sequence.Optional(ref writer, SecondaryEncoding))
            writer.SequenceOf(SecondaryEncoding, static (ref PerWriter inner, int element) => inner.Integer(element, 1, 65535), 1, 256);
        sequence.End(ref writer);
    }
}
