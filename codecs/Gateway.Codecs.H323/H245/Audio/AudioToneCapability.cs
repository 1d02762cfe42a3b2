using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Audio;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record AudioToneCapability : IPerType<AudioToneCapability>
{
    public required int DynamicRTPPayloadType { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static AudioToneCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("AudioToneCapability");
        return new AudioToneCapability
        {
            DynamicRTPPayloadType = reader.Integer(96, 127),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(DynamicRTPPayloadType, 96, 127);
        sequence.End(ref writer);
    }
}
