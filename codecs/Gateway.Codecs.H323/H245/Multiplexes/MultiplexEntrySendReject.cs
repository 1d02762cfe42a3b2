using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record MultiplexEntrySendReject : IPerType<MultiplexEntrySendReject>
{
    public required int SequenceNumber { get; init; }

    public required IReadOnlyList<MultiplexEntryRejectionDescriptions> RejectionDescriptions { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static MultiplexEntrySendReject Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MultiplexEntrySendReject");
        return new MultiplexEntrySendReject
        {
            SequenceNumber = reader.Integer(0, 255),
            RejectionDescriptions = reader.SequenceOf<MultiplexEntryRejectionDescriptions>(1, 15),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(SequenceNumber, 0, 255);
        writer.SequenceOf(RejectionDescriptions, 1, 15);
        sequence.End(ref writer);
    }
}
