using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record MultiplexedStreamParameter : IPerType<MultiplexedStreamParameter>
{
    public required MultiplexFormat MultiplexFormat { get; init; }

    public required bool ControlOnMuxStream { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static MultiplexedStreamParameter Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MultiplexedStreamParameter");
        return new MultiplexedStreamParameter
        {
            MultiplexFormat = MultiplexFormat.Decode(ref reader),
            ControlOnMuxStream = reader.Boolean(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        MultiplexFormat.Encode(ref writer);
        writer.Boolean(ControlOnMuxStream);
        sequence.End(ref writer);
    }
}
