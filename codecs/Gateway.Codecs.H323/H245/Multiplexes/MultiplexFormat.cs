using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record MultiplexFormat : IPerType<MultiplexFormat>
{
    private MultiplexFormat() { }

    public sealed record NonStandard(NonStandardParameter Value) : MultiplexFormat;

    public sealed record H222Capability(H245.Multiplexes.H222Capability Value) : MultiplexFormat;

    public sealed record H223Capability(H245.Multiplexes.H223Capability Value) : MultiplexFormat;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : MultiplexFormat;

    public static MultiplexFormat Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("MultiplexFormat", root: 3);
        MultiplexFormat value = choice.Index switch
        {
            0 => new NonStandard(NonStandardParameter.Decode(ref reader)),
            1 => new H222Capability(H245.Multiplexes.H222Capability.Decode(ref reader)),
            2 => new H223Capability(H245.Multiplexes.H223Capability.Decode(ref reader)),
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
            case H222Capability alternative:
                choice.Select(ref writer, 1);
                alternative.Value.Encode(ref writer);
                break;
            case H223Capability alternative:
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
