using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Data;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record V42bis : IPerType<V42bis>
{
    public required int NumberOfCodewords { get; init; }

    public required int MaximumStringLength { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static V42bis Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("V42bis");
        return new V42bis
        {
            NumberOfCodewords = reader.Integer(1, 65536),
            MaximumStringLength = reader.Integer(1, 256),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(NumberOfCodewords, 1, 65536);
        writer.Integer(MaximumStringLength, 1, 256);
        sequence.End(ref writer);
    }
}
