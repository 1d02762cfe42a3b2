using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Generic;
using Gateway.Codecs.H323.H245.Multiplexes;
using Gateway.Codecs.H323.H245.Security;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record OpenLogicalChannelAck : IPerType<OpenLogicalChannelAck>
{
    public required int ForwardLogicalChannelNumber { get; init; }

    public AcknowledgedReverseLogicalChannelParameters? ReverseLogicalChannelParameters { get; init; }

    public NetworkAccessParameters? SeparateStack { get; init; }

    public ForwardMultiplexAckParameters? ForwardMultiplexAckParameters { get; init; }

    public EncryptionSync? EncryptionSync { get; init; }

    public IReadOnlyList<GenericMessage>? GenericInformation { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static OpenLogicalChannelAck Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("OpenLogicalChannelAck", optionals: 1);
        return new OpenLogicalChannelAck
        {
            ForwardLogicalChannelNumber = reader.Integer(1, 65535),
            ReverseLogicalChannelParameters = sequence.Optional() ? AcknowledgedReverseLogicalChannelParameters.Decode(ref reader) : null,
            SeparateStack = sequence.Addition(ref reader) ? NetworkAccessParameters.Decode(ref reader) : null,
            ForwardMultiplexAckParameters = sequence.Addition(ref reader) ? ForwardMultiplexAckParameters.Decode(ref reader) : null,
            EncryptionSync = sequence.Addition(ref reader) ? EncryptionSync.Decode(ref reader) : null,
            GenericInformation = sequence.Addition(ref reader) ? reader.SequenceOf<GenericMessage>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, additions: 4, tail: Extensions);
        writer.Integer(ForwardLogicalChannelNumber, 1, 65535);
        if (sequence.Optional(ref writer, ReverseLogicalChannelParameters))
            ReverseLogicalChannelParameters.Encode(ref writer);
        if (sequence.Addition(ref writer, SeparateStack))
            SeparateStack.Encode(ref writer);
        if (sequence.Addition(ref writer, ForwardMultiplexAckParameters))
            ForwardMultiplexAckParameters.Encode(ref writer);
        if (sequence.Addition(ref writer, EncryptionSync))
            EncryptionSync.Encode(ref writer);
        if (sequence.Addition(ref writer, GenericInformation))
            writer.SequenceOf(GenericInformation);
        sequence.End(ref writer);
    }
}

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A, OpenLogicalChannelAck).</summary>
public sealed record AcknowledgedReverseLogicalChannelParameters : IPerType<AcknowledgedReverseLogicalChannelParameters>
{
    public required int ReverseLogicalChannelNumber { get; init; }

    public int? PortNumber { get; init; }

    public AcknowledgedReverseMultiplexParameters? MultiplexParameters { get; init; }

    public int? ReplacementFor { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static AcknowledgedReverseLogicalChannelParameters Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("AcknowledgedReverseLogicalChannelParameters", optionals: 2);
        return new AcknowledgedReverseLogicalChannelParameters
        {
            ReverseLogicalChannelNumber = reader.Integer(1, 65535),
            PortNumber = sequence.Optional() ? reader.Integer(0, 65535) : null,
            MultiplexParameters = sequence.Optional() ? AcknowledgedReverseMultiplexParameters.Decode(ref reader) : null,
            ReplacementFor = sequence.Addition(ref reader) ? reader.Integer(1, 65535) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, additions: 1, tail: Extensions);
        writer.Integer(ReverseLogicalChannelNumber, 1, 65535);
        if (sequence.Optional(ref writer, PortNumber))
            writer.Integer(PortNumber.Value, 0, 65535);
        if (sequence.Optional(ref writer, MultiplexParameters))
            MultiplexParameters.Encode(ref writer);
        if (sequence.Addition(ref writer, ReplacementFor))
            writer.Integer(ReplacementFor.Value, 1, 65535);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, OpenLogicalChannelAck).</summary>
public abstract record AcknowledgedReverseMultiplexParameters : IPerType<AcknowledgedReverseMultiplexParameters>
{
    private AcknowledgedReverseMultiplexParameters() { }

    public sealed record H222LogicalChannelParameters(H245.Multiplexes.H222LogicalChannelParameters Value) : AcknowledgedReverseMultiplexParameters;

    public sealed record H2250LogicalChannelParameters(H245.H2250LogicalChannelParameters Value) : AcknowledgedReverseMultiplexParameters;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : AcknowledgedReverseMultiplexParameters;

    public static AcknowledgedReverseMultiplexParameters Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("AcknowledgedReverseMultiplexParameters", root: 1, additions: 1);
        AcknowledgedReverseMultiplexParameters value = choice.Index switch
        {
            0 => new H222LogicalChannelParameters(H245.Multiplexes.H222LogicalChannelParameters.Decode(ref reader)),
            1 => new H2250LogicalChannelParameters(H245.H2250LogicalChannelParameters.Decode(ref reader)),
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
            case H222LogicalChannelParameters alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case H2250LogicalChannelParameters alternative:
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

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, OpenLogicalChannelAck).</summary>
public abstract record ForwardMultiplexAckParameters : IPerType<ForwardMultiplexAckParameters>
{
    private ForwardMultiplexAckParameters() { }

    public sealed record H2250LogicalChannelAckParameters(H245.H2250LogicalChannelAckParameters Value) : ForwardMultiplexAckParameters;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : ForwardMultiplexAckParameters;

    public static ForwardMultiplexAckParameters Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("ForwardMultiplexAckParameters", root: 1);
        ForwardMultiplexAckParameters value = choice.Index switch
        {
            0 => new H2250LogicalChannelAckParameters(H245.H2250LogicalChannelAckParameters.Decode(ref reader)),
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
            case H2250LogicalChannelAckParameters alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
