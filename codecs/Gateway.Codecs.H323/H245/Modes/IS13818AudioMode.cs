using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Modes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record IS13818AudioMode : IPerType<IS13818AudioMode>
{
    public required IS13818AudioModeAudioLayer AudioLayer { get; init; }

    public required IS13818AudioModeAudioSampling AudioSampling { get; init; }

    public required IS13818AudioModeMultichannelType MultichannelType { get; init; }

    public required bool LowFrequencyEnhancement { get; init; }

    public required bool Multilingual { get; init; }

    /// <summary>In kbit/s.</summary>
    public required int BitRate { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static IS13818AudioMode Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("IS13818AudioMode");
        return new IS13818AudioMode
        {
            AudioLayer = (IS13818AudioModeAudioLayer)NullChoice.DecodePlain(ref reader, "IS13818AudioModeAudioLayer", 3),
            AudioSampling = (IS13818AudioModeAudioSampling)NullChoice.DecodePlain(ref reader, "IS13818AudioModeAudioSampling", 6),
            MultichannelType = (IS13818AudioModeMultichannelType)NullChoice.DecodePlain(ref reader, "IS13818AudioModeMultichannelType", 10),
            LowFrequencyEnhancement = reader.Boolean(),
            Multilingual = reader.Boolean(),
            BitRate = reader.Integer(1, 1130),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        NullChoice.EncodePlain(ref writer, (int)AudioLayer, 3);
        NullChoice.EncodePlain(ref writer, (int)AudioSampling, 6);
        NullChoice.EncodePlain(ref writer, (int)MultichannelType, 10);
        writer.Boolean(LowFrequencyEnhancement);
        writer.Boolean(Multilingual);
        writer.Integer(BitRate, 1, 1130);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, not extensible (H.245 (05/2011) Annex A, IS13818AudioMode).</summary>
public enum IS13818AudioModeAudioLayer
{
    AudioLayer1,
    AudioLayer2,
    AudioLayer3,
}

/// <summary>CHOICE of NULLs, not extensible (H.245 (05/2011) Annex A, IS13818AudioMode).</summary>
public enum IS13818AudioModeAudioSampling
{
    AudioSampling16k,
    AudioSampling22k05,
    AudioSampling24k,
    AudioSampling32k,
    AudioSampling44k1,
    AudioSampling48k,
}

/// <summary>CHOICE of NULLs, not extensible (H.245 (05/2011) Annex A, IS13818AudioMode).</summary>
public enum IS13818AudioModeMultichannelType
{
    SingleChannel,
    TwoChannelStereo,
    TwoChannelDual,
    ThreeChannels21,
    ThreeChannels30,
    FourChannels2020,
    FourChannels22,
    FourChannels31,
    FiveChannels3020,
    FiveChannels32,
}
