using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Generic;

namespace Gateway.Codecs.H323.H245.Modes;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record VideoMode : IPerType<VideoMode>
{
    private VideoMode() { }

    public sealed record NonStandard(NonStandardParameter Value) : VideoMode;

    public sealed record H261VideoMode(H245.Modes.H261VideoMode Value) : VideoMode;

    public sealed record H262VideoMode(H245.Modes.H262VideoMode Value) : VideoMode;

    public sealed record H263VideoMode(H245.Modes.H263VideoMode Value) : VideoMode;

    public sealed record Is11172VideoMode(IS11172VideoMode Value) : VideoMode;

    public sealed record GenericVideoMode(GenericCapability Value) : VideoMode;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : VideoMode;

    public static VideoMode Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("VideoMode", root: 5, additions: 1);
        VideoMode value = choice.Index switch
        {
            0 => new NonStandard(NonStandardParameter.Decode(ref reader)),
            1 => new H261VideoMode(H245.Modes.H261VideoMode.Decode(ref reader)),
            2 => new H262VideoMode(H245.Modes.H262VideoMode.Decode(ref reader)),
            3 => new H263VideoMode(H245.Modes.H263VideoMode.Decode(ref reader)),
            4 => new Is11172VideoMode(IS11172VideoMode.Decode(ref reader)),
            5 => new GenericVideoMode(GenericCapability.Decode(ref reader)),
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
            case H261VideoMode alternative:
                choice.Select(ref writer, 1);
                alternative.Value.Encode(ref writer);
                break;
            case H262VideoMode alternative:
                choice.Select(ref writer, 2);
                alternative.Value.Encode(ref writer);
                break;
            case H263VideoMode alternative:
                choice.Select(ref writer, 3);
                alternative.Value.Encode(ref writer);
                break;
            case Is11172VideoMode alternative:
                choice.Select(ref writer, 4);
                alternative.Value.Encode(ref writer);
                break;
            case GenericVideoMode alternative:
                choice.Select(ref writer, 5);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
