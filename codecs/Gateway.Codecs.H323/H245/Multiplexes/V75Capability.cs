using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record V75Capability : IPerType<V75Capability>
{
    public required bool AudioHeader { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static V75Capability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("V75Capability");
        return new V75Capability
        {
            AudioHeader = reader.Boolean(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Boolean(AudioHeader);
        sequence.End(ref writer);
    }
}
