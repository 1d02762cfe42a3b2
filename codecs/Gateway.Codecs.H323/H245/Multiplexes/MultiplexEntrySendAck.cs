using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record MultiplexEntrySendAck : IPerType<MultiplexEntrySendAck>
{
    public required int SequenceNumber { get; init; }

    public required IReadOnlyList<int> MultiplexTableEntryNumber { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static MultiplexEntrySendAck Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MultiplexEntrySendAck");
        return new MultiplexEntrySendAck
        {
            SequenceNumber = reader.Integer(0, 255),
            MultiplexTableEntryNumber = reader.SequenceOf(static (ref PerReader inner) => inner.Integer(1, 15), 1, 15),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(SequenceNumber, 0, 255);
        writer.SequenceOf(MultiplexTableEntryNumber, static (ref PerWriter inner, int element) => inner.Integer(element, 1, 15), 1, 15);
        sequence.End(ref writer);
    }
}
