using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Conferences;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record ConferenceCapability : IPerType<ConferenceCapability>
{
    public IReadOnlyList<NonStandardParameter>? NonStandardData { get; init; }

    public required bool ChairControlCapability { get; init; }

    public bool? VideoIndicateMixingCapability { get; init; }

    public bool? MultipointVisualizationCapability { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static ConferenceCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("ConferenceCapability", optionals: 1);
        return new ConferenceCapability
        {
            NonStandardData = sequence.Optional() ? reader.SequenceOf<NonStandardParameter>() : null,
            ChairControlCapability = reader.Boolean(),
            VideoIndicateMixingCapability = sequence.Addition(ref reader) ? reader.Boolean() : null,
            MultipointVisualizationCapability = sequence.Addition(ref reader) ? reader.Boolean() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, additions: 2, tail: Extensions);
        if (sequence.Optional(ref writer, NonStandardData))
            writer.SequenceOf(NonStandardData);
        writer.Boolean(ChairControlCapability);
        if (sequence.Addition(ref writer, VideoIndicateMixingCapability))
            writer.Boolean(VideoIndicateMixingCapability.Value);
        if (sequence.Addition(ref writer, MultipointVisualizationCapability))
            writer.Boolean(MultipointVisualizationCapability.Value);
        sequence.End(ref writer);
    }
}
