using System.Formats.Asn1;
using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Codecs.Isdn.Facility.Qsig;

/// <summary>
/// callTransferIdentify, local 7 (ECMA-178 3rd edition, annex A): sent on the secondary call, asks for an identity by which the primary
/// end can reach it. Answer: <see cref="CallTransferIdentifyResult"/>.
/// <code>05 00 | A1 extension | A2 extensions</code>
/// </summary>
public sealed record CallTransferIdentify(byte[]? Extension = null) : Operation
{
    internal const int Value = 7;

    public override Code Code => Code.Local(Value);

    internal static CallTransferIdentify Decode(ref BerReader reader) => new(DummyArgument.Decode(ref reader));

    internal override void EncodeArgument(ref BerWriter writer) => DummyArgument.Encode(ref writer, Extension);
}

/// <summary>
/// <code>30 {12 callIdentity, PartyNumber rerouteingNumber, A6|A7 extension}</code>
/// </summary>
public sealed record CallTransferIdentifyResult(string Identity, PartyNumber RerouteingNumber, byte[]? Extension = null)
    : OperationResult
{
    private const int ExtensionTag = 6;

    public override Code? Code => Facility.Code.Local(CallTransferIdentify.Value);

    internal static CallTransferIdentifyResult Decode(ref BerReader reader)
    {
        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, "callTransferIdentify");
        var result = new CallTransferIdentifyResult(
            CallIdentity.Decode(ref reader),
            PartyNumber.Decode(ref reader, "rerouteingNumber"),
            ManufacturerExtension.Decode(ref reader, ExtensionTag));
        reader.Leave(scope);
        return result;
    }

    internal override void EncodeResult(ref BerWriter writer)
    {
        int mark = writer.Enter(Asn1Tag.Sequence);
        CallIdentity.Encode(ref writer, Identity);
        RerouteingNumber.Encode(ref writer);
        writer.WriteEncoded(Extension);
        writer.Leave(mark);
    }
}
