using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility.Types;

/// <summary>
/// Manufacturer specific information (ECMA-165 4th edition, annex B.5), kept as it came: one element whose two tags, single and multiple,
/// differ from operation to operation.
/// <code>An {OID, anything} single | A(n+1) {{OID, anything} ...} multiple</code>
/// </summary>
internal static class ManufacturerExtension
{
    /// <param name="reader">Before an optional extension, the last component of its type.</param>
    /// <param name="single">Tag of the single form; the multiple form has the next one.</param>
    public static byte[]? Decode(ref BerReader reader, int single) =>
        reader.NextIs(BerTag.Context(single)) || reader.NextIs(BerTag.Context(single + 1))
            ? reader.ReadEncodedValue("extension").ToArray()
            : null;
}
