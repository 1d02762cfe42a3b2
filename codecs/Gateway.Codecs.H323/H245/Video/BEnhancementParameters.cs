using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Video;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record BEnhancementParameters : IPerType<BEnhancementParameters>
{
    public required EnhancementOptions EnhancementOptions { get; init; }

    public required int NumberOfBPictures { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static BEnhancementParameters Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("BEnhancementParameters");
        return new BEnhancementParameters
        {
            EnhancementOptions = EnhancementOptions.Decode(ref reader),
            NumberOfBPictures = reader.Integer(1, 64),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        EnhancementOptions.Encode(ref writer);
        writer.Integer(NumberOfBPictures, 1, 64);
        sequence.End(ref writer);
    }
}
