using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>PartyNumber: a number with its plan (H.225.0 (12/2009) 7.6, Annex H).</summary>
public abstract record PartyNumber : IPerType<PartyNumber>
{
    private PartyNumber()
    {
    }

    public sealed record E164Number(PublicPartyNumber Value) : PartyNumber;
    public sealed record DataPartyNumber(string Value) : PartyNumber;
    public sealed record TelexPartyNumber(string Value) : PartyNumber;
    public sealed record PrivateNumber(PrivatePartyNumber Value) : PartyNumber;
    public sealed record NationalStandardPartyNumber(string Value) : PartyNumber;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : PartyNumber;

    public static PartyNumber Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("PartyNumber", root: 5);
        PartyNumber value = choice.Index switch
        {
            0 => new E164Number(PublicPartyNumber.Decode(ref reader)),
            1 => new DataPartyNumber(reader.String(DigitAlphabets.Number, 1, 128)),
            2 => new TelexPartyNumber(reader.String(DigitAlphabets.Number, 1, 128)),
            3 => new PrivateNumber(PrivatePartyNumber.Decode(ref reader)),
            4 => new NationalStandardPartyNumber(reader.String(DigitAlphabets.Number, 1, 128)),
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
            case E164Number chosen: choice.Select(ref writer, 0); chosen.Value.Encode(ref writer); break;
            case DataPartyNumber chosen: choice.Select(ref writer, 1); writer.String(chosen.Value, DigitAlphabets.Number, 1, 128); break;
            case TelexPartyNumber chosen: choice.Select(ref writer, 2); writer.String(chosen.Value, DigitAlphabets.Number, 1, 128); break;
            case PrivateNumber chosen: choice.Select(ref writer, 3); chosen.Value.Encode(ref writer); break;
            case NationalStandardPartyNumber chosen: choice.Select(ref writer, 4); writer.String(chosen.Value, DigitAlphabets.Number, 1, 128); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }
}
