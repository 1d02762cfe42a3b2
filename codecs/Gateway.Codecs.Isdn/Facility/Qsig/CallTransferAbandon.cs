using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility.Qsig;

/// <summary>
/// callTransferAbandon, local 8 (ECMA-178 3rd edition, annex A): forget the identity that was allotted. No answer.
/// <code>05 00 | A1 extension | A2 extensions</code>
/// </summary>
public sealed record CallTransferAbandon(byte[]? Extension = null) : Operation
{
    internal const int Value = 8;

    public override Code Code => Code.Local(Value);

    internal static CallTransferAbandon Decode(ref BerReader reader) => new(DummyArgument.Decode(ref reader));

    internal override void EncodeArgument(ref BerWriter writer) => DummyArgument.Encode(ref writer, Extension);
}
