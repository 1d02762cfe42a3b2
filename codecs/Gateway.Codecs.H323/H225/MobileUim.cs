using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>MobileUIM: identification of a mobile user (H.225.0 (12/2009) 7.6, Annex H).</summary>
public abstract record MobileUim : IPerType<MobileUim>
{
    private MobileUim()
    {
    }

    public sealed record Ansi41Uim(H225.Ansi41Uim Value) : MobileUim;
    public sealed record GsmUim(H225.GsmUim Value) : MobileUim;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : MobileUim;

    public static MobileUim Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("MobileUIM", root: 2);
        MobileUim value = choice.Index switch
        {
            0 => new Ansi41Uim(H225.Ansi41Uim.Decode(ref reader)),
            1 => new GsmUim(H225.GsmUim.Decode(ref reader)),
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
            case Ansi41Uim chosen: choice.Select(ref writer, 0); chosen.Value.Encode(ref writer); break;
            case GsmUim chosen: choice.Select(ref writer, 1); chosen.Value.Encode(ref writer); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}
