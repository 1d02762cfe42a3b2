using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Conferences;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record VideoIndicateCompose : IPerType<VideoIndicateCompose>
{
    public required int CompositionNumber { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static VideoIndicateCompose Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("VideoIndicateCompose");
        return new VideoIndicateCompose
        {
            CompositionNumber = reader.Integer(0, 255),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(CompositionNumber, 0, 255);
        sequence.End(ref writer);
    }
}
