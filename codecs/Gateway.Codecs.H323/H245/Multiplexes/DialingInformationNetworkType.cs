using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record DialingInformationNetworkType : IPerType<DialingInformationNetworkType>
{
    private DialingInformationNetworkType() { }

    public sealed record NonStandard(NonStandardMessage Value) : DialingInformationNetworkType;

    public sealed record NIsdn : DialingInformationNetworkType;

    public sealed record Gstn : DialingInformationNetworkType;

    public sealed record Mobile : DialingInformationNetworkType;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : DialingInformationNetworkType;

    public static DialingInformationNetworkType Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("DialingInformationNetworkType", root: 3, additions: 1);
        DialingInformationNetworkType value = choice.Index switch
        {
            0 => new NonStandard(NonStandardMessage.Decode(ref reader)),
            1 => new NIsdn(),
            2 => new Gstn(),
            3 => new Mobile(),
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
            case NonStandard alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case NIsdn:
                choice.Select(ref writer, 1);
                break;
            case Gstn:
                choice.Select(ref writer, 2);
                break;
            case Mobile:
                choice.Select(ref writer, 3);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
