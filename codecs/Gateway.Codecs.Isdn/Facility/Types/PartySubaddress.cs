using System.Formats.Asn1;
using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility.Types;

/// <summary>
/// Subaddress (EN 300 196-1 V1.3.2, annex D.3; ECMA-165 4th edition, annex B.1).
/// <code>04 NSAP, 1 to 20 octets | 30 {04 information, 01 oddCount opt} user specified</code>
/// </summary>
public abstract record PartySubaddress
{
    private const int MaximumOctets = 20;

    private PartySubaddress()
    {
    }

    /// <summary>X.213; the first octet is the authority and format identifier.</summary>
    public sealed record Nsap(byte[] Octets) : PartySubaddress;

    /// <param name="Information">1 to 20 octets.</param>
    /// <param name="OddCount">With digits in BCD: the last octet holds only one.</param>
    public sealed record UserSpecified(byte[] Information, bool? OddCount) : PartySubaddress;

    internal static bool IsNext(ref BerReader reader) =>
        reader.NextIs(Asn1Tag.Sequence) || reader.NextIs(Asn1Tag.PrimitiveOctetString);

    internal static PartySubaddress Decode(ref BerReader reader, string name)
    {
        if (!reader.NextIs(Asn1Tag.Sequence))
        {
            return new Nsap(reader.ReadOctets(Asn1Tag.PrimitiveOctetString, name, MaximumOctets));
        }

        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, name);
        var subaddress = new UserSpecified(
            reader.ReadOctets(Asn1Tag.PrimitiveOctetString, "subaddressInformation", MaximumOctets),
            reader.NextIs(Asn1Tag.Boolean) ? reader.ReadBoolean("oddCountIndicator") : null);
        reader.Leave(scope);
        return subaddress;
    }

    internal void Encode(ref BerWriter writer)
    {
        switch (this)
        {
            case Nsap nsap:
                writer.WriteOctets(Asn1Tag.PrimitiveOctetString, nsap.Octets);
                break;
            case UserSpecified user:
                int mark = writer.Enter(Asn1Tag.Sequence);
                writer.WriteOctets(Asn1Tag.PrimitiveOctetString, user.Information);
                if (user.OddCount is { } odd)
                {
                    writer.WriteBoolean(odd);
                }

                writer.Leave(mark);
                break;
        }
    }
}
