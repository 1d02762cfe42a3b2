using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record MultiplexEntrySend : IPerType<MultiplexEntrySend>
{
    public required int SequenceNumber { get; init; }

    public required IReadOnlyList<MultiplexEntryDescriptor> MultiplexEntryDescriptors { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static MultiplexEntrySend Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MultiplexEntrySend");
        return new MultiplexEntrySend
        {
            SequenceNumber = reader.Integer(0, 255),
            MultiplexEntryDescriptors = reader.SequenceOf<MultiplexEntryDescriptor>(1, 15),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(SequenceNumber, 0, 255);
        writer.SequenceOf(MultiplexEntryDescriptors, 1, 15);
        sequence.End(ref writer);
    }
}
