using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Video;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record H263Options : IPerType<H263Options>
{
    public required bool AdvancedIntraCodingMode { get; init; }

    public required bool DeblockingFilterMode { get; init; }

    public required bool ImprovedPBFramesMode { get; init; }

    public required bool UnlimitedMotionVectors { get; init; }

    public required bool FullPictureFreeze { get; init; }

    public required bool PartialPictureFreezeAndRelease { get; init; }

    public required bool ResizingPartPicFreezeAndRelease { get; init; }

    public required bool FullPictureSnapshot { get; init; }

    public required bool PartialPictureSnapshot { get; init; }

    public required bool VideoSegmentTagging { get; init; }

    public required bool ProgressiveRefinement { get; init; }

    public required bool DynamicPictureResizingByFour { get; init; }

    public required bool DynamicPictureResizingSixteenthPel { get; init; }

    public required bool DynamicWarpingHalfPel { get; init; }

    public required bool DynamicWarpingSixteenthPel { get; init; }

    public required bool IndependentSegmentDecoding { get; init; }

    public required bool SlicesInOrderNonRect { get; init; }

    public required bool SlicesInOrderRect { get; init; }

    public required bool SlicesNoOrderNonRect { get; init; }

    public required bool SlicesNoOrderRect { get; init; }

    public required bool AlternateInterVLCMode { get; init; }

    public required bool ModifiedQuantizationMode { get; init; }

    public required bool ReducedResolutionUpdate { get; init; }

    public TransparencyParameters? TransparencyParameters { get; init; }

    public required bool SeparateVideoBackChannel { get; init; }

    public RefPictureSelection? RefPictureSelection { get; init; }

    public IReadOnlyList<CustomPictureClockFrequency>? CustomPictureClockFrequency { get; init; }

    public IReadOnlyList<CustomPictureFormat>? CustomPictureFormat { get; init; }

    public IReadOnlyList<H263VideoModeCombos>? ModeCombos { get; init; }

    public bool? VideoBadMBsCap { get; init; }

    public H263Version3Options? H263Version3Options { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H263Options Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H263Options", optionals: 5);
        return new H263Options
        {
            AdvancedIntraCodingMode = reader.Boolean(),
            DeblockingFilterMode = reader.Boolean(),
            ImprovedPBFramesMode = reader.Boolean(),
            UnlimitedMotionVectors = reader.Boolean(),
            FullPictureFreeze = reader.Boolean(),
            PartialPictureFreezeAndRelease = reader.Boolean(),
            ResizingPartPicFreezeAndRelease = reader.Boolean(),
            FullPictureSnapshot = reader.Boolean(),
            PartialPictureSnapshot = reader.Boolean(),
            VideoSegmentTagging = reader.Boolean(),
            ProgressiveRefinement = reader.Boolean(),
            DynamicPictureResizingByFour = reader.Boolean(),
            DynamicPictureResizingSixteenthPel = reader.Boolean(),
            DynamicWarpingHalfPel = reader.Boolean(),
            DynamicWarpingSixteenthPel = reader.Boolean(),
            IndependentSegmentDecoding = reader.Boolean(),
            SlicesInOrderNonRect = reader.Boolean(),
            SlicesInOrderRect = reader.Boolean(),
            SlicesNoOrderNonRect = reader.Boolean(),
            SlicesNoOrderRect = reader.Boolean(),
            AlternateInterVLCMode = reader.Boolean(),
            ModifiedQuantizationMode = reader.Boolean(),
            ReducedResolutionUpdate = reader.Boolean(),
            TransparencyParameters = sequence.Optional() ? TransparencyParameters.Decode(ref reader) : null,
            SeparateVideoBackChannel = reader.Boolean(),
            RefPictureSelection = sequence.Optional() ? RefPictureSelection.Decode(ref reader) : null,
            CustomPictureClockFrequency = sequence.Optional() ? reader.SequenceOf<CustomPictureClockFrequency>(1, 16) : null,
            CustomPictureFormat = sequence.Optional() ? reader.SequenceOf<CustomPictureFormat>(1, 16) : null,
            ModeCombos = sequence.Optional() ? reader.SequenceOf<H263VideoModeCombos>(1, 16) : null,
            VideoBadMBsCap = sequence.Addition(ref reader) ? reader.Boolean() : null,
            H263Version3Options = sequence.Addition(ref reader) ? H263Version3Options.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 5, additions: 2, tail: Extensions);
        writer.Boolean(AdvancedIntraCodingMode);
        writer.Boolean(DeblockingFilterMode);
        writer.Boolean(ImprovedPBFramesMode);
        writer.Boolean(UnlimitedMotionVectors);
        writer.Boolean(FullPictureFreeze);
        writer.Boolean(PartialPictureFreezeAndRelease);
        writer.Boolean(ResizingPartPicFreezeAndRelease);
        writer.Boolean(FullPictureSnapshot);
        writer.Boolean(PartialPictureSnapshot);
        writer.Boolean(VideoSegmentTagging);
        writer.Boolean(ProgressiveRefinement);
        writer.Boolean(DynamicPictureResizingByFour);
        writer.Boolean(DynamicPictureResizingSixteenthPel);
        writer.Boolean(DynamicWarpingHalfPel);
        writer.Boolean(DynamicWarpingSixteenthPel);
        writer.Boolean(IndependentSegmentDecoding);
        writer.Boolean(SlicesInOrderNonRect);
        writer.Boolean(SlicesInOrderRect);
        writer.Boolean(SlicesNoOrderNonRect);
        writer.Boolean(SlicesNoOrderRect);
        writer.Boolean(AlternateInterVLCMode);
        writer.Boolean(ModifiedQuantizationMode);
        writer.Boolean(ReducedResolutionUpdate);
        if (sequence.Optional(ref writer, TransparencyParameters))
            TransparencyParameters.Encode(ref writer);
        writer.Boolean(SeparateVideoBackChannel);
        if (sequence.Optional(ref writer, RefPictureSelection))
            RefPictureSelection.Encode(ref writer);
        if (sequence.Optional(ref writer, CustomPictureClockFrequency))
            writer.SequenceOf(CustomPictureClockFrequency, 1, 16);
        if (sequence.Optional(ref writer, CustomPictureFormat))
            writer.SequenceOf(CustomPictureFormat, 1, 16);
        if (sequence.Optional(ref writer, ModeCombos))
            writer.SequenceOf(ModeCombos, 1, 16);
        if (sequence.Addition(ref writer, VideoBadMBsCap))
            writer.Boolean(VideoBadMBsCap.Value);
        if (sequence.Addition(ref writer, H263Version3Options))
            H263Version3Options.Encode(ref writer);
        sequence.End(ref writer);
    }
}
