using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Audio;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record IS13818AudioCapability : IPerType<IS13818AudioCapability>
{
    public required bool AudioLayer1 { get; init; }

    public required bool AudioLayer2 { get; init; }

    public required bool AudioLayer3 { get; init; }

    public required bool AudioSampling16k { get; init; }

    public required bool AudioSampling22k05 { get; init; }

    public required bool AudioSampling24k { get; init; }

    public required bool AudioSampling32k { get; init; }

    public required bool AudioSampling44k1 { get; init; }

    public required bool AudioSampling48k { get; init; }

    public required bool SingleChannel { get; init; }

    public required bool TwoChannels { get; init; }

    public required bool ThreeChannels21 { get; init; }

    public required bool ThreeChannels30 { get; init; }

    public required bool FourChannels2020 { get; init; }

    public required bool FourChannels22 { get; init; }

    public required bool FourChannels31 { get; init; }

    public required bool FiveChannels3020 { get; init; }

    public required bool FiveChannels32 { get; init; }

    public required bool LowFrequencyEnhancement { get; init; }

    public required bool Multilingual { get; init; }

    /// <summary>In kbit/s.</summary>
    public required int BitRate { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static IS13818AudioCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("IS13818AudioCapability");
        return new IS13818AudioCapability
        {
            AudioLayer1 = reader.Boolean(),
            AudioLayer2 = reader.Boolean(),
            AudioLayer3 = reader.Boolean(),
            AudioSampling16k = reader.Boolean(),
            AudioSampling22k05 = reader.Boolean(),
            AudioSampling24k = reader.Boolean(),
            AudioSampling32k = reader.Boolean(),
            AudioSampling44k1 = reader.Boolean(),
            AudioSampling48k = reader.Boolean(),
            SingleChannel = reader.Boolean(),
            TwoChannels = reader.Boolean(),
            ThreeChannels21 = reader.Boolean(),
            ThreeChannels30 = reader.Boolean(),
            FourChannels2020 = reader.Boolean(),
            FourChannels22 = reader.Boolean(),
            FourChannels31 = reader.Boolean(),
            FiveChannels3020 = reader.Boolean(),
            FiveChannels32 = reader.Boolean(),
            LowFrequencyEnhancement = reader.Boolean(),
            Multilingual = reader.Boolean(),
            BitRate = reader.Integer(1, 1130),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Boolean(AudioLayer1);
        writer.Boolean(AudioLayer2);
        writer.Boolean(AudioLayer3);
        writer.Boolean(AudioSampling16k);
        writer.Boolean(AudioSampling22k05);
        writer.Boolean(AudioSampling24k);
        writer.Boolean(AudioSampling32k);
        writer.Boolean(AudioSampling44k1);
        writer.Boolean(AudioSampling48k);
        writer.Boolean(SingleChannel);
        writer.Boolean(TwoChannels);
        writer.Boolean(ThreeChannels21);
        writer.Boolean(ThreeChannels30);
        writer.Boolean(FourChannels2020);
        writer.Boolean(FourChannels22);
        writer.Boolean(FourChannels31);
        writer.Boolean(FiveChannels3020);
        writer.Boolean(FiveChannels32);
        writer.Boolean(LowFrequencyEnhancement);
        writer.Boolean(Multilingual);
        writer.Integer(BitRate, 1, 1130);
        sequence.End(ref writer);
    }
}
