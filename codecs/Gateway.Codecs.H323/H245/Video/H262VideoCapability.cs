using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Video;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record H262VideoCapability : IPerType<H262VideoCapability>
{
    public required bool ProfileAndLevelSPatML { get; init; }

    public required bool ProfileAndLevelMPatLL { get; init; }

    public required bool ProfileAndLevelMPatML { get; init; }

    public required bool ProfileAndLevelMPatH14 { get; init; }

    public required bool ProfileAndLevelMPatHL { get; init; }

    public required bool ProfileAndLevelSNRatLL { get; init; }

    public required bool ProfileAndLevelSNRatML { get; init; }

    public required bool ProfileAndLevelSpatialatH14 { get; init; }

    public required bool ProfileAndLevelHPatML { get; init; }

    public required bool ProfileAndLevelHPatH14 { get; init; }

    public required bool ProfileAndLevelHPatHL { get; init; }

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

    public bool? VideoBadMBsCap { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H262VideoCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H262VideoCapability", optionals: 6);
        return new H262VideoCapability
        {
            ProfileAndLevelSPatML = reader.Boolean(),
            ProfileAndLevelMPatLL = reader.Boolean(),
            ProfileAndLevelMPatML = reader.Boolean(),
            ProfileAndLevelMPatH14 = reader.Boolean(),
            ProfileAndLevelMPatHL = reader.Boolean(),
            ProfileAndLevelSNRatLL = reader.Boolean(),
            ProfileAndLevelSNRatML = reader.Boolean(),
            ProfileAndLevelSpatialatH14 = reader.Boolean(),
            ProfileAndLevelHPatML = reader.Boolean(),
            ProfileAndLevelHPatH14 = reader.Boolean(),
            ProfileAndLevelHPatHL = reader.Boolean(),
            VideoBitRate = sequence.Optional() ? reader.Integer(0, 1073741823) : null,
            VbvBufferSize = sequence.Optional() ? reader.Integer(0, 262143) : null,
            SamplesPerLine = sequence.Optional() ? reader.Integer(0, 16383) : null,
            LinesPerFrame = sequence.Optional() ? reader.Integer(0, 16383) : null,
            FramesPerSecond = sequence.Optional() ? reader.Integer(0, 15) : null,
            LuminanceSampleRate = sequence.Optional() ? reader.Integer(0u, 4294967295u) : null,
            VideoBadMBsCap = sequence.Addition(ref reader) ? reader.Boolean() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 6, additions: 1, tail: Extensions);
        writer.Boolean(ProfileAndLevelSPatML);
        writer.Boolean(ProfileAndLevelMPatLL);
        writer.Boolean(ProfileAndLevelMPatML);
        writer.Boolean(ProfileAndLevelMPatH14);
        writer.Boolean(ProfileAndLevelMPatHL);
        writer.Boolean(ProfileAndLevelSNRatLL);
        writer.Boolean(ProfileAndLevelSNRatML);
        writer.Boolean(ProfileAndLevelSpatialatH14);
        writer.Boolean(ProfileAndLevelHPatML);
        writer.Boolean(ProfileAndLevelHPatH14);
        writer.Boolean(ProfileAndLevelHPatHL);
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
        if (sequence.Addition(ref writer, VideoBadMBsCap))
            writer.Boolean(VideoBadMBsCap.Value);
        sequence.End(ref writer);
    }
}
