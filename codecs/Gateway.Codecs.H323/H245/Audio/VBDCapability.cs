using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Audio;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record VBDCapability : IPerType<VBDCapability>
{
    public required AudioCapability Type { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static VBDCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("VBDCapability");
        return new VBDCapability
        {
            Type = AudioCapability.Decode(ref reader),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        Type.Encode(ref writer);
        sequence.End(ref writer);
    }
}
