using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record H223AnnexCCapability : IPerType<H223AnnexCCapability>
{
    public required bool VideoWithAL1M { get; init; }

    public required bool VideoWithAL2M { get; init; }

    public required bool VideoWithAL3M { get; init; }

    public required bool AudioWithAL1M { get; init; }

    public required bool AudioWithAL2M { get; init; }

    public required bool AudioWithAL3M { get; init; }

    public required bool DataWithAL1M { get; init; }

    public required bool DataWithAL2M { get; init; }

    public required bool DataWithAL3M { get; init; }

    public required bool AlpduInterleaving { get; init; }

    /// <summary>In octets.</summary>
    public required int MaximumAL1MPDUSize { get; init; }

    /// <summary>In octets.</summary>
    public required int MaximumAL2MSDUSize { get; init; }

    /// <summary>In octets.</summary>
    public required int MaximumAL3MSDUSize { get; init; }

    public bool? RsCodeCapability { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H223AnnexCCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H223AnnexCCapability");
        return new H223AnnexCCapability
        {
            VideoWithAL1M = reader.Boolean(),
            VideoWithAL2M = reader.Boolean(),
            VideoWithAL3M = reader.Boolean(),
            AudioWithAL1M = reader.Boolean(),
            AudioWithAL2M = reader.Boolean(),
            AudioWithAL3M = reader.Boolean(),
            DataWithAL1M = reader.Boolean(),
            DataWithAL2M = reader.Boolean(),
            DataWithAL3M = reader.Boolean(),
            AlpduInterleaving = reader.Boolean(),
            MaximumAL1MPDUSize = reader.Integer(0, 65535),
            MaximumAL2MSDUSize = reader.Integer(0, 65535),
            MaximumAL3MSDUSize = reader.Integer(0, 65535),
            RsCodeCapability = sequence.Addition(ref reader) ? reader.Boolean() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(additions: 1, tail: Extensions);
        writer.Boolean(VideoWithAL1M);
        writer.Boolean(VideoWithAL2M);
        writer.Boolean(VideoWithAL3M);
        writer.Boolean(AudioWithAL1M);
        writer.Boolean(AudioWithAL2M);
        writer.Boolean(AudioWithAL3M);
        writer.Boolean(DataWithAL1M);
        writer.Boolean(DataWithAL2M);
        writer.Boolean(DataWithAL3M);
        writer.Boolean(AlpduInterleaving);
        writer.Integer(MaximumAL1MPDUSize, 0, 65535);
        writer.Integer(MaximumAL2MSDUSize, 0, 65535);
        writer.Integer(MaximumAL3MSDUSize, 0, 65535);
        if (sequence.Addition(ref writer, RsCodeCapability))
            writer.Boolean(RsCodeCapability.Value);
        sequence.End(ref writer);
    }
}
