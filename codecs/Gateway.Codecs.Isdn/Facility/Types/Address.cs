using System.Formats.Asn1;
using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility.Types;

/// <summary>
/// A number with its subaddress (EN 300 196-1 V1.3.2, annex D.3; ECMA-165 4th edition, annex B.1).
/// <code>30 {PartyNumber, PartySubaddress opt}</code>
/// </summary>
public sealed record Address(PartyNumber Number, PartySubaddress? Subaddress = null)
{
    internal static Address Decode(ref BerReader reader, string name)
    {
        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, name);
        var address = new Address(
            PartyNumber.Decode(ref reader, "partyNumber"),
            PartySubaddress.IsNext(ref reader) ? PartySubaddress.Decode(ref reader, "partySubaddress") : null);
        reader.Leave(scope);
        return address;
    }

    internal void Encode(ref BerWriter writer)
    {
        int mark = writer.Enter(Asn1Tag.Sequence);
        Number.Encode(ref writer);
        Subaddress?.Encode(ref writer);
        writer.Leave(mark);
    }
}
