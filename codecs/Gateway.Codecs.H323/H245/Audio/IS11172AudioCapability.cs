using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Audio;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record IS11172AudioCapability : IPerType<IS11172AudioCapability>
{
    public required bool AudioLayer1 { get; init; }

    public required bool AudioLayer2 { get; init; }

    public required bool AudioLayer3 { get; init; }

    public required bool AudioSampling32k { get; init; }

    public required bool AudioSampling44k1 { get; init; }

    public required bool AudioSampling48k { get; init; }

    public required bool SingleChannel { get; init; }

    public required bool TwoChannels { get; init; }

    /// <summary>In kbit/s.</summary>
    public required int BitRate { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static IS11172AudioCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("IS11172AudioCapability");
        return new IS11172AudioCapability
        {
            AudioLayer1 = reader.Boolean(),
            AudioLayer2 = reader.Boolean(),
            AudioLayer3 = reader.Boolean(),
            AudioSampling32k = reader.Boolean(),
            AudioSampling44k1 = reader.Boolean(),
            AudioSampling48k = reader.Boolean(),
            SingleChannel = reader.Boolean(),
            TwoChannels = reader.Boolean(),
            BitRate = reader.Integer(1, 448),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Boolean(AudioLayer1);
        writer.Boolean(AudioLayer2);
        writer.Boolean(AudioLayer3);
        writer.Boolean(AudioSampling32k);
        writer.Boolean(AudioSampling44k1);
        writer.Boolean(AudioSampling48k);
        writer.Boolean(SingleChannel);
        writer.Boolean(TwoChannels);
        writer.Integer(BitRate, 1, 448);
        sequence.End(ref writer);
    }
}
