using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Conferences;
using Gateway.Codecs.H323.H245.Redundancy;
using Gateway.Codecs.H323.H245.Transport;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record H2250LogicalChannelParameters : IPerType<H2250LogicalChannelParameters>
{
    public IReadOnlyList<NonStandardParameter>? NonStandard { get; init; }

    public required int SessionID { get; init; }

    public int? AssociatedSessionID { get; init; }

    public TransportAddress? MediaChannel { get; init; }

    public bool? MediaGuaranteedDelivery { get; init; }

    public TransportAddress? MediaControlChannel { get; init; }

    public bool? MediaControlGuaranteedDelivery { get; init; }

    public bool? SilenceSuppression { get; init; }

    public TerminalLabel? Destination { get; init; }

    public int? DynamicRTPPayloadType { get; init; }

    public MediaPacketization? MediaPacketization { get; init; }

    public TransportCapability? TransportCapability { get; init; }

    public RedundancyEncoding? RedundancyEncoding { get; init; }

    public TerminalLabel? Source { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H2250LogicalChannelParameters Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H2250LogicalChannelParameters", optionals: 10);
        return new H2250LogicalChannelParameters
        {
            NonStandard = sequence.Optional() ? reader.SequenceOf<NonStandardParameter>() : null,
            SessionID = reader.Integer(0, 255),
            AssociatedSessionID = sequence.Optional() ? reader.Integer(1, 255) : null,
            MediaChannel = sequence.Optional() ? TransportAddress.Decode(ref reader) : null,
            MediaGuaranteedDelivery = sequence.Optional() ? reader.Boolean() : null,
            MediaControlChannel = sequence.Optional() ? TransportAddress.Decode(ref reader) : null,
            MediaControlGuaranteedDelivery = sequence.Optional() ? reader.Boolean() : null,
            SilenceSuppression = sequence.Optional() ? reader.Boolean() : null,
            Destination = sequence.Optional() ? TerminalLabel.Decode(ref reader) : null,
            DynamicRTPPayloadType = sequence.Optional() ? reader.Integer(96, 127) : null,
            MediaPacketization = sequence.Optional() ? MediaPacketization.Decode(ref reader) : null,
            TransportCapability = sequence.Addition(ref reader) ? TransportCapability.Decode(ref reader) : null,
            RedundancyEncoding = sequence.Addition(ref reader) ? RedundancyEncoding.Decode(ref reader) : null,
            Source = sequence.Addition(ref reader) ? TerminalLabel.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 10, additions: 3, tail: Extensions);
        if (sequence.Optional(ref writer, NonStandard))
            writer.SequenceOf(NonStandard);
        writer.Integer(SessionID, 0, 255);
        if (sequence.Optional(ref writer, AssociatedSessionID))
            writer.Integer(AssociatedSessionID.Value, 1, 255);
        if (sequence.Optional(ref writer, MediaChannel))
            MediaChannel.Encode(ref writer);
        if (sequence.Optional(ref writer, MediaGuaranteedDelivery))
            writer.Boolean(MediaGuaranteedDelivery.Value);
        if (sequence.Optional(ref writer, MediaControlChannel))
            MediaControlChannel.Encode(ref writer);
        if (sequence.Optional(ref writer, MediaControlGuaranteedDelivery))
            writer.Boolean(MediaControlGuaranteedDelivery.Value);
        if (sequence.Optional(ref writer, SilenceSuppression))
            writer.Boolean(SilenceSuppression.Value);
        if (sequence.Optional(ref writer, Destination))
            Destination.Encode(ref writer);
        if (sequence.Optional(ref writer, DynamicRTPPayloadType))
            writer.Integer(DynamicRTPPayloadType.Value, 96, 127);
        if (sequence.Optional(ref writer, MediaPacketization))
            MediaPacketization.Encode(ref writer);
        if (sequence.Addition(ref writer, TransportCapability))
            TransportCapability.Encode(ref writer);
        if (sequence.Addition(ref writer, RedundancyEncoding))
            RedundancyEncoding.Encode(ref writer);
        if (sequence.Addition(ref writer, Source))
            Source.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, H2250LogicalChannelParameters).</summary>
public abstract record MediaPacketization : IPerType<MediaPacketization>
{
    private MediaPacketization() { }

    public sealed record H261aVideoPacketization : MediaPacketization;

    public sealed record RtpPayloadType(RTPPayloadType Value) : MediaPacketization;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : MediaPacketization;

    public static MediaPacketization Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("MediaPacketization", root: 1, additions: 1);
        MediaPacketization value = choice.Index switch
        {
            0 => new H261aVideoPacketization(),
            1 => new RtpPayloadType(RTPPayloadType.Decode(ref reader)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 1);
        switch (this)
        {
            case H261aVideoPacketization:
                choice.Select(ref writer, 0);
                break;
            case RtpPayloadType alternative:
                choice.Select(ref writer, 1);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
