using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>FeatureSet (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record FeatureSet : IPerType<FeatureSet>
{
    public required bool ReplacementFeatureSet { get; init; }
    public IReadOnlyList<GenericData>? NeededFeatures { get; init; }
    public IReadOnlyList<GenericData>? DesiredFeatures { get; init; }
    public IReadOnlyList<GenericData>? SupportedFeatures { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static FeatureSet Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("FeatureSet", optionals: 3);
        return new FeatureSet
        {
            ReplacementFeatureSet = reader.Boolean(),
            NeededFeatures = sequence.Optional() ? reader.SequenceOf<GenericData>() : null,
            DesiredFeatures = sequence.Optional() ? reader.SequenceOf<GenericData>() : null,
            SupportedFeatures = sequence.Optional() ? reader.SequenceOf<GenericData>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 3, tail: Extensions);
        writer.Boolean(ReplacementFeatureSet);
        if (sequence.Optional(ref writer, NeededFeatures)) writer.SequenceOf(NeededFeatures);
        if (sequence.Optional(ref writer, DesiredFeatures)) writer.SequenceOf(DesiredFeatures);
        if (sequence.Optional(ref writer, SupportedFeatures)) writer.SequenceOf(SupportedFeatures);
        sequence.End(ref writer);
    }
}
