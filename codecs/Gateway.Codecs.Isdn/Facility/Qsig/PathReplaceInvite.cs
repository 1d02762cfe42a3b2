using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility.Qsig;

/// <summary>
/// pathReplaceInvite, local 86 (ECMA-176 3rd edition, annex A): asks the other end to propose a replacement. No answer.
/// <code>05 00 | A1 extension | A2 extensions</code>
/// </summary>
public sealed record PathReplaceInvite(byte[]? Extension = null) : Operation
{
    internal const int Value = 86;

    public override Code Code => Code.Local(Value);

    internal static PathReplaceInvite Decode(ref BerReader reader) => new(DummyArgument.Decode(ref reader));

    internal override void EncodeArgument(ref BerWriter writer) => DummyArgument.Encode(ref writer, Extension);
}
