using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility.Etsi;

/// <summary>
/// EctExecute, local 6 (EN 300 369-1 V1.2.4, clause 7): joins the held call on whose reference it is sent with the one other call. Implicit
/// linkage. No argument. Answer: empty, with the clearing or before it.
/// </summary>
public sealed record EctExecute : Operation
{
    internal const int Value = 6;

    public override Code Code => Code.Local(Value);

    internal override void EncodeArgument(ref BerWriter writer)
    {
    }
}
