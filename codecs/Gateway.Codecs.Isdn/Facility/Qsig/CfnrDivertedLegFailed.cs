using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility.Qsig;

/// <summary>
/// cfnrDivertedLegFailed, local 23 (ECMA-174 3rd edition, annex A): the diverted-to leg cleared. No answer.
/// <code>05 00 | A1 extension | A2 extensions</code>
/// </summary>
public sealed record CfnrDivertedLegFailed(byte[]? Extension = null) : Operation
{
    internal const int Value = 23;

    public override Code Code => Code.Local(Value);

    internal static CfnrDivertedLegFailed Decode(ref BerReader reader) => new(DummyArgument.Decode(ref reader));

    internal override void EncodeArgument(ref BerWriter writer) => DummyArgument.Encode(ref writer, Extension);
}
