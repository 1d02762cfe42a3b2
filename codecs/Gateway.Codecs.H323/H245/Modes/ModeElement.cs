using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Generic;
using Gateway.Codecs.H323.H245.Multiplexes;

namespace Gateway.Codecs.H323.H245.Modes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record ModeElement : IPerType<ModeElement>
{
    public required ModeElementType Type { get; init; }

    public H223ModeParameters? H223ModeParameters { get; init; }

    public V76ModeParameters? V76ModeParameters { get; init; }

    public H2250ModeParameters? H2250ModeParameters { get; init; }

    public GenericCapability? GenericModeParameters { get; init; }

    public MultiplexedStreamModeParameters? MultiplexedStreamModeParameters { get; init; }

    public int? LogicalChannelNumber { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static ModeElement Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("ModeElement", optionals: 1);
        return new ModeElement
        {
            Type = ModeElementType.Decode(ref reader),
            H223ModeParameters = sequence.Optional() ? H223ModeParameters.Decode(ref reader) : null,
            V76ModeParameters = sequence.Addition(ref reader) ? (V76ModeParameters)NullChoice.Decode(ref reader, "V76ModeParameters", 2) : null,
            H2250ModeParameters = sequence.Addition(ref reader) ? H2250ModeParameters.Decode(ref reader) : null,
            GenericModeParameters = sequence.Addition(ref reader) ? GenericCapability.Decode(ref reader) : null,
            MultiplexedStreamModeParameters = sequence.Addition(ref reader) ? MultiplexedStreamModeParameters.Decode(ref reader) : null,
            LogicalChannelNumber = sequence.Addition(ref reader) ? reader.Integer(1, 65535) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, additions: 5, tail: Extensions);
        Type.Encode(ref writer);
        if (sequence.Optional(ref writer, H223ModeParameters))
            H223ModeParameters.Encode(ref writer);
        if (sequence.Addition(ref writer, V76ModeParameters))
            NullChoice.Encode(ref writer, (int)V76ModeParameters.Value, 2);
        if (sequence.Addition(ref writer, H2250ModeParameters))
            H2250ModeParameters.Encode(ref writer);
        if (sequence.Addition(ref writer, GenericModeParameters))
            GenericModeParameters.Encode(ref writer);
        if (sequence.Addition(ref writer, MultiplexedStreamModeParameters))
            MultiplexedStreamModeParameters.Encode(ref writer);
        if (sequence.Addition(ref writer, LogicalChannelNumber))
            writer.Integer(LogicalChannelNumber.Value, 1, 65535);
        sequence.End(ref writer);
    }
}
