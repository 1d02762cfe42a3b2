using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Multiplexes;

namespace Gateway.Codecs.H323.H245.Modes;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record ModeElementType : IPerType<ModeElementType>
{
    private ModeElementType() { }

    public sealed record NonStandard(NonStandardParameter Value) : ModeElementType;

    public sealed record VideoMode(H245.Modes.VideoMode Value) : ModeElementType;

    public sealed record AudioMode(H245.Modes.AudioMode Value) : ModeElementType;

    public sealed record DataMode(H245.Modes.DataMode Value) : ModeElementType;

    public sealed record EncryptionMode(H245.Modes.EncryptionMode Value) : ModeElementType;

    public sealed record H235Mode(H245.Modes.H235Mode Value) : ModeElementType;

    public sealed record MultiplexedStreamMode(MultiplexedStreamParameter Value) : ModeElementType;

    public sealed record RedundancyEncodingDTMode(H245.Modes.RedundancyEncodingDTMode Value) : ModeElementType;

    public sealed record MultiplePayloadStreamMode(H245.Modes.MultiplePayloadStreamMode Value) : ModeElementType;

    public sealed record DepFecMode(DepFECMode Value) : ModeElementType;

    public sealed record FecMode(FECMode Value) : ModeElementType;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : ModeElementType;

    public static ModeElementType Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("ModeElementType", root: 5, additions: 6);
        ModeElementType value = choice.Index switch
        {
            0 => new NonStandard(NonStandardParameter.Decode(ref reader)),
            1 => new VideoMode(H245.Modes.VideoMode.Decode(ref reader)),
            2 => new AudioMode(H245.Modes.AudioMode.Decode(ref reader)),
            3 => new DataMode(H245.Modes.DataMode.Decode(ref reader)),
            4 => new EncryptionMode(H245.Modes.EncryptionMode.Decode(ref reader)),
            5 => new H235Mode(H245.Modes.H235Mode.Decode(ref reader)),
            6 => new MultiplexedStreamMode(MultiplexedStreamParameter.Decode(ref reader)),
            7 => new RedundancyEncodingDTMode(H245.Modes.RedundancyEncodingDTMode.Decode(ref reader)),
            8 => new MultiplePayloadStreamMode(H245.Modes.MultiplePayloadStreamMode.Decode(ref reader)),
            9 => new DepFecMode(DepFECMode.Decode(ref reader)),
            10 => new FecMode(FECMode.Decode(ref reader)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 5);
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
            case MultiplexedStreamMode alternative:
                choice.Select(ref writer, 6);
                alternative.Value.Encode(ref writer);
                break;
            case RedundancyEncodingDTMode alternative:
                choice.Select(ref writer, 7);
                alternative.Value.Encode(ref writer);
                break;
            case MultiplePayloadStreamMode alternative:
                choice.Select(ref writer, 8);
                alternative.Value.Encode(ref writer);
                break;
            case DepFecMode alternative:
                choice.Select(ref writer, 9);
                alternative.Value.Encode(ref writer);
                break;
            case FecMode alternative:
                choice.Select(ref writer, 10);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
