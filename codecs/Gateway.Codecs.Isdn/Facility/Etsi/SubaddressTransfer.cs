using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Codecs.Isdn.Facility.Etsi;

/// <summary>
/// SubaddressTransfer, 0.4.0.369.1.3 (EN 300 369-1 V1.2.4, clause 7): a user's subaddress for the other user of a transferred call. No
/// answer. No SEQUENCE around it, unlike QSIG's.
/// <code>PartySubaddress</code>
/// </summary>
public sealed record SubaddressTransfer(PartySubaddress Subaddress) : Operation
{
    internal const int Arc = 3;

    public override Code Code => EtsiOperation.Ect("3");

    internal static SubaddressTransfer Decode(ref BerReader reader) =>
        new(PartySubaddress.Decode(ref reader, "transferredToSubaddress"));

    internal override void EncodeArgument(ref BerWriter writer) => Subaddress.Encode(ref writer);
}
