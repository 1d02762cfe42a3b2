using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record RequestMultiplexEntryReject : IPerType<RequestMultiplexEntryReject>
{
    public required IReadOnlyList<int> EntryNumbers { get; init; }

    public required IReadOnlyList<RequestMultiplexEntryRejectionDescriptions> RejectionDescriptions { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static RequestMultiplexEntryReject Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RequestMultiplexEntryReject");
        return new RequestMultiplexEntryReject
        {
            EntryNumbers = reader.SequenceOf(static (ref PerReader inner) => inner.Integer(1, 15), 1, 15),
            RejectionDescriptions = reader.SequenceOf<RequestMultiplexEntryRejectionDescriptions>(1, 15),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.SequenceOf(EntryNumbers, static (ref PerWriter inner, int element) => inner.Integer(element, 1, 15), 1, 15);
        writer.SequenceOf(RejectionDescriptions, 1, 15);
        sequence.End(ref writer);
    }
}
