using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Audio;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record NoPTAudioTelephonyEventCapability : IPerType<NoPTAudioTelephonyEventCapability>
{
    public required string AudioTelephoneEvent { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static NoPTAudioTelephonyEventCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("NoPTAudioTelephonyEventCapability");
        return new NoPTAudioTelephonyEventCapability
        {
            AudioTelephoneEvent = reader.GeneralString(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.GeneralString(AudioTelephoneEvent);
        sequence.End(ref writer);
    }
}
