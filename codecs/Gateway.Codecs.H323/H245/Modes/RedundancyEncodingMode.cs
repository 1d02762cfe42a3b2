using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Redundancy;

namespace Gateway.Codecs.H323.H245.Modes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record RedundancyEncodingMode : IPerType<RedundancyEncodingMode>
{
    public required RedundancyEncodingMethod RedundancyEncodingMethod { get; init; }

    public RedundancyEncodingModeSecondaryEncoding? SecondaryEncoding { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static RedundancyEncodingMode Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RedundancyEncodingMode", optionals: 1);
        return new RedundancyEncodingMode
        {
            RedundancyEncodingMethod = RedundancyEncodingMethod.Decode(ref reader),
            SecondaryEncoding = sequence.Optional() ? RedundancyEncodingModeSecondaryEncoding.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        RedundancyEncodingMethod.Encode(ref writer);
        if (sequence.Optional(ref writer, SecondaryEncoding))
            SecondaryEncoding.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, RedundancyEncodingMode).</summary>
public abstract record RedundancyEncodingModeSecondaryEncoding : IPerType<RedundancyEncodingModeSecondaryEncoding>
{
    private RedundancyEncodingModeSecondaryEncoding() { }

    public sealed record NonStandard(NonStandardParameter Value) : RedundancyEncodingModeSecondaryEncoding;

    public sealed record AudioData(AudioMode Value) : RedundancyEncodingModeSecondaryEncoding;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : RedundancyEncodingModeSecondaryEncoding;

    public static RedundancyEncodingModeSecondaryEncoding Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("RedundancyEncodingModeSecondaryEncoding", root: 2);
        RedundancyEncodingModeSecondaryEncoding value = choice.Index switch
        {
            0 => new NonStandard(NonStandardParameter.Decode(ref reader)),
            1 => new AudioData(AudioMode.Decode(ref reader)),
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
            case NonStandard alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case AudioData alternative:
                choice.Select(ref writer, 1);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
