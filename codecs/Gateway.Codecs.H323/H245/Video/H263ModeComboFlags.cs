using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Video;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record H263ModeComboFlags : IPerType<H263ModeComboFlags>
{
    public required bool UnrestrictedVector { get; init; }

    public required bool ArithmeticCoding { get; init; }

    public required bool AdvancedPrediction { get; init; }

    public required bool PbFrames { get; init; }

    public required bool AdvancedIntraCodingMode { get; init; }

    public required bool DeblockingFilterMode { get; init; }

    public required bool UnlimitedMotionVectors { get; init; }

    public required bool SlicesInOrderNonRect { get; init; }

    public required bool SlicesInOrderRect { get; init; }

    public required bool SlicesNoOrderNonRect { get; init; }

    public required bool SlicesNoOrderRect { get; init; }

    public required bool ImprovedPBFramesMode { get; init; }

    public required bool ReferencePicSelect { get; init; }

    public required bool DynamicPictureResizingByFour { get; init; }

    public required bool DynamicPictureResizingSixteenthPel { get; init; }

    public required bool DynamicWarpingHalfPel { get; init; }

    public required bool DynamicWarpingSixteenthPel { get; init; }

    public required bool ReducedResolutionUpdate { get; init; }

    public required bool IndependentSegmentDecoding { get; init; }

    public required bool AlternateInterVLCMode { get; init; }

    public required bool ModifiedQuantizationMode { get; init; }

    public bool? EnhancedReferencePicSelect { get; init; }

    public H263Version3Options? H263Version3Options { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H263ModeComboFlags Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H263ModeComboFlags");
        return new H263ModeComboFlags
        {
            UnrestrictedVector = reader.Boolean(),
            ArithmeticCoding = reader.Boolean(),
            AdvancedPrediction = reader.Boolean(),
            PbFrames = reader.Boolean(),
            AdvancedIntraCodingMode = reader.Boolean(),
            DeblockingFilterMode = reader.Boolean(),
            UnlimitedMotionVectors = reader.Boolean(),
            SlicesInOrderNonRect = reader.Boolean(),
            SlicesInOrderRect = reader.Boolean(),
            SlicesNoOrderNonRect = reader.Boolean(),
            SlicesNoOrderRect = reader.Boolean(),
            ImprovedPBFramesMode = reader.Boolean(),
            ReferencePicSelect = reader.Boolean(),
            DynamicPictureResizingByFour = reader.Boolean(),
            DynamicPictureResizingSixteenthPel = reader.Boolean(),
            DynamicWarpingHalfPel = reader.Boolean(),
            DynamicWarpingSixteenthPel = reader.Boolean(),
            ReducedResolutionUpdate = reader.Boolean(),
            IndependentSegmentDecoding = reader.Boolean(),
            AlternateInterVLCMode = reader.Boolean(),
            ModifiedQuantizationMode = reader.Boolean(),
            EnhancedReferencePicSelect = sequence.Addition(ref reader) ? reader.Boolean() : null,
            H263Version3Options = sequence.Addition(ref reader) ? H263Version3Options.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(additions: 2, tail: Extensions);
        writer.Boolean(UnrestrictedVector);
        writer.Boolean(ArithmeticCoding);
        writer.Boolean(AdvancedPrediction);
        writer.Boolean(PbFrames);
        writer.Boolean(AdvancedIntraCodingMode);
        writer.Boolean(DeblockingFilterMode);
        writer.Boolean(UnlimitedMotionVectors);
        writer.Boolean(SlicesInOrderNonRect);
        writer.Boolean(SlicesInOrderRect);
        writer.Boolean(SlicesNoOrderNonRect);
        writer.Boolean(SlicesNoOrderRect);
        writer.Boolean(ImprovedPBFramesMode);
        writer.Boolean(ReferencePicSelect);
        writer.Boolean(DynamicPictureResizingByFour);
        writer.Boolean(DynamicPictureResizingSixteenthPel);
        writer.Boolean(DynamicWarpingHalfPel);
        writer.Boolean(DynamicWarpingSixteenthPel);
        writer.Boolean(ReducedResolutionUpdate);
        writer.Boolean(IndependentSegmentDecoding);
        writer.Boolean(AlternateInterVLCMode);
        writer.Boolean(ModifiedQuantizationMode);
        if (sequence.Addition(ref writer, EnhancedReferencePicSelect))
            writer.Boolean(EnhancedReferencePicSelect.Value);
        if (sequence.Addition(ref writer, H263Version3Options))
            H263Version3Options.Encode(ref writer);
        sequence.End(ref writer);
    }
}
