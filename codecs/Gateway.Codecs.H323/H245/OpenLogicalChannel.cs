using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Generic;
using Gateway.Codecs.H323.H245.Multiplexes;
using Gateway.Codecs.H323.H245.Security;

namespace Gateway.Codecs.H323.H245;

/// <summary>A fastStart element of H.225.0 is one of these, bare. SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record OpenLogicalChannel : IPerType<OpenLogicalChannel>
{
    public required int ForwardLogicalChannelNumber { get; init; }

    public required ForwardLogicalChannelParameters ForwardLogicalChannelParameters { get; init; }

    public ReverseLogicalChannelParameters? ReverseLogicalChannelParameters { get; init; }

    public NetworkAccessParameters? SeparateStack { get; init; }

    public EncryptionSync? EncryptionSync { get; init; }

    public IReadOnlyList<GenericMessage>? GenericInformation { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static OpenLogicalChannel Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("OpenLogicalChannel", optionals: 1);
        return new OpenLogicalChannel
        {
            ForwardLogicalChannelNumber = reader.Integer(1, 65535),
            ForwardLogicalChannelParameters = ForwardLogicalChannelParameters.Decode(ref reader),
            ReverseLogicalChannelParameters = sequence.Optional() ? ReverseLogicalChannelParameters.Decode(ref reader) : null,
            SeparateStack = sequence.Addition(ref reader) ? NetworkAccessParameters.Decode(ref reader) : null,
            EncryptionSync = sequence.Addition(ref reader) ? EncryptionSync.Decode(ref reader) : null,
            GenericInformation = sequence.Addition(ref reader) ? reader.SequenceOf<GenericMessage>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, additions: 3, tail: Extensions);
        writer.Integer(ForwardLogicalChannelNumber, 1, 65535);
        ForwardLogicalChannelParameters.Encode(ref writer);
        if (sequence.Optional(ref writer, ReverseLogicalChannelParameters))
            ReverseLogicalChannelParameters.Encode(ref writer);
        if (sequence.Addition(ref writer, SeparateStack))
            SeparateStack.Encode(ref writer);
        if (sequence.Addition(ref writer, EncryptionSync))
            EncryptionSync.Encode(ref writer);
        if (sequence.Addition(ref writer, GenericInformation))
            writer.SequenceOf(GenericInformation);
        sequence.End(ref writer);
    }
}

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A, OpenLogicalChannel).</summary>
public sealed record ForwardLogicalChannelParameters : IPerType<ForwardLogicalChannelParameters>
{
    public int? PortNumber { get; init; }

    public required DataType DataType { get; init; }

    public required ForwardMultiplexParameters MultiplexParameters { get; init; }

    public int? ForwardLogicalChannelDependency { get; init; }

    public int? ReplacementFor { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static ForwardLogicalChannelParameters Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("ForwardLogicalChannelParameters", optionals: 1);
        return new ForwardLogicalChannelParameters
        {
            PortNumber = sequence.Optional() ? reader.Integer(0, 65535) : null,
            DataType = DataType.Decode(ref reader),
            MultiplexParameters = ForwardMultiplexParameters.Decode(ref reader),
            ForwardLogicalChannelDependency = sequence.Addition(ref reader) ? reader.Integer(1, 65535) : null,
            ReplacementFor = sequence.Addition(ref reader) ? reader.Integer(1, 65535) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, additions: 2, tail: Extensions);
        if (sequence.Optional(ref writer, PortNumber))
            writer.Integer(PortNumber.Value, 0, 65535);
        DataType.Encode(ref writer);
        MultiplexParameters.Encode(ref writer);
        if (sequence.Addition(ref writer, ForwardLogicalChannelDependency))
            writer.Integer(ForwardLogicalChannelDependency.Value, 1, 65535);
        if (sequence.Addition(ref writer, ReplacementFor))
            writer.Integer(ReplacementFor.Value, 1, 65535);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, OpenLogicalChannel).</summary>
public abstract record ForwardMultiplexParameters : IPerType<ForwardMultiplexParameters>
{
    private ForwardMultiplexParameters() { }

    public sealed record H222LogicalChannelParameters(H245.Multiplexes.H222LogicalChannelParameters Value) : ForwardMultiplexParameters;

    public sealed record H223LogicalChannelParameters(H245.Multiplexes.H223LogicalChannelParameters Value) : ForwardMultiplexParameters;

    public sealed record V76LogicalChannelParameters(H245.Multiplexes.V76LogicalChannelParameters Value) : ForwardMultiplexParameters;

    public sealed record H2250LogicalChannelParameters(H245.H2250LogicalChannelParameters Value) : ForwardMultiplexParameters;

    public sealed record None : ForwardMultiplexParameters;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : ForwardMultiplexParameters;

    public static ForwardMultiplexParameters Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("ForwardMultiplexParameters", root: 3, additions: 2);
        ForwardMultiplexParameters value = choice.Index switch
        {
            0 => new H222LogicalChannelParameters(H245.Multiplexes.H222LogicalChannelParameters.Decode(ref reader)),
            1 => new H223LogicalChannelParameters(H245.Multiplexes.H223LogicalChannelParameters.Decode(ref reader)),
            2 => new V76LogicalChannelParameters(H245.Multiplexes.V76LogicalChannelParameters.Decode(ref reader)),
            3 => new H2250LogicalChannelParameters(H245.H2250LogicalChannelParameters.Decode(ref reader)),
            4 => new None(),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 3);
        switch (this)
        {
            case H222LogicalChannelParameters alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case H223LogicalChannelParameters alternative:
                choice.Select(ref writer, 1);
                alternative.Value.Encode(ref writer);
                break;
            case V76LogicalChannelParameters alternative:
                choice.Select(ref writer, 2);
                alternative.Value.Encode(ref writer);
                break;
            case H2250LogicalChannelParameters alternative:
                choice.Select(ref writer, 3);
                alternative.Value.Encode(ref writer);
                break;
            case None:
                choice.Select(ref writer, 4);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A, OpenLogicalChannel).</summary>
public sealed record ReverseLogicalChannelParameters : IPerType<ReverseLogicalChannelParameters>
{
    public required DataType DataType { get; init; }

    public ReverseMultiplexParameters? MultiplexParameters { get; init; }

    public int? ReverseLogicalChannelDependency { get; init; }

    public int? ReplacementFor { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static ReverseLogicalChannelParameters Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("ReverseLogicalChannelParameters", optionals: 1);
        return new ReverseLogicalChannelParameters
        {
            DataType = DataType.Decode(ref reader),
            MultiplexParameters = sequence.Optional() ? ReverseMultiplexParameters.Decode(ref reader) : null,
            ReverseLogicalChannelDependency = sequence.Addition(ref reader) ? reader.Integer(1, 65535) : null,
            ReplacementFor = sequence.Addition(ref reader) ? reader.Integer(1, 65535) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, additions: 2, tail: Extensions);
        DataType.Encode(ref writer);
        if (sequence.Optional(ref writer, MultiplexParameters))
            MultiplexParameters.Encode(ref writer);
        if (sequence.Addition(ref writer, ReverseLogicalChannelDependency))
            writer.Integer(ReverseLogicalChannelDependency.Value, 1, 65535);
        if (sequence.Addition(ref writer, ReplacementFor))
            writer.Integer(ReplacementFor.Value, 1, 65535);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, OpenLogicalChannel).</summary>
public abstract record ReverseMultiplexParameters : IPerType<ReverseMultiplexParameters>
{
    private ReverseMultiplexParameters() { }

    public sealed record H223LogicalChannelParameters(H245.Multiplexes.H223LogicalChannelParameters Value) : ReverseMultiplexParameters;

    public sealed record V76LogicalChannelParameters(H245.Multiplexes.V76LogicalChannelParameters Value) : ReverseMultiplexParameters;

    public sealed record H2250LogicalChannelParameters(H245.H2250LogicalChannelParameters Value) : ReverseMultiplexParameters;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : ReverseMultiplexParameters;

    public static ReverseMultiplexParameters Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("ReverseMultiplexParameters", root: 2, additions: 1);
        ReverseMultiplexParameters value = choice.Index switch
        {
            0 => new H223LogicalChannelParameters(H245.Multiplexes.H223LogicalChannelParameters.Decode(ref reader)),
            1 => new V76LogicalChannelParameters(H245.Multiplexes.V76LogicalChannelParameters.Decode(ref reader)),
            2 => new H2250LogicalChannelParameters(H245.H2250LogicalChannelParameters.Decode(ref reader)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 2);
        switch (this)
        {
            case H223LogicalChannelParameters alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case V76LogicalChannelParameters alternative:
                choice.Select(ref writer, 1);
                alternative.Value.Encode(ref writer);
                break;
            case H2250LogicalChannelParameters alternative:
                choice.Select(ref writer, 2);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
