using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Audio;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record GSMAudioCapability : IPerType<GSMAudioCapability>
{
    public required int AudioUnitSize { get; init; }

    public required bool ComfortNoise { get; init; }

    public required bool Scrambled { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static GSMAudioCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("GSMAudioCapability");
        return new GSMAudioCapability
        {
            AudioUnitSize = reader.Integer(1, 256),
            ComfortNoise = reader.Boolean(),
            Scrambled = reader.Boolean(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(AudioUnitSize, 1, 256);
        writer.Boolean(ComfortNoise);
        writer.Boolean(Scrambled);
        sequence.End(ref writer);
    }
}
