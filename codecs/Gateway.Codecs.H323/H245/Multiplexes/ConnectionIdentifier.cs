using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record ConnectionIdentifier : IPerType<ConnectionIdentifier>
{
    public required uint ChannelTag { get; init; }

    public required uint SequenceNumber { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static ConnectionIdentifier Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("ConnectionIdentifier");
        return new ConnectionIdentifier
        {
            ChannelTag = reader.Integer(0u, 4294967295u),
            SequenceNumber = reader.Integer(0u, 4294967295u),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(ChannelTag, 0, 4294967295);
        writer.Integer(SequenceNumber, 0, 4294967295);
        sequence.End(ref writer);
    }
}
