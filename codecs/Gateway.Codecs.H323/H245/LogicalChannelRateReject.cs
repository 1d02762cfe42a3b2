using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record LogicalChannelRateReject : IPerType<LogicalChannelRateReject>
{
    public required int SequenceNumber { get; init; }

    public required int LogicalChannelNumber { get; init; }

    public required LogicalChannelRateRejectReason RejectReason { get; init; }

    public uint? CurrentMaximumBitRate { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static LogicalChannelRateReject Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("LogicalChannelRateReject", optionals: 1);
        return new LogicalChannelRateReject
        {
            SequenceNumber = reader.Integer(0, 255),
            LogicalChannelNumber = reader.Integer(1, 65535),
            RejectReason = (LogicalChannelRateRejectReason)NullChoice.Decode(ref reader, "LogicalChannelRateRejectReason", 2),
            CurrentMaximumBitRate = sequence.Optional() ? reader.Integer(0u, 4294967295u) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        writer.Integer(SequenceNumber, 0, 255);
        writer.Integer(LogicalChannelNumber, 1, 65535);
        NullChoice.Encode(ref writer, (int)RejectReason, 2);
        if (sequence.Optional(ref writer, CurrentMaximumBitRate))
            writer.Integer(CurrentMaximumBitRate.Value, 0, 4294967295);
        sequence.End(ref writer);
    }
}
