using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Generic;

namespace Gateway.Codecs.H323.H245.Video;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record VideoCapability : IPerType<VideoCapability>
{
    private VideoCapability() { }

    public sealed record NonStandard(NonStandardParameter Value) : VideoCapability;

    public sealed record H261VideoCapability(H245.Video.H261VideoCapability Value) : VideoCapability;

    public sealed record H262VideoCapability(H245.Video.H262VideoCapability Value) : VideoCapability;

    public sealed record H263VideoCapability(H245.Video.H263VideoCapability Value) : VideoCapability;

    public sealed record Is11172VideoCapability(IS11172VideoCapability Value) : VideoCapability;

    public sealed record GenericVideoCapability(GenericCapability Value) : VideoCapability;

    public sealed record ExtendedVideoCapability(H245.Video.ExtendedVideoCapability Value) : VideoCapability;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : VideoCapability;

    public static VideoCapability Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("VideoCapability", root: 5, additions: 2);
        VideoCapability value = choice.Index switch
        {
            0 => new NonStandard(NonStandardParameter.Decode(ref reader)),
            1 => new H261VideoCapability(H245.Video.H261VideoCapability.Decode(ref reader)),
            2 => new H262VideoCapability(H245.Video.H262VideoCapability.Decode(ref reader)),
            3 => new H263VideoCapability(H245.Video.H263VideoCapability.Decode(ref reader)),
            4 => new Is11172VideoCapability(IS11172VideoCapability.Decode(ref reader)),
            5 => new GenericVideoCapability(GenericCapability.Decode(ref reader)),
            6 => new ExtendedVideoCapability(H245.Video.ExtendedVideoCapability.Decode(ref reader)),
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
            case H261VideoCapability alternative:
                choice.Select(ref writer, 1);
                alternative.Value.Encode(ref writer);
                break;
            case H262VideoCapability alternative:
                choice.Select(ref writer, 2);
                alternative.Value.Encode(ref writer);
                break;
            case H263VideoCapability alternative:
                choice.Select(ref writer, 3);
                alternative.Value.Encode(ref writer);
                break;
            case Is11172VideoCapability alternative:
                choice.Select(ref writer, 4);
                alternative.Value.Encode(ref writer);
                break;
            case GenericVideoCapability alternative:
                choice.Select(ref writer, 5);
                alternative.Value.Encode(ref writer);
                break;
            case ExtendedVideoCapability alternative:
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
