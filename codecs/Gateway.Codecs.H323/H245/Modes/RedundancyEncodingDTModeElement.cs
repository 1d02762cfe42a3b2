using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Modes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record RedundancyEncodingDTModeElement : IPerType<RedundancyEncodingDTModeElement>
{
    public required RedundancyEncodingDTModeElementType Type { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static RedundancyEncodingDTModeElement Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RedundancyEncodingDTModeElement");
        return new RedundancyEncodingDTModeElement
        {
            Type = RedundancyEncodingDTModeElementType.Decode(ref reader),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        Type.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, RedundancyEncodingDTModeElement).</summary>
public abstract record RedundancyEncodingDTModeElementType : IPerType<RedundancyEncodingDTModeElementType>
{
    private RedundancyEncodingDTModeElementType() { }

    public sealed record NonStandard(NonStandardParameter Value) : RedundancyEncodingDTModeElementType;

    public sealed record VideoMode(H245.Modes.VideoMode Value) : RedundancyEncodingDTModeElementType;

    public sealed record AudioMode(H245.Modes.AudioMode Value) : RedundancyEncodingDTModeElementType;

    public sealed record DataMode(H245.Modes.DataMode Value) : RedundancyEncodingDTModeElementType;

    public sealed record EncryptionMode(H245.Modes.EncryptionMode Value) : RedundancyEncodingDTModeElementType;

    public sealed record H235Mode(H245.Modes.H235Mode Value) : RedundancyEncodingDTModeElementType;

    public sealed record FecMode(FECMode Value) : RedundancyEncodingDTModeElementType;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : RedundancyEncodingDTModeElementType;

    public static RedundancyEncodingDTModeElementType Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("RedundancyEncodingDTModeElementType", root: 6, additions: 1);
        RedundancyEncodingDTModeElementType value = choice.Index switch
        {
            0 => new NonStandard(NonStandardParameter.Decode(ref reader)),
            1 => new VideoMode(H245.Modes.VideoMode.Decode(ref reader)),
            2 => new AudioMode(H245.Modes.AudioMode.Decode(ref reader)),
            3 => new DataMode(H245.Modes.DataMode.Decode(ref reader)),
            4 => new EncryptionMode(H245.Modes.EncryptionMode.Decode(ref reader)),
            5 => new H235Mode(H245.Modes.H235Mode.Decode(ref reader)),
            6 => new FecMode(FECMode.Decode(ref reader)),
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
            case VideoMode alternative:
                choice.Select(ref writer, 1);
                alternative.Value.Encode(ref writer);
                break;
            case AudioMode alternative:
                choice.Select(ref writer, 2);
                alternative.Value.Encode(ref writer);
                break;
            case DataMode alternative:
                choice.Select(ref writer, 3);
                alternative.Value.Encode(ref writer);
                break;
            case EncryptionMode alternative:
                choice.Select(ref writer, 4);
                alternative.Value.Encode(ref writer);
                break;
            case H235Mode alternative:
                choice.Select(ref writer, 5);
                alternative.Value.Encode(ref writer);
                break;
            case FecMode alternative:
                choice.Select(ref writer, 6);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
