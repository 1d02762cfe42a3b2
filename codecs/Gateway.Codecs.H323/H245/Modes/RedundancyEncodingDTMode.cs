using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Redundancy;

namespace Gateway.Codecs.H323.H245.Modes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record RedundancyEncodingDTMode : IPerType<RedundancyEncodingDTMode>
{
    public required RedundancyEncodingMethod RedundancyEncodingMethod { get; init; }

    public required RedundancyEncodingDTModeElement Primary { get; init; }

    public required IReadOnlyList<RedundancyEncodingDTModeElement> Secondary { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static RedundancyEncodingDTMode Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RedundancyEncodingDTMode");
        return new RedundancyEncodingDTMode
        {
            RedundancyEncodingMethod = RedundancyEncodingMethod.Decode(ref reader),
            Primary = RedundancyEncodingDTModeElement.Decode(ref reader),
            Secondary = reader.SequenceOf<RedundancyEncodingDTModeElement>(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        RedundancyEncodingMethod.Encode(ref writer);
        Primary.Encode(ref writer);
        writer.SequenceOf(Secondary);
        sequence.End(ref writer);
    }
}
