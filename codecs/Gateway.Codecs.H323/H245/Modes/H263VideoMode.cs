using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Video;

namespace Gateway.Codecs.H323.H245.Modes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record H263VideoMode : IPerType<H263VideoMode>
{
    public required H263VideoModeResolution Resolution { get; init; }

    /// <summary>In units of 100 bit/s.</summary>
    public required int BitRate { get; init; }

    public required bool UnrestrictedVector { get; init; }

    public required bool ArithmeticCoding { get; init; }

    public required bool AdvancedPrediction { get; init; }

    public required bool PbFrames { get; init; }

    public bool? ErrorCompensation { get; init; }

    public EnhancementLayerInfo? EnhancementLayerInfo { get; init; }

    public H263Options? H263Options { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H263VideoMode Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H263VideoMode");
        return new H263VideoMode
        {
            Resolution = (H263VideoModeResolution)NullChoice.Decode(ref reader, "H263VideoModeResolution", 5, 1),
            BitRate = reader.Integer(1, 19200),
            UnrestrictedVector = reader.Boolean(),
            ArithmeticCoding = reader.Boolean(),
            AdvancedPrediction = reader.Boolean(),
            PbFrames = reader.Boolean(),
            ErrorCompensation = sequence.Addition(ref reader) ? reader.Boolean() : null,
            EnhancementLayerInfo = sequence.Addition(ref reader) ? EnhancementLayerInfo.Decode(ref reader) : null,
            H263Options = sequence.Addition(ref reader) ? H263Options.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(additions: 3, tail: Extensions);
        NullChoice.Encode(ref writer, (int)Resolution, 5);
        writer.Integer(BitRate, 1, 19200);
        writer.Boolean(UnrestrictedVector);
        writer.Boolean(ArithmeticCoding);
        writer.Boolean(AdvancedPrediction);
        writer.Boolean(PbFrames);
        if (sequence.Addition(ref writer, ErrorCompensation))
            writer.Boolean(ErrorCompensation.Value);
        if (sequence.Addition(ref writer, EnhancementLayerInfo))
            EnhancementLayerInfo.Encode(ref writer);
        if (sequence.Addition(ref writer, H263Options))
            H263Options.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, H263VideoMode).</summary>
public enum H263VideoModeResolution
{
    Sqcif,
    Qcif,
    Cif,
    Cif4,
    Cif16,
    Custom,
}
