using System.Formats.Asn1;
using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Codecs.Isdn.Facility.Qsig;

/// <summary>
/// callTransferInitiate, local 9 (ECMA-178 3rd edition, annex A): sent on the primary call, asks its far end to call
/// the secondary end by itself. Answer: empty, with the clearing of the primary call.
/// <code>30 {12 callIdentity, PartyNumber rerouteingNumber, A6|A7 extension}</code>
/// </summary>
public sealed record CallTransferInitiate(string Identity, PartyNumber RerouteingNumber, byte[]? Extension = null) : Operation
{
    internal const int Value = 9;
    private const int ExtensionTag = 6;

    public override Code Code => Code.Local(Value);

    internal static CallTransferInitiate Decode(ref BerReader reader)
    {
        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, "callTransferInitiate");
        var operation = new CallTransferInitiate(
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
