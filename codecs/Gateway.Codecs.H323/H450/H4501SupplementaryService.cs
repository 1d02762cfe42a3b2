using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450;

/// <summary>
/// H4501SupplementaryService (H.450.1 (02/1998) 8): one element of h4501SupplementaryService in the UU-PDU, a complete encoding
/// of its own.
/// Source and destination of the APDU, what the receiver does with an invoke it does not know, and the remote operations.
/// </summary>
public sealed record H4501SupplementaryService : IPerType<H4501SupplementaryService>
{
    public NetworkFacilityExtension? NetworkFacilityExtension { get; init; }
    public InterpretationApdu? InterpretationApdu { get; init; }
    public required ServiceApdus ServiceApdu { get; init; }
    public ExtensionTail? Extensions { get; init; }

    public static H4501SupplementaryService Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H4501SupplementaryService", optionals: 2);
        return new H4501SupplementaryService
        {
            NetworkFacilityExtension = sequence.Optional() ? NetworkFacilityExtension.Decode(ref reader) : null,
            InterpretationApdu = sequence.Optional() ? (InterpretationApdu)NullChoice.Decode(ref reader, "InterpretationApdu", root: 3) : null,
            ServiceApdu = ServiceApdus.Decode(ref reader),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        if (sequence.Optional(ref writer, NetworkFacilityExtension))
            NetworkFacilityExtension.Encode(ref writer);
        if (sequence.Optional(ref writer, InterpretationApdu))
            NullChoice.Encode(ref writer, (int)InterpretationApdu.Value, root: 3);
        ServiceApdu.Encode(ref writer);
        sequence.End(ref writer);
    }
}
