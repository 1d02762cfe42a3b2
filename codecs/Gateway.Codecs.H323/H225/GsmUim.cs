using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>GSM-UIM (H.225.0 (12/2009) 7.6, Annex H). Digits are of <c>0123456789#*abc</c>.</summary>
public sealed record GsmUim : IPerType<GsmUim>
{
    public string? Imsi { get; init; }
    public byte[]? Tmsi { get; init; }
    public string? Msisdn { get; init; }
    public string? Imei { get; init; }
    public string? Hplmn { get; init; }
    public string? Vplmn { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static GsmUim Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("GSM-UIM", optionals: 6);
        return new GsmUim
        {
            Imsi = sequence.Optional() ? reader.String(DigitAlphabets.Tbcd, 3, 16) : null,
            Tmsi = sequence.Optional() ? reader.OctetString(1, 4) : null,
            Msisdn = sequence.Optional() ? reader.String(DigitAlphabets.Tbcd, 3, 16) : null,
            Imei = sequence.Optional() ? reader.String(DigitAlphabets.Tbcd, 15, 16) : null,
            Hplmn = sequence.Optional() ? reader.String(DigitAlphabets.Tbcd, 1, 4) : null,
            Vplmn = sequence.Optional() ? reader.String(DigitAlphabets.Tbcd, 1, 4) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 6, tail: Extensions);
        if (sequence.Optional(ref writer, Imsi)) writer.String(Imsi, DigitAlphabets.Tbcd, 3, 16);
        if (sequence.Optional(ref writer, Tmsi)) writer.OctetString(Tmsi, 1, 4);
        if (sequence.Optional(ref writer, Msisdn)) writer.String(Msisdn, DigitAlphabets.Tbcd, 3, 16);
        if (sequence.Optional(ref writer, Imei)) writer.String(Imei, DigitAlphabets.Tbcd, 15, 16);
        if (sequence.Optional(ref writer, Hplmn)) writer.String(Hplmn, DigitAlphabets.Tbcd, 1, 4);
        if (sequence.Optional(ref writer, Vplmn)) writer.String(Vplmn, DigitAlphabets.Tbcd, 1, 4);
        sequence.End(ref writer);
    }
}
