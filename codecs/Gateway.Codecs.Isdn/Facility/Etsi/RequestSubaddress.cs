using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility.Etsi;

/// <summary>
/// RequestSubaddress, 0.4.0.369.1.2 (EN 300 369-1 V1.2.4, clause 7): the network asks for the user's subaddress after a transfer; the user
/// answers with <see cref="SubaddressTransfer"/>. No argument, no answer as such.
/// </summary>
public sealed record RequestSubaddress : Operation
{
    internal const int Arc = 2;

    public override Code Code => EtsiOperation.Ect("2");

    internal override void EncodeArgument(ref BerWriter writer)
    {
    }
}
