using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility.Qsig;

/// <summary>
/// Names a call within the PINX that the rerouteing number leads to (ECMA-178 3rd edition, annex A): NumericString of 1 to 4 digits.
/// <code>12 len digits</code>
/// </summary>
internal static class CallIdentity
{
    private const int MaximumDigits = 4;

    public static string Decode(ref BerReader reader) =>
        reader.ReadCharacters(BerTag.NumericString, "callIdentity", MaximumDigits);

    public static void Encode(ref BerWriter writer, string identity) => writer.WriteCharacters(BerTag.NumericString, identity);
}
