using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Generic;

namespace Gateway.Codecs.H323.H245.Video;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record ExtendedVideoCapability : IPerType<ExtendedVideoCapability>
{
    public required IReadOnlyList<VideoCapability> VideoCapability { get; init; }

    public IReadOnlyList<GenericCapability>? VideoCapabilityExtension { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static ExtendedVideoCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("ExtendedVideoCapability", optionals: 1);
        return new ExtendedVideoCapability
        {
            VideoCapability = reader.SequenceOf<VideoCapability>(),
            VideoCapabilityExtension = sequence.Optional() ? reader.SequenceOf<GenericCapability>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        writer.SequenceOf(VideoCapability);
        if (sequence.Optional(ref writer, VideoCapabilityExtension))
            writer.SequenceOf(VideoCapabilityExtension);
        sequence.End(ref writer);
    }
}
