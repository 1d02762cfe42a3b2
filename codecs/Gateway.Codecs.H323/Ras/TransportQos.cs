using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;

namespace Gateway.Codecs.H323.Ras;

/// <summary>TransportQOS (H.225.0 (12/2009) 7.6, Annex H).</summary>
public abstract record TransportQos : IPerType<TransportQos>
{
    private TransportQos()
    {
    }

    public sealed record EndpointControlled : TransportQos;
    public sealed record GatekeeperControlled : TransportQos;
    public sealed record NoControl : TransportQos;
    public sealed record QOSCapabilities(IReadOnlyList<H245.Transport.QOSCapability> Value) : TransportQos;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : TransportQos;

    public static TransportQos Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("TransportQOS", root: 3, additions: 1);
        TransportQos value = choice.Index switch
        {
            0 => new EndpointControlled(),
            1 => new GatekeeperControlled(),
            2 => new NoControl(),
            3 => new QOSCapabilities(reader.SequenceOf<H245.Transport.QOSCapability>(1, 256)),
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
            case EndpointControlled: choice.Select(ref writer, 0); break;
            case GatekeeperControlled: choice.Select(ref writer, 1); break;
            case NoControl: choice.Select(ref writer, 2); break;
            case QOSCapabilities chosen: choice.Select(ref writer, 3); writer.SequenceOf(chosen.Value, 1, 256); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}
