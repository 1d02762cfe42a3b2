using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Generic;
using Gateway.Codecs.H323.H245.Multiplexes;

namespace Gateway.Codecs.H323.H245;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record MultiplexCapability : IPerType<MultiplexCapability>
{
    private MultiplexCapability() { }

    public sealed record NonStandard(NonStandardParameter Value) : MultiplexCapability;

    public sealed record H222Capability(H245.Multiplexes.H222Capability Value) : MultiplexCapability;

    public sealed record H223Capability(H245.Multiplexes.H223Capability Value) : MultiplexCapability;

    public sealed record V76Capability(H245.Multiplexes.V76Capability Value) : MultiplexCapability;

    public sealed record H2250Capability(H245.H2250Capability Value) : MultiplexCapability;

    public sealed record GenericMultiplexCapability(GenericCapability Value) : MultiplexCapability;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : MultiplexCapability;

    public static MultiplexCapability Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("MultiplexCapability", root: 4, additions: 2);
        MultiplexCapability value = choice.Index switch
        {
            0 => new NonStandard(NonStandardParameter.Decode(ref reader)),
            1 => new H222Capability(H245.Multiplexes.H222Capability.Decode(ref reader)),
            2 => new H223Capability(H245.Multiplexes.H223Capability.Decode(ref reader)),
            3 => new V76Capability(H245.Multiplexes.V76Capability.Decode(ref reader)),
            4 => new H2250Capability(H245.H2250Capability.Decode(ref reader)),
            5 => new GenericMultiplexCapability(GenericCapability.Decode(ref reader)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 4);
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
            case V76Capability alternative:
                choice.Select(ref writer, 3);
                alternative.Value.Encode(ref writer);
                break;
            case H2250Capability alternative:
                choice.Select(ref writer, 4);
                alternative.Value.Encode(ref writer);
                break;
            case GenericMultiplexCapability alternative:
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
