using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Modes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record G7231AnnexCMode : IPerType<G7231AnnexCMode>
{
    public required int MaxAlSduAudioFrames { get; init; }

    public required bool SilenceSuppression { get; init; }

    public required G7231AnnexCModeG723AnnexCAudioMode G723AnnexCAudioMode { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static G7231AnnexCMode Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("G7231AnnexCMode");
        return new G7231AnnexCMode
        {
            MaxAlSduAudioFrames = reader.Integer(1, 256),
            SilenceSuppression = reader.Boolean(),
            G723AnnexCAudioMode = G7231AnnexCModeG723AnnexCAudioMode.Decode(ref reader),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(MaxAlSduAudioFrames, 1, 256);
        writer.Boolean(SilenceSuppression);
        G723AnnexCAudioMode.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A, G7231AnnexCMode).</summary>
public sealed record G7231AnnexCModeG723AnnexCAudioMode : IPerType<G7231AnnexCModeG723AnnexCAudioMode>
{
    /// <summary>In octets.</summary>
    public required int HighRateMode0 { get; init; }

    /// <summary>In octets.</summary>
    public required int HighRateMode1 { get; init; }

    /// <summary>In octets.</summary>
    public required int LowRateMode0 { get; init; }

    /// <summary>In octets.</summary>
    public required int LowRateMode1 { get; init; }

    /// <summary>In octets.</summary>
    public required int SidMode0 { get; init; }

    /// <summary>In octets.</summary>
    public required int SidMode1 { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static G7231AnnexCModeG723AnnexCAudioMode Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("G7231AnnexCModeG723AnnexCAudioMode");
        return new G7231AnnexCModeG723AnnexCAudioMode
        {
            HighRateMode0 = reader.Integer(27, 78),
            HighRateMode1 = reader.Integer(27, 78),
            LowRateMode0 = reader.Integer(23, 66),
            LowRateMode1 = reader.Integer(23, 66),
            SidMode0 = reader.Integer(6, 17),
            SidMode1 = reader.Integer(6, 17),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(HighRateMode0, 27, 78);
        writer.Integer(HighRateMode1, 27, 78);
        writer.Integer(LowRateMode0, 23, 66);
        writer.Integer(LowRateMode1, 23, 66);
        writer.Integer(SidMode0, 6, 17);
        writer.Integer(SidMode1, 6, 17);
        sequence.End(ref writer);
    }
}
