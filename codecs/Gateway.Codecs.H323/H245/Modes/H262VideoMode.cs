using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Modes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record H262VideoMode : IPerType<H262VideoMode>
{
    public required H262VideoModeProfileAndLevel ProfileAndLevel { get; init; }

    /// <summary>In units of 400 bit/s.</summary>
    public int? VideoBitRate { get; init; }

    /// <summary>In units of 16 384 bits.</summary>
    public int? VbvBufferSize { get; init; }

    /// <summary>In samples/line.</summary>
    public int? SamplesPerLine { get; init; }

    /// <summary>In lines/frame.</summary>
    public int? LinesPerFrame { get; init; }

    public int? FramesPerSecond { get; init; }

    /// <summary>In samples/s.</summary>
    public uint? LuminanceSampleRate { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H262VideoMode Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H262VideoMode", optionals: 6);
        return new H262VideoMode
        {
            ProfileAndLevel = (H262VideoModeProfileAndLevel)NullChoice.Decode(ref reader, "H262VideoModeProfileAndLevel", 11),
            VideoBitRate = sequence.Optional() ? reader.Integer(0, 1073741823) : null,
            VbvBufferSize = sequence.Optional() ? reader.Integer(0, 262143) : null,
            SamplesPerLine = sequence.Optional() ? reader.Integer(0, 16383) : null,
            LinesPerFrame = sequence.Optional() ? reader.Integer(0, 16383) : null,
            FramesPerSecond = sequence.Optional() ? reader.Integer(0, 15) : null,
            LuminanceSampleRate = sequence.Optional() ? reader.Integer(0u, 4294967295u) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 6, tail: Extensions);
        NullChoice.Encode(ref writer, (int)ProfileAndLevel, 11);
        if (sequence.Optional(ref writer, VideoBitRate))
            writer.Integer(VideoBitRate.Value, 0, 1073741823);
        if (sequence.Optional(ref writer, VbvBufferSize))
            writer.Integer(VbvBufferSize.Value, 0, 262143);
        if (sequence.Optional(ref writer, SamplesPerLine))
            writer.Integer(SamplesPerLine.Value, 0, 16383);
        if (sequence.Optional(ref writer, LinesPerFrame))
            writer.Integer(LinesPerFrame.Value, 0, 16383);
        if (sequence.Optional(ref writer, FramesPerSecond))
            writer.Integer(FramesPerSecond.Value, 0, 15);
        if (sequence.Optional(ref writer, LuminanceSampleRate))
            writer.Integer(LuminanceSampleRate.Value, 0, 4294967295);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, H262VideoMode).</summary>
public enum H262VideoModeProfileAndLevel
{
    ProfileAndLevelSPatML,
    ProfileAndLevelMPatLL,
    ProfileAndLevelMPatML,
    ProfileAndLevelMPatH14,
    ProfileAndLevelMPatHL,
    ProfileAndLevelSNRatLL,
    ProfileAndLevelSNRatML,
    ProfileAndLevelSpatialatH14,
    ProfileAndLevelHPatML,
    ProfileAndLevelHPatH14,
    ProfileAndLevelHPatHL,
}
