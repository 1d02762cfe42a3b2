using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility.Qsig;

/// <summary>
/// ssctPostDial, local 101 (ECMA-300 2nd edition, annex A): more digits are wanted from the transferred user. No answer.
/// <code>05 00 | A1 extension | A2 extensions</code>
/// </summary>
public sealed record SsctPostDial(byte[]? Extension = null) : Operation
{
    internal const int Value = 101;

    public override Code Code => Code.Local(Value);

    internal static SsctPostDial Decode(ref BerReader reader) => new(DummyArgument.Decode(ref reader));

    internal override void EncodeArgument(ref BerWriter writer) => DummyArgument.Encode(ref writer, Extension);
}
