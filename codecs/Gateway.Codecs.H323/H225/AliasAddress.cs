using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>AliasAddress (H.225.0 (12/2009) 7.6, Annex H). Only dialledDigits and h323-ID are root alternatives.</summary>
public abstract record AliasAddress : IPerType<AliasAddress>
{
    private AliasAddress()
    {
    }

    /// <summary>1 to 128 of <c>0123456789#*,</c>.</summary>
    public sealed record DialledDigits(string Value) : AliasAddress;

    /// <summary>1 to 256 UTF-16 code units; sent by some stacks for any text that is no number.</summary>
    public sealed record H323ID(string Value) : AliasAddress;

    /// <summary>1 to 512 IA5 characters, an H.323 URL such as <c>h323:alice@example.com</c>.</summary>
    public sealed record UrlID(string Value) : AliasAddress;

    public sealed record TransportID(TransportAddress Value) : AliasAddress;
    public sealed record EmailID(string Value) : AliasAddress;
    public sealed record PartyNumber(H225.PartyNumber Value) : AliasAddress;
    public sealed record MobileUIM(MobileUim Value) : AliasAddress;
    public sealed record IsupNumber(H225.IsupNumber Value) : AliasAddress;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : AliasAddress;

    public static AliasAddress Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("AliasAddress", root: 2, additions: 6);
        AliasAddress value = choice.Index switch
        {
            0 => new DialledDigits(reader.String(DigitAlphabets.Number, 1, 128)),
            1 => new H323ID(reader.String(PerAlphabet.Bmp, 1, 256)),
            2 => new UrlID(reader.String(PerAlphabet.Ia5, 1, 512)),
            3 => new TransportID(TransportAddress.Decode(ref reader)),
            4 => new EmailID(reader.String(PerAlphabet.Ia5, 1, 512)),
            5 => new PartyNumber(H225.PartyNumber.Decode(ref reader)),
            6 => new MobileUIM(MobileUim.Decode(ref reader)),
            7 => new IsupNumber(H225.IsupNumber.Decode(ref reader)),
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
            case DialledDigits chosen: choice.Select(ref writer, 0); writer.String(chosen.Value, DigitAlphabets.Number, 1, 128); break;
            case H323ID chosen: choice.Select(ref writer, 1); writer.String(chosen.Value, PerAlphabet.Bmp, 1, 256); break;
            case UrlID chosen: choice.Select(ref writer, 2); writer.String(chosen.Value, PerAlphabet.Ia5, 1, 512); break;
            case TransportID chosen: choice.Select(ref writer, 3); chosen.Value.Encode(ref writer); break;
            case EmailID chosen: choice.Select(ref writer, 4); writer.String(chosen.Value, PerAlphabet.Ia5, 1, 512); break;
            case PartyNumber chosen: choice.Select(ref writer, 5); chosen.Value.Encode(ref writer); break;
            case MobileUIM chosen: choice.Select(ref writer, 6); chosen.Value.Encode(ref writer); break;
            case IsupNumber chosen: choice.Select(ref writer, 7); chosen.Value.Encode(ref writer); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}
