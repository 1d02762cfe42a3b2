using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Modes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record H2250ModeParameters : IPerType<H2250ModeParameters>
{
    public RedundancyEncodingMode? RedundancyEncodingMode { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H2250ModeParameters Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H2250ModeParameters", optionals: 1);
        return new H2250ModeParameters
        {
            RedundancyEncodingMode = sequence.Optional() ? RedundancyEncodingMode.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        if (sequence.Optional(ref writer, RedundancyEncodingMode))
            RedundancyEncodingMode.Encode(ref writer);
        sequence.End(ref writer);
    }
}
