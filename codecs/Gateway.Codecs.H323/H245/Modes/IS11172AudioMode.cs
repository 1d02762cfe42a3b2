using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Modes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record IS11172AudioMode : IPerType<IS11172AudioMode>
{
    public required IS11172AudioModeAudioLayer AudioLayer { get; init; }

    public required IS11172AudioModeAudioSampling AudioSampling { get; init; }

    public required IS11172AudioModeMultichannelType MultichannelType { get; init; }

    /// <summary>In kbit/s.</summary>
    public required int BitRate { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static IS11172AudioMode Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("IS11172AudioMode");
        return new IS11172AudioMode
        {
            AudioLayer = (IS11172AudioModeAudioLayer)NullChoice.DecodePlain(ref reader, "IS11172AudioModeAudioLayer", 3),
            AudioSampling = (IS11172AudioModeAudioSampling)NullChoice.DecodePlain(ref reader, "IS11172AudioModeAudioSampling", 3),
            MultichannelType = (IS11172AudioModeMultichannelType)NullChoice.DecodePlain(ref reader, "IS11172AudioModeMultichannelType", 3),
            BitRate = reader.Integer(1, 448),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        NullChoice.EncodePlain(ref writer, (int)AudioLayer, 3);
        NullChoice.EncodePlain(ref writer, (int)AudioSampling, 3);
        NullChoice.EncodePlain(ref writer, (int)MultichannelType, 3);
        writer.Integer(BitRate, 1, 448);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, not extensible (H.245 (05/2011) Annex A, IS11172AudioMode).</summary>
public enum IS11172AudioModeAudioLayer
{
    AudioLayer1,
    AudioLayer2,
    AudioLayer3,
}

/// <summary>CHOICE of NULLs, not extensible (H.245 (05/2011) Annex A, IS11172AudioMode).</summary>
public enum IS11172AudioModeAudioSampling
{
    AudioSampling32k,
    AudioSampling44k1,
    AudioSampling48k,
}

/// <summary>CHOICE of NULLs, not extensible (H.245 (05/2011) Annex A, IS11172AudioMode).</summary>
public enum IS11172AudioModeMultichannelType
{
    SingleChannel,
    TwoChannelStereo,
    TwoChannelDual,
}
