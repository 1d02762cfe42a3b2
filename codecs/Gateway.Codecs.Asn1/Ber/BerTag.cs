using System.Formats.Asn1;

namespace Gateway.Codecs.Asn1.Ber;

/// <summary>Tags that ASN.1 modules write as [n]; the universal ones are members of <see cref="Asn1Tag"/> (X.690 07/2002, 8.1.2).</summary>
public static class BerTag
{
    /// <summary>X.680 NumericString, universal 18.</summary>
    public static readonly Asn1Tag NumericString = new(UniversalTagNumber.NumericString);

    /// <summary>[<paramref name="number"/>].</summary>
    public static Asn1Tag Context(int number) => new(TagClass.ContextSpecific, number);

    /// <summary>[APPLICATION <paramref name="number"/>].</summary>
    public static Asn1Tag Application(int number) => new(TagClass.Application, number);
}
