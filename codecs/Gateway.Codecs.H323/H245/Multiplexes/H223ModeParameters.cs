using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record H223ModeParameters : IPerType<H223ModeParameters>
{
    public required H223ModeParametersAdaptationLayerType AdaptationLayerType { get; init; }

    public required bool SegmentableFlag { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H223ModeParameters Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H223ModeParameters");
        return new H223ModeParameters
        {
            AdaptationLayerType = H223ModeParametersAdaptationLayerType.Decode(ref reader),
            SegmentableFlag = reader.Boolean(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        AdaptationLayerType.Encode(ref writer);
        writer.Boolean(SegmentableFlag);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, H223ModeParameters).</summary>
public abstract record H223ModeParametersAdaptationLayerType : IPerType<H223ModeParametersAdaptationLayerType>
{
    private H223ModeParametersAdaptationLayerType() { }

    public sealed record NonStandard(NonStandardParameter Value) : H223ModeParametersAdaptationLayerType;

    public sealed record Al1Framed : H223ModeParametersAdaptationLayerType;

    public sealed record Al1NotFramed : H223ModeParametersAdaptationLayerType;

    public sealed record Al2WithoutSequenceNumbers : H223ModeParametersAdaptationLayerType;

    public sealed record Al2WithSequenceNumbers : H223ModeParametersAdaptationLayerType;

    /// <summary>In octets.</summary>
    public sealed record Al3 : H223ModeParametersAdaptationLayerType
    {
        public required int ControlFieldOctets { get; init; }

        public required int SendBufferSize { get; init; }

        internal static Al3 DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginPlainSequence("H223ModeParametersAdaptationLayerType.al3");
            var value = new Al3
            {
                ControlFieldOctets = reader.Integer(0, 2),
                SendBufferSize = reader.Integer(0, 16777215),
            };
            sequence.End(ref reader);
            return value;
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            writer.Integer(ControlFieldOctets, 0, 2);
            writer.Integer(SendBufferSize, 0, 16777215);
        }
    }

    public sealed record Al1M(H223AL1MParameters Value) : H223ModeParametersAdaptationLayerType;

    public sealed record Al2M(H223AL2MParameters Value) : H223ModeParametersAdaptationLayerType;

    public sealed record Al3M(H223AL3MParameters Value) : H223ModeParametersAdaptationLayerType;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : H223ModeParametersAdaptationLayerType;

    public static H223ModeParametersAdaptationLayerType Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("H223ModeParametersAdaptationLayerType", root: 6, additions: 3);
        H223ModeParametersAdaptationLayerType value = choice.Index switch
        {
            0 => new NonStandard(NonStandardParameter.Decode(ref reader)),
            1 => new Al1Framed(),
            2 => new Al1NotFramed(),
            3 => new Al2WithoutSequenceNumbers(),
            4 => new Al2WithSequenceNumbers(),
            5 => Al3.DecodeContents(ref reader),
            6 => new Al1M(H223AL1MParameters.Decode(ref reader)),
            7 => new Al2M(H223AL2MParameters.Decode(ref reader)),
            8 => new Al3M(H223AL3MParameters.Decode(ref reader)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 6);
        switch (this)
        {
            case NonStandard alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case Al1Framed:
                choice.Select(ref writer, 1);
                break;
            case Al1NotFramed:
                choice.Select(ref writer, 2);
                break;
            case Al2WithoutSequenceNumbers:
                choice.Select(ref writer, 3);
                break;
            case Al2WithSequenceNumbers:
                choice.Select(ref writer, 4);
                break;
            case Al3 alternative:
                choice.Select(ref writer, 5);
                alternative.EncodeContents(ref writer);
                break;
            case Al1M alternative:
                choice.Select(ref writer, 6);
                alternative.Value.Encode(ref writer);
                break;
            case Al2M alternative:
                choice.Select(ref writer, 7);
                alternative.Value.Encode(ref writer);
                break;
            case Al3M alternative:
                choice.Select(ref writer, 8);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
