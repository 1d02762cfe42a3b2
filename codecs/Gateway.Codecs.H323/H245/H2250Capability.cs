using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Redundancy;
using Gateway.Codecs.H323.H245.Transport;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record H2250Capability : IPerType<H2250Capability>
{
    /// <summary>In milliseconds.</summary>
    public required int MaximumAudioDelayJitter { get; init; }

    public required MultipointCapability ReceiveMultipointCapability { get; init; }

    public required MultipointCapability TransmitMultipointCapability { get; init; }

    public required MultipointCapability ReceiveAndTransmitMultipointCapability { get; init; }

    public required McCapability McCapability { get; init; }

    public required bool RtcpVideoControlCapability { get; init; }

    public required MediaPacketizationCapability MediaPacketizationCapability { get; init; }

    public TransportCapability? TransportCapability { get; init; }

    public IReadOnlyList<RedundancyEncodingCapability>? RedundancyEncodingCapability { get; init; }

    public bool? LogicalChannelSwitchingCapability { get; init; }

    public bool? T120DynamicPortCapability { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H2250Capability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H2250Capability");
        return new H2250Capability
        {
            MaximumAudioDelayJitter = reader.Integer(0, 1023),
            ReceiveMultipointCapability = MultipointCapability.Decode(ref reader),
            TransmitMultipointCapability = MultipointCapability.Decode(ref reader),
            ReceiveAndTransmitMultipointCapability = MultipointCapability.Decode(ref reader),
            McCapability = McCapability.Decode(ref reader),
            RtcpVideoControlCapability = reader.Boolean(),
            MediaPacketizationCapability = MediaPacketizationCapability.Decode(ref reader),
            TransportCapability = sequence.Addition(ref reader) ? TransportCapability.Decode(ref reader) : null,
            RedundancyEncodingCapability = sequence.Addition(ref reader) ? reader.SequenceOf<RedundancyEncodingCapability>(1, 256) : null,
            LogicalChannelSwitchingCapability = sequence.Addition(ref reader) ? reader.Boolean() : null,
            T120DynamicPortCapability = sequence.Addition(ref reader) ? reader.Boolean() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(additions: 4, tail: Extensions);
        writer.Integer(MaximumAudioDelayJitter, 0, 1023);
        ReceiveMultipointCapability.Encode(ref writer);
        TransmitMultipointCapability.Encode(ref writer);
        ReceiveAndTransmitMultipointCapability.Encode(ref writer);
        McCapability.Encode(ref writer);
        writer.Boolean(RtcpVideoControlCapability);
        MediaPacketizationCapability.Encode(ref writer);
        if (sequence.Addition(ref writer, TransportCapability))
            TransportCapability.Encode(ref writer);
        if (sequence.Addition(ref writer, RedundancyEncodingCapability))
            writer.SequenceOf(RedundancyEncodingCapability, 1, 256);
        if (sequence.Addition(ref writer, LogicalChannelSwitchingCapability))
            writer.Boolean(LogicalChannelSwitchingCapability.Value);
        if (sequence.Addition(ref writer, T120DynamicPortCapability))
            writer.Boolean(T120DynamicPortCapability.Value);
        sequence.End(ref writer);
    }
}

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A, H2250Capability).</summary>
public sealed record McCapability : IPerType<McCapability>
{
    public required bool CentralizedConferenceMC { get; init; }

    public required bool DecentralizedConferenceMC { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static McCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("McCapability");
        return new McCapability
        {
            CentralizedConferenceMC = reader.Boolean(),
            DecentralizedConferenceMC = reader.Boolean(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Boolean(CentralizedConferenceMC);
        writer.Boolean(DecentralizedConferenceMC);
        sequence.End(ref writer);
    }
}
