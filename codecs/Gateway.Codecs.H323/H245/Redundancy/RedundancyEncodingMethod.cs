using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Redundancy;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record RedundancyEncodingMethod : IPerType<RedundancyEncodingMethod>
{
    private RedundancyEncodingMethod() { }

    public sealed record NonStandard(NonStandardParameter Value) : RedundancyEncodingMethod;

    public sealed record RtpAudioRedundancyEncoding : RedundancyEncodingMethod;

    public sealed record RtpH263VideoRedundancyEncoding(RTPH263VideoRedundancyEncoding Value) : RedundancyEncodingMethod;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : RedundancyEncodingMethod;

    public static RedundancyEncodingMethod Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("RedundancyEncodingMethod", root: 2, additions: 1);
        RedundancyEncodingMethod value = choice.Index switch
        {
            0 => new NonStandard(NonStandardParameter.Decode(ref reader)),
            1 => new RtpAudioRedundancyEncoding(),
            2 => new RtpH263VideoRedundancyEncoding(RTPH263VideoRedundancyEncoding.Decode(ref reader)),
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
            case NonStandard alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case RtpAudioRedundancyEncoding:
                choice.Select(ref writer, 1);
                break;
            case RtpH263VideoRedundancyEncoding alternative:
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
