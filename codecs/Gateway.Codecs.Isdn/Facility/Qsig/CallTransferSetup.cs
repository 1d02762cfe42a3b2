using System.Formats.Asn1;
using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Codecs.Isdn.Facility.Qsig;

/// <summary>
/// callTransferSetup, local 10 (ECMA-178 3rd edition, annex A): in the SETUP of the new call, claims the identity
/// allotted before. Answer: empty, in CONNECT.
/// <code>30 {12 callIdentity, A0|A1 extension}</code>
/// </summary>
public sealed record CallTransferSetup(string Identity, byte[]? Extension = null) : Operation
{
    internal const int Value = 10;
    private const int ExtensionTag = 0;

    public override Code Code => Code.Local(Value);

    internal static CallTransferSetup Decode(ref BerReader reader)
    {
        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, "callTransferSetup");
        var operation = new CallTransferSetup(
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
