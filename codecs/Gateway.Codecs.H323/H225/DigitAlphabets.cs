using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>The FROM constraints of H.225.0 (12/2009) Annex H. Four bits a digit; an index into the sorted alphabet, not the digit.</summary>
internal static class DigitAlphabets
{
    /// <summary>NumberDigits and dialledDigits.</summary>
    public static readonly PerAlphabet Number = PerAlphabet.From("0123456789#*,");

    /// <summary>IsupDigits.</summary>
    public static readonly PerAlphabet Isup = PerAlphabet.From("0123456789ABCDE");

    /// <summary>TBCD-STRING.</summary>
    public static readonly PerAlphabet Tbcd = PerAlphabet.From("0123456789#*abc");
}
