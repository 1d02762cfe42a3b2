using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Transport;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record MediaChannelCapability : IPerType<MediaChannelCapability>
{
    public MediaTransportType? MediaTransport { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static MediaChannelCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MediaChannelCapability", optionals: 1);
        return new MediaChannelCapability
        {
            MediaTransport = sequence.Optional() ? MediaTransportType.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        if (sequence.Optional(ref writer, MediaTransport))
            MediaTransport.Encode(ref writer);
        sequence.End(ref writer);
    }
}
