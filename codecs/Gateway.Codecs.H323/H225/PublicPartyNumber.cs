using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>PublicPartyNumber: an E.164 number (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record PublicPartyNumber : IPerType<PublicPartyNumber>
{
    public required PublicTypeOfNumber PublicTypeOfNumber { get; init; }
    public required string PublicNumberDigits { get; init; }

    public static PublicPartyNumber Decode(ref PerReader reader)
    {
        var sequence = reader.BeginPlainSequence("PublicPartyNumber");
        var value = new PublicPartyNumber
        {
            PublicTypeOfNumber = (PublicTypeOfNumber)NullChoice.Decode(ref reader, "PublicTypeOfNumber", root: 6),
            PublicNumberDigits = reader.String(DigitAlphabets.Number, 1, 128),
        };
        sequence.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        NullChoice.Encode(ref writer, (int)PublicTypeOfNumber, root: 6);
        writer.String(PublicNumberDigits, DigitAlphabets.Number, 1, 128);
    }
}

/// <summary>PublicTypeOfNumber (H.225.0 (12/2009) 7.6, Annex H).</summary>
public enum PublicTypeOfNumber
{
    Unknown,
    InternationalNumber,
    NationalNumber,
    NetworkSpecificNumber,
    SubscriberNumber,
    AbbreviatedNumber,
}
