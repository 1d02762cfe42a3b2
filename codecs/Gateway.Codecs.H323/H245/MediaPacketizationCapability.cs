using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record MediaPacketizationCapability : IPerType<MediaPacketizationCapability>
{
    public required bool H261aVideoPacketization { get; init; }

    public IReadOnlyList<RTPPayloadType>? RtpPayloadType { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static MediaPacketizationCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MediaPacketizationCapability");
        return new MediaPacketizationCapability
        {
            H261aVideoPacketization = reader.Boolean(),
            RtpPayloadType = sequence.Addition(ref reader) ? reader.SequenceOf<RTPPayloadType>(1, 256) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(additions: 1, tail: Extensions);
        writer.Boolean(H261aVideoPacketization);
        if (sequence.Addition(ref writer, RtpPayloadType))
            writer.SequenceOf(RtpPayloadType, 1, 256);
        sequence.End(ref writer);
    }
}
