using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>A different type from the H.225.0 TransportAddress. CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record TransportAddress : IPerType<TransportAddress>
{
    private TransportAddress() { }

    public sealed record UnicastAddress(H245.UnicastAddress Value) : TransportAddress;

    public sealed record MulticastAddress(H245.MulticastAddress Value) : TransportAddress;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : TransportAddress;

    public static TransportAddress Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("TransportAddress", root: 2);
        TransportAddress value = choice.Index switch
        {
            0 => new UnicastAddress(H245.UnicastAddress.Decode(ref reader)),
            1 => new MulticastAddress(H245.MulticastAddress.Decode(ref reader)),
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
            case UnicastAddress alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case MulticastAddress alternative:
                choice.Select(ref writer, 1);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
