using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record V75Parameters : IPerType<V75Parameters>
{
    public required bool AudioHeaderPresent { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static V75Parameters Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("V75Parameters");
        return new V75Parameters
        {
            AudioHeaderPresent = reader.Boolean(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Boolean(AudioHeaderPresent);
        sequence.End(ref writer);
    }
}
