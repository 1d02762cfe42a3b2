using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record MultiplexedStreamCapability : IPerType<MultiplexedStreamCapability>
{
    public required MultiplexFormat MultiplexFormat { get; init; }

    public required bool ControlOnMuxStream { get; init; }

    public IReadOnlyList<IReadOnlyList<int>>? CapabilityOnMuxStream { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static MultiplexedStreamCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MultiplexedStreamCapability", optionals: 1);
        return new MultiplexedStreamCapability
        {
            MultiplexFormat = MultiplexFormat.Decode(ref reader),
            ControlOnMuxStream = reader.Boolean(),
            CapabilityOnMuxStream = sequence.Optional() ? reader.SequenceOf(static (ref PerReader inner) => inner.SequenceOf(static (ref PerReader innermost) => innermost.Integer(1, 65535), 1, 256), 1, 256) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        MultiplexFormat.Encode(ref writer);
        writer.Boolean(ControlOnMuxStream);
        if (sequence.Optional(ref writer, CapabilityOnMuxStream))
            writer.SequenceOf(CapabilityOnMuxStream, static (ref PerWriter inner, IReadOnlyList<int> element) => inner.SequenceOf(element, static (ref PerWriter innermost, int part) => innermost.Integer(part, 1, 65535), 1, 256), 1, 256);
        sequence.End(ref writer);
    }
}
