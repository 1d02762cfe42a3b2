using System.Formats.Asn1;
using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Codecs.Isdn.Facility.Qsig;

/// <summary>
/// DummyArg and DummyRes (ECMA-178 3rd edition, annex A): nothing, or an extension. Yields the extension; an absent argument is taken as NULL.
/// <code>05 00 | A1 extension | A2 extensions</code>
/// </summary>
internal static class DummyArgument
{
    private const int ExtensionTag = 1;

    public static byte[]? Decode(ref BerReader reader)
    {
        byte[]? extension = ManufacturerExtension.Decode(ref reader, ExtensionTag);
        if (extension is null && !reader.AtEnd)
        {
            reader.ReadNull(Asn1Tag.Null, "null");
        }

        return extension;
    }

    public static void Encode(ref BerWriter writer, byte[]? extension)
    {
        if (extension is null)
        {
            writer.WriteNull(Asn1Tag.Null);
        }
        else
        {
            writer.WriteEncoded(extension);
        }
    }
}

/// <summary>
/// The result of the operations that only say that it is done (DummyRes).
/// <code>05 00 | A1 extension | A2 extensions</code>
/// </summary>
public sealed record DummyResult(Code Operation, byte[]? Extension = null) : OperationResult
{
    public override Code? Code => Operation;

    internal static DummyResult Decode(int operation, ref BerReader reader) =>
        new(Facility.Code.Local(operation), DummyArgument.Decode(ref reader));

    internal override void EncodeResult(ref BerWriter writer) => DummyArgument.Encode(ref writer, Extension);
}
