using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Audio;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record NoPTAudioToneCapability : IPerType<NoPTAudioToneCapability>
{
    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static NoPTAudioToneCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("NoPTAudioToneCapability");
        return new NoPTAudioToneCapability
        {
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        sequence.End(ref writer);
    }
}
