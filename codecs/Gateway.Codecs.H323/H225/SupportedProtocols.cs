using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>SupportedProtocols: a protocol that a gateway converts to (H.225.0 (12/2009) 7.6, Annex H).</summary>
public abstract record SupportedProtocols : IPerType<SupportedProtocols>
{
    private SupportedProtocols()
    {
    }

    public sealed record NonStandardData(NonStandardParameter Value) : SupportedProtocols;
    public sealed record H310(ProtocolCaps Value) : SupportedProtocols;
    public sealed record H320(ProtocolCaps Value) : SupportedProtocols;
    public sealed record H321(ProtocolCaps Value) : SupportedProtocols;
    public sealed record H322(ProtocolCaps Value) : SupportedProtocols;
    public sealed record H323(ProtocolCaps Value) : SupportedProtocols;
    public sealed record H324(ProtocolCaps Value) : SupportedProtocols;
    public sealed record Voice(ProtocolCaps Value) : SupportedProtocols;
    public sealed record T120Only(ProtocolCaps Value) : SupportedProtocols;
    public sealed record NonStandardProtocol(H225.NonStandardProtocol Value) : SupportedProtocols;
    public sealed record T38FaxAnnexbOnly(T38FaxAnnexbOnlyCaps Value) : SupportedProtocols;
    public sealed record Sip(SipCaps Value) : SupportedProtocols;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : SupportedProtocols;

    public static SupportedProtocols Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("SupportedProtocols", root: 9, additions: 3);
        SupportedProtocols value = choice.Index switch
        {
            0 => new NonStandardData(NonStandardParameter.Decode(ref reader)),
            1 => new H310(ProtocolCaps.Decode(ref reader)),
            2 => new H320(ProtocolCaps.Decode(ref reader)),
            3 => new H321(ProtocolCaps.Decode(ref reader)),
            4 => new H322(ProtocolCaps.Decode(ref reader)),
            5 => new H323(ProtocolCaps.Decode(ref reader)),
            6 => new H324(ProtocolCaps.Decode(ref reader)),
            7 => new Voice(ProtocolCaps.Decode(ref reader)),
            8 => new T120Only(ProtocolCaps.Decode(ref reader)),
            9 => new NonStandardProtocol(H225.NonStandardProtocol.Decode(ref reader)),
            10 => new T38FaxAnnexbOnly(T38FaxAnnexbOnlyCaps.Decode(ref reader)),
            11 => new Sip(SipCaps.Decode(ref reader)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 9);
        switch (this)
        {
            case NonStandardData chosen: choice.Select(ref writer, 0); chosen.Value.Encode(ref writer); break;
            case H310 chosen: choice.Select(ref writer, 1); chosen.Value.Encode(ref writer); break;
            case H320 chosen: choice.Select(ref writer, 2); chosen.Value.Encode(ref writer); break;
            case H321 chosen: choice.Select(ref writer, 3); chosen.Value.Encode(ref writer); break;
            case H322 chosen: choice.Select(ref writer, 4); chosen.Value.Encode(ref writer); break;
            case H323 chosen: choice.Select(ref writer, 5); chosen.Value.Encode(ref writer); break;
            case H324 chosen: choice.Select(ref writer, 6); chosen.Value.Encode(ref writer); break;
            case Voice chosen: choice.Select(ref writer, 7); chosen.Value.Encode(ref writer); break;
            case T120Only chosen: choice.Select(ref writer, 8); chosen.Value.Encode(ref writer); break;
            case NonStandardProtocol chosen: choice.Select(ref writer, 9); chosen.Value.Encode(ref writer); break;
            case T38FaxAnnexbOnly chosen: choice.Select(ref writer, 10); chosen.Value.Encode(ref writer); break;
            case Sip chosen: choice.Select(ref writer, 11); chosen.Value.Encode(ref writer); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}
