using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Transport;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record TransportCapability : IPerType<TransportCapability>
{
    public NonStandardParameter? NonStandard { get; init; }

    public IReadOnlyList<QOSCapability>? QOSCapabilities { get; init; }

    public IReadOnlyList<MediaChannelCapability>? MediaChannelCapabilities { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static TransportCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("TransportCapability", optionals: 3);
        return new TransportCapability
        {
            NonStandard = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            QOSCapabilities = sequence.Optional() ? reader.SequenceOf<QOSCapability>(1, 256) : null,
            MediaChannelCapabilities = sequence.Optional() ? reader.SequenceOf<MediaChannelCapability>(1, 256) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 3, tail: Extensions);
        if (sequence.Optional(ref writer, NonStandard))
            NonStandard.Encode(ref writer);
        if (sequence.Optional(ref writer, QOSCapabilities))
            writer.SequenceOf(QOSCapabilities, 1, 256);
        if (sequence.Optional(ref writer, MediaChannelCapabilities))
            writer.SequenceOf(MediaChannelCapabilities, 1, 256);
        sequence.End(ref writer);
    }
}
