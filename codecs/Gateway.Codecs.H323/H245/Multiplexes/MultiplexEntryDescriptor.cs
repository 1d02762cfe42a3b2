using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, not extensible (H.245 (05/2011) Annex A).</summary>
public sealed record MultiplexEntryDescriptor : IPerType<MultiplexEntryDescriptor>
{
    public required int MultiplexTableEntryNumber { get; init; }

    public IReadOnlyList<MultiplexElement>? ElementList { get; init; }

    public static MultiplexEntryDescriptor Decode(ref PerReader reader)
    {
        var sequence = reader.BeginPlainSequence("MultiplexEntryDescriptor", optionals: 1);
        var value = new MultiplexEntryDescriptor
        {
            MultiplexTableEntryNumber = reader.Integer(1, 15),
            ElementList = sequence.Optional() ? reader.SequenceOf<MultiplexElement>(1, 256) : null,
        };
        sequence.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginPlainSequence(optionals: 1);
        writer.Integer(MultiplexTableEntryNumber, 1, 15);
        if (sequence.Optional(ref writer, ElementList))
            writer.SequenceOf(ElementList, 1, 256);
    }
}
