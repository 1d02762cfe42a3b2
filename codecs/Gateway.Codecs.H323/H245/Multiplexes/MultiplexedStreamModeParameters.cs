using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record MultiplexedStreamModeParameters : IPerType<MultiplexedStreamModeParameters>
{
    public required int LogicalChannelNumber { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static MultiplexedStreamModeParameters Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MultiplexedStreamModeParameters");
        return new MultiplexedStreamModeParameters
        {
            LogicalChannelNumber = reader.Integer(1, 65535),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(LogicalChannelNumber, 1, 65535);
        sequence.End(ref writer);
    }
}
