using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Video;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record EnhancementLayerInfo : IPerType<EnhancementLayerInfo>
{
    public required bool BaseBitRateConstrained { get; init; }

    public IReadOnlyList<EnhancementOptions>? SnrEnhancement { get; init; }

    public IReadOnlyList<EnhancementOptions>? SpatialEnhancement { get; init; }

    public IReadOnlyList<BEnhancementParameters>? BPictureEnhancement { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static EnhancementLayerInfo Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("EnhancementLayerInfo", optionals: 3);
        return new EnhancementLayerInfo
        {
            BaseBitRateConstrained = reader.Boolean(),
            SnrEnhancement = sequence.Optional() ? reader.SequenceOf<EnhancementOptions>(1, 14) : null,
            SpatialEnhancement = sequence.Optional() ? reader.SequenceOf<EnhancementOptions>(1, 14) : null,
            BPictureEnhancement = sequence.Optional() ? reader.SequenceOf<BEnhancementParameters>(1, 14) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 3, tail: Extensions);
        writer.Boolean(BaseBitRateConstrained);
        if (sequence.Optional(ref writer, SnrEnhancement))
            writer.SequenceOf(SnrEnhancement, 1, 14);
        if (sequence.Optional(ref writer, SpatialEnhancement))
            writer.SequenceOf(SpatialEnhancement, 1, 14);
        if (sequence.Optional(ref writer, BPictureEnhancement))
            writer.SequenceOf(BPictureEnhancement, 1, 14);
        sequence.End(ref writer);
    }
}
