using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record RequestMultiplexEntry : IPerType<RequestMultiplexEntry>
{
    public required IReadOnlyList<int> EntryNumbers { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static RequestMultiplexEntry Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RequestMultiplexEntry");
        return new RequestMultiplexEntry
        {
            EntryNumbers = reader.SequenceOf(static (ref PerReader inner) => inner.Integer(1, 15), 1, 15),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.SequenceOf(EntryNumbers, static (ref PerWriter inner, int element) => inner.Integer(element, 1, 15), 1, 15);
        sequence.End(ref writer);
    }
}
