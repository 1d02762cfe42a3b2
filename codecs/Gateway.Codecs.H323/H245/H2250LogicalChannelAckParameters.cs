using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Redundancy;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record H2250LogicalChannelAckParameters : IPerType<H2250LogicalChannelAckParameters>
{
    public IReadOnlyList<NonStandardParameter>? NonStandard { get; init; }

    public int? SessionID { get; init; }

    public TransportAddress? MediaChannel { get; init; }

    public TransportAddress? MediaControlChannel { get; init; }

    public int? DynamicRTPPayloadType { get; init; }

    public bool? FlowControlToZero { get; init; }

    public int? PortNumber { get; init; }

    public MultiplePayloadStream? MultiplePayloadStream { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H2250LogicalChannelAckParameters Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H2250LogicalChannelAckParameters", optionals: 5);
        return new H2250LogicalChannelAckParameters
        {
            NonStandard = sequence.Optional() ? reader.SequenceOf<NonStandardParameter>() : null,
            SessionID = sequence.Optional() ? reader.Integer(1, 255) : null,
            MediaChannel = sequence.Optional() ? TransportAddress.Decode(ref reader) : null,
            MediaControlChannel = sequence.Optional() ? TransportAddress.Decode(ref reader) : null,
            DynamicRTPPayloadType = sequence.Optional() ? reader.Integer(96, 127) : null,
            FlowControlToZero = sequence.Addition(ref reader) ? reader.Boolean() : null,
            PortNumber = sequence.Addition(ref reader) ? reader.Integer(0, 65535) : null,
            MultiplePayloadStream = sequence.Addition(ref reader) ? MultiplePayloadStream.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 5, additions: 3, tail: Extensions);
        if (sequence.Optional(ref writer, NonStandard))
            writer.SequenceOf(NonStandard);
        if (sequence.Optional(ref writer, SessionID))
            writer.Integer(SessionID.Value, 1, 255);
        if (sequence.Optional(ref writer, MediaChannel))
            MediaChannel.Encode(ref writer);
        if (sequence.Optional(ref writer, MediaControlChannel))
            MediaControlChannel.Encode(ref writer);
        if (sequence.Optional(ref writer, DynamicRTPPayloadType))
            writer.Integer(DynamicRTPPayloadType.Value, 96, 127);
        if (sequence.Addition(ref writer, FlowControlToZero))
            writer.Boolean(FlowControlToZero.Value);
        if (sequence.Addition(ref writer, PortNumber))
            writer.Integer(PortNumber.Value, 0, 65535);
        if (sequence.Addition(ref writer, MultiplePayloadStream))
            MultiplePayloadStream.Encode(ref writer);
        sequence.End(ref writer);
    }
}
