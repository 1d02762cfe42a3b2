using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Codecs.Isdn.Facility;

/// <summary>Who in a private network is meant or speaking (ECMA-165 4th edition, 11.3.3 and annex B).</summary>
public enum EntityType
{
    EndPinx,
    AnyTypeOfPinx,
}

/// <summary>
/// Network facility extension (ECMA-165 4th edition, 11.3.3): between which entities the components travel.
/// <code>AA len  80 sourceEntity  [A1 sourceAddress]  82 destinationEntity  [A3 destinationAddress]</code>
/// </summary>
public sealed record NetworkFacilityExtension(
    EntityType Source,
    PartyNumber? SourceAddress,
    EntityType Destination,
    PartyNumber? DestinationAddress)
{
    /// <summary>From end PINX to end PINX, as supplementary services between the ends of a call use it.</summary>
    public static readonly NetworkFacilityExtension EndToEnd = new(EntityType.EndPinx, null, EntityType.EndPinx, null);

    internal static NetworkFacilityExtension Decode(ref BerReader reader)
    {
        BerReader.Scope scope = reader.Enter(BerTag.Context(10), "networkFacilityExtension");
        var extension = new NetworkFacilityExtension(
            (EntityType)reader.ReadInteger(BerTag.Context(0), "sourceEntity"),
            PartyNumber.DecodeTagged(ref reader, 1, "sourceEntityAddress"),
            (EntityType)reader.ReadInteger(BerTag.Context(2), "destinationEntity"),
            PartyNumber.DecodeTagged(ref reader, 3, "destinationEntityAddress"));
        reader.Leave(scope);
        return extension;
    }

    internal void Encode(ref BerWriter writer)
    {
        int mark = writer.Enter(BerTag.Context(10));
        writer.WriteInteger(BerTag.Context(0), (int)Source);
        SourceAddress?.EncodeTagged(ref writer, 1);
        writer.WriteInteger(BerTag.Context(2), (int)Destination);
        DestinationAddress?.EncodeTagged(ref writer, 3);
        writer.Leave(mark);
    }
}
