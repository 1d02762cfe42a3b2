using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record CloseLogicalChannelAck : IPerType<CloseLogicalChannelAck>
{
    public required int ForwardLogicalChannelNumber { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static CloseLogicalChannelAck Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CloseLogicalChannelAck");
        return new CloseLogicalChannelAck
        {
            ForwardLogicalChannelNumber = reader.Integer(1, 65535),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(ForwardLogicalChannelNumber, 1, 65535);
        sequence.End(ref writer);
    }
}
