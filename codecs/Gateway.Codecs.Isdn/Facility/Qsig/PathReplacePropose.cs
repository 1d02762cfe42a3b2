using System.Formats.Asn1;
using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Codecs.Isdn.Facility.Qsig;

/// <summary>
/// pathReplacePropose, local 4 (ECMA-176 3rd edition, annex A): offers to replace the path of this call by a new one
/// that the receiver sets up. Answer: errors only.
/// <code>30 {12 callIdentity, PartyNumber rerouteingNumber, A1|A2 extension}</code>
/// </summary>
public sealed record PathReplacePropose(string Identity, PartyNumber RerouteingNumber, byte[]? Extension = null) : Operation
{
    internal const int Value = 4;
    private const int ExtensionTag = 1;

    public override Code Code => Code.Local(Value);

    internal static PathReplacePropose Decode(ref BerReader reader)
    {
        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, "pathReplacePropose");
        var operation = new PathReplacePropose(
            CallIdentity.Decode(ref reader),
            PartyNumber.Decode(ref reader, "rerouteingNumber"),
            ManufacturerExtension.Decode(ref reader, ExtensionTag));
        reader.Leave(scope);
        return operation;
    }

    internal override void EncodeArgument(ref BerWriter writer)
    {
        int mark = writer.Enter(Asn1Tag.Sequence);
        CallIdentity.Encode(ref writer, Identity);
        RerouteingNumber.Encode(ref writer);
        writer.WriteEncoded(Extension);
        writer.Leave(mark);
    }
}
