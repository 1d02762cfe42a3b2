using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>PrivatePartyNumber: a number of a private plan (ISO/IEC 11571) (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record PrivatePartyNumber : IPerType<PrivatePartyNumber>
{
    public required PrivateTypeOfNumber PrivateTypeOfNumber { get; init; }
    public required string PrivateNumberDigits { get; init; }

    public static PrivatePartyNumber Decode(ref PerReader reader)
    {
        var sequence = reader.BeginPlainSequence("PrivatePartyNumber");
        var value = new PrivatePartyNumber
        {
            PrivateTypeOfNumber = (PrivateTypeOfNumber)NullChoice.Decode(ref reader, "PrivateTypeOfNumber", root: 6),
            PrivateNumberDigits = reader.String(DigitAlphabets.Number, 1, 128),
        };
        sequence.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        NullChoice.Encode(ref writer, (int)PrivateTypeOfNumber, root: 6);
        writer.String(PrivateNumberDigits, DigitAlphabets.Number, 1, 128);
    }
}

/// <summary>PrivateTypeOfNumber (H.225.0 (12/2009) 7.6, Annex H).</summary>
public enum PrivateTypeOfNumber
{
    Unknown,
    Level2RegionalNumber,
    Level1RegionalNumber,
    PISNSpecificNumber,
    LocalNumber,
    AbbreviatedNumber,
}
