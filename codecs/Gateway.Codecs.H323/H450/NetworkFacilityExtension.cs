using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;

namespace Gateway.Codecs.H323.H450;

/// <summary>
/// NetworkFacilityExtension (H.450.1 (02/1998) 8): between which entities the APDU runs. Absent: for the next entity that
/// receives it.
/// </summary>
public sealed record NetworkFacilityExtension : IPerType<NetworkFacilityExtension>
{
    public required EntityType SourceEntity { get; init; }
    public AliasAddress? SourceEntityAddress { get; init; }
    public required EntityType DestinationEntity { get; init; }
    public AliasAddress? DestinationEntityAddress { get; init; }
    public ExtensionTail? Extensions { get; init; }

    public static NetworkFacilityExtension Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("NetworkFacilityExtension", optionals: 2);
        return new NetworkFacilityExtension
        {
            SourceEntity = (EntityType)NullChoice.Decode(ref reader, "EntityType", root: 2),
            SourceEntityAddress = sequence.Optional() ? AliasAddress.Decode(ref reader) : null,
            DestinationEntity = (EntityType)NullChoice.Decode(ref reader, "EntityType", root: 2),
            DestinationEntityAddress = sequence.Optional() ? AliasAddress.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        NullChoice.Encode(ref writer, (int)SourceEntity, root: 2);
        if (sequence.Optional(ref writer, SourceEntityAddress))
            SourceEntityAddress.Encode(ref writer);
        NullChoice.Encode(ref writer, (int)DestinationEntity, root: 2);
        if (sequence.Optional(ref writer, DestinationEntityAddress))
            DestinationEntityAddress.Encode(ref writer);
        sequence.End(ref writer);
    }
}
