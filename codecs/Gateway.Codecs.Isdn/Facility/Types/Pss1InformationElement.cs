using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility.Types;

/// <summary>
/// Whole Q.931 information elements inside an argument: PSS1InformationElement (ECMA-165 4th edition, annex B.2) and
/// Q931InformationElement (EN 300 196-1 V1.3.2, annex D.3) alike. They begin in codeset 0.
/// <code>40 len  elements</code>
/// </summary>
internal static class Pss1InformationElement
{
    private const int Application = 0;

    public static bool IsNext(ref BerReader reader) => reader.NextIs(BerTag.Application(Application));

    public static byte[] Decode(ref BerReader reader) => reader.ReadOctets(BerTag.Application(Application), "pss1InformationElement");

    public static void Encode(ref BerWriter writer, byte[] elements) => writer.WriteOctets(BerTag.Application(Application), elements);
}
