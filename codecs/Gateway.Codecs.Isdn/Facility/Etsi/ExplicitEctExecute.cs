using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility.Etsi;

/// <summary>
/// ExplicitEctExecute, 0.4.0.369.1.1 (EN 300 369-1 V1.2.4, clause 7): joins the call on whose reference it is sent with the call that got
/// the link identity. Answer: empty, with the clearing or before it.
/// <code>02 linkId</code>
/// </summary>
public sealed record ExplicitEctExecute(int LinkId) : Operation
{
    internal const int Arc = 1;

    public override Code Code => EtsiOperation.Ect("1");

    internal static ExplicitEctExecute Decode(ref BerReader reader) => new(reader.ReadInteger("linkId"));

    internal override void EncodeArgument(ref BerWriter writer) => writer.WriteInteger(LinkId);
}
