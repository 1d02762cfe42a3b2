using System.Formats.Asn1;
using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Codecs.Isdn.Facility.Qsig;

/// <summary>
/// pathReplaceSetup, local 5 (ECMA-176 3rd edition, annex A): in the SETUP of the new path. Answer: empty, in
/// CONNECT.
/// <code>30 {12 callIdentity, A1|A2 extension}</code>
/// </summary>
public sealed record PathReplaceSetup(string Identity, byte[]? Extension = null) : Operation
{
    internal const int Value = 5;
    private const int ExtensionTag = 1;

    public override Code Code => Code.Local(Value);

    internal static PathReplaceSetup Decode(ref BerReader reader)
    {
        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, "pathReplaceSetup");
        var operation = new PathReplaceSetup(
            CallIdentity.Decode(ref reader),
            ManufacturerExtension.Decode(ref reader, ExtensionTag));
        reader.Leave(scope);
        return operation;
    }

    internal override void EncodeArgument(ref BerWriter writer)
    {
        int mark = writer.Enter(Asn1Tag.Sequence);
        CallIdentity.Encode(ref writer, Identity);
        writer.WriteEncoded(Extension);
        writer.Leave(mark);
    }
}
