using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record LogicalChannelRateRequest : IPerType<LogicalChannelRateRequest>
{
    public required int SequenceNumber { get; init; }

    public required int LogicalChannelNumber { get; init; }

    public required uint MaximumBitRate { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static LogicalChannelRateRequest Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("LogicalChannelRateRequest");
        return new LogicalChannelRateRequest
        {
            SequenceNumber = reader.Integer(0, 255),
            LogicalChannelNumber = reader.Integer(1, 65535),
            MaximumBitRate = reader.Integer(0u, 4294967295u),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(SequenceNumber, 0, 255);
        writer.Integer(LogicalChannelNumber, 1, 65535);
        writer.Integer(MaximumBitRate, 0, 4294967295);
        sequence.End(ref writer);
    }
}
