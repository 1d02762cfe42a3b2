using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Video;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record H263Version3Options : IPerType<H263Version3Options>
{
    public required bool DataPartitionedSlices { get; init; }

    public required bool FixedPointIDCT0 { get; init; }

    public required bool InterlacedFields { get; init; }

    public required bool CurrentPictureHeaderRepetition { get; init; }

    public required bool PreviousPictureHeaderRepetition { get; init; }

    public required bool NextPictureHeaderRepetition { get; init; }

    public required bool PictureNumber { get; init; }

    public required bool SpareReferencePictures { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H263Version3Options Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H263Version3Options");
        return new H263Version3Options
        {
            DataPartitionedSlices = reader.Boolean(),
            FixedPointIDCT0 = reader.Boolean(),
            InterlacedFields = reader.Boolean(),
            CurrentPictureHeaderRepetition = reader.Boolean(),
            PreviousPictureHeaderRepetition = reader.Boolean(),
            NextPictureHeaderRepetition = reader.Boolean(),
            PictureNumber = reader.Boolean(),
            SpareReferencePictures = reader.Boolean(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Boolean(DataPartitionedSlices);
        writer.Boolean(FixedPointIDCT0);
        writer.Boolean(InterlacedFields);
        writer.Boolean(CurrentPictureHeaderRepetition);
        writer.Boolean(PreviousPictureHeaderRepetition);
        writer.Boolean(NextPictureHeaderRepetition);
        writer.Boolean(PictureNumber);
        writer.Boolean(SpareReferencePictures);
        sequence.End(ref writer);
    }
}
