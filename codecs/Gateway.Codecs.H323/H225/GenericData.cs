using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>
/// GenericData, also FeatureDescriptor: parameters of the generic extensibility framework, H.460.x (H.225.0 (12/2009) 7.6, Annex H).
/// </summary>
public sealed record GenericData : IPerType<GenericData>
{
    public required GenericIdentifier Id { get; init; }
    public IReadOnlyList<EnumeratedParameter>? Parameters { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static GenericData Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("GenericData", optionals: 1);
        return new GenericData
        {
            Id = GenericIdentifier.Decode(ref reader),
            Parameters = sequence.Optional() ? reader.SequenceOf<EnumeratedParameter>(1, 512) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        Id.Encode(ref writer);
        if (sequence.Optional(ref writer, Parameters)) writer.SequenceOf(Parameters, 1, 512);
        sequence.End(ref writer);
    }
}

/// <summary>EnumeratedParameter (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record EnumeratedParameter : IPerType<EnumeratedParameter>
{
    public required GenericIdentifier Id { get; init; }
    public Content? Content { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static EnumeratedParameter Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("EnumeratedParameter", optionals: 1);
        return new EnumeratedParameter
        {
            Id = GenericIdentifier.Decode(ref reader),
            Content = sequence.Optional() ? Content.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        Id.Encode(ref writer);
        if (sequence.Optional(ref writer, Content)) Content.Encode(ref writer);
        sequence.End(ref writer);
    }
}
