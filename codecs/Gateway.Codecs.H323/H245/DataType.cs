using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Audio;
using Gateway.Codecs.H323.H245.Data;
using Gateway.Codecs.H323.H245.Modes;
using Gateway.Codecs.H323.H245.Multiplexes;
using Gateway.Codecs.H323.H245.Redundancy;
using Gateway.Codecs.H323.H245.Security;
using Gateway.Codecs.H323.H245.Video;

namespace Gateway.Codecs.H323.H245;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record DataType : IPerType<DataType>
{
    private DataType() { }

    public sealed record NonStandard(NonStandardParameter Value) : DataType;

    public sealed record NullData : DataType;

    public sealed record VideoData(VideoCapability Value) : DataType;

    public sealed record AudioData(AudioCapability Value) : DataType;

    public sealed record Data(DataApplicationCapability Value) : DataType;

    public sealed record EncryptionData(EncryptionMode Value) : DataType;

    public sealed record H235Control(NonStandardParameter Value) : DataType;

    public sealed record H235Media(H245.Security.H235Media Value) : DataType;

    public sealed record MultiplexedStream(MultiplexedStreamParameter Value) : DataType;

    public sealed record RedundancyEncoding(H245.Redundancy.RedundancyEncoding Value) : DataType;

    public sealed record MultiplePayloadStream(H245.Redundancy.MultiplePayloadStream Value) : DataType;

    public sealed record DepFec(DepFECData Value) : DataType;

    public sealed record Fec(FECData Value) : DataType;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : DataType;

    public static DataType Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("DataType", root: 6, additions: 7);
        DataType value = choice.Index switch
        {
            0 => new NonStandard(NonStandardParameter.Decode(ref reader)),
            1 => new NullData(),
            2 => new VideoData(VideoCapability.Decode(ref reader)),
            3 => new AudioData(AudioCapability.Decode(ref reader)),
            4 => new Data(DataApplicationCapability.Decode(ref reader)),
            5 => new EncryptionData(EncryptionMode.Decode(ref reader)),
            6 => new H235Control(NonStandardParameter.Decode(ref reader)),
            7 => new H235Media(H245.Security.H235Media.Decode(ref reader)),
            8 => new MultiplexedStream(MultiplexedStreamParameter.Decode(ref reader)),
            9 => new RedundancyEncoding(H245.Redundancy.RedundancyEncoding.Decode(ref reader)),
            10 => new MultiplePayloadStream(H245.Redundancy.MultiplePayloadStream.Decode(ref reader)),
            11 => new DepFec(DepFECData.Decode(ref reader)),
            12 => new Fec(FECData.Decode(ref reader)),
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
            case NullData:
                choice.Select(ref writer, 1);
                break;
            case VideoData alternative:
                choice.Select(ref writer, 2);
                alternative.Value.Encode(ref writer);
                break;
            case AudioData alternative:
                choice.Select(ref writer, 3);
                alternative.Value.Encode(ref writer);
                break;
            case Data alternative:
                choice.Select(ref writer, 4);
                alternative.Value.Encode(ref writer);
                break;
            case EncryptionData alternative:
                choice.Select(ref writer, 5);
                alternative.Value.Encode(ref writer);
                break;
            case H235Control alternative:
                choice.Select(ref writer, 6);
                alternative.Value.Encode(ref writer);
                break;
            case H235Media alternative:
                choice.Select(ref writer, 7);
                alternative.Value.Encode(ref writer);
                break;
            case MultiplexedStream alternative:
                choice.Select(ref writer, 8);
                alternative.Value.Encode(ref writer);
                break;
            case RedundancyEncoding alternative:
                choice.Select(ref writer, 9);
                alternative.Value.Encode(ref writer);
                break;
            case MultiplePayloadStream alternative:
                choice.Select(ref writer, 10);
                alternative.Value.Encode(ref writer);
                break;
            case DepFec alternative:
                choice.Select(ref writer, 11);
                alternative.Value.Encode(ref writer);
                break;
            case Fec alternative:
                choice.Select(ref writer, 12);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
