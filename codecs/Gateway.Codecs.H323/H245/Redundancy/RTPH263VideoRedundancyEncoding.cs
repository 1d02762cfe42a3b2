using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Redundancy;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record RTPH263VideoRedundancyEncoding : IPerType<RTPH263VideoRedundancyEncoding>
{
    public required int NumberOfThreads { get; init; }

    public required int FramesBetweenSyncPoints { get; init; }

    public required RTPH263VideoRedundancyEncodingFrameToThreadMapping FrameToThreadMapping { get; init; }

    public IReadOnlyList<int>? ContainedThreads { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static RTPH263VideoRedundancyEncoding Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RTPH263VideoRedundancyEncoding", optionals: 1);
        return new RTPH263VideoRedundancyEncoding
        {
            NumberOfThreads = reader.Integer(1, 16),
            FramesBetweenSyncPoints = reader.Integer(1, 256),
            FrameToThreadMapping = RTPH263VideoRedundancyEncodingFrameToThreadMapping.Decode(ref reader),
            ContainedThreads = sequence.Optional() ? reader.SequenceOf(static (ref PerReader inner) => inner.Integer(0, 15), 1, 256) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        writer.Integer(NumberOfThreads, 1, 16);
        writer.Integer(FramesBetweenSyncPoints, 1, 256);
        FrameToThreadMapping.Encode(ref writer);
        if (sequence.Optional(ref writer, ContainedThreads))
            writer.SequenceOf(ContainedThreads, static (ref PerWriter inner, int element) => inner.Integer(element, 0, 15), 1, 256);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, RTPH263VideoRedundancyEncoding).</summary>
public abstract record RTPH263VideoRedundancyEncodingFrameToThreadMapping : IPerType<RTPH263VideoRedundancyEncodingFrameToThreadMapping>
{
    private RTPH263VideoRedundancyEncodingFrameToThreadMapping() { }

    public sealed record Roundrobin : RTPH263VideoRedundancyEncodingFrameToThreadMapping;

    public sealed record Custom(IReadOnlyList<RTPH263VideoRedundancyFrameMapping> Value) : RTPH263VideoRedundancyEncodingFrameToThreadMapping;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : RTPH263VideoRedundancyEncodingFrameToThreadMapping;

    public static RTPH263VideoRedundancyEncodingFrameToThreadMapping Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("RTPH263VideoRedundancyEncodingFrameToThreadMapping", root: 2);
        RTPH263VideoRedundancyEncodingFrameToThreadMapping value = choice.Index switch
        {
            0 => new Roundrobin(),
            1 => new Custom(reader.SequenceOf<RTPH263VideoRedundancyFrameMapping>(1, 256)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 2);
        switch (this)
        {
            case Roundrobin:
                choice.Select(ref writer, 0);
                break;
            case Custom alternative:
                choice.Select(ref writer, 1);
                writer.SequenceOf(alternative.Value, 1, 256);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
