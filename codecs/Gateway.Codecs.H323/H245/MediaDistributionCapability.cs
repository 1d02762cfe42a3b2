using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Data;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record MediaDistributionCapability : IPerType<MediaDistributionCapability>
{
    public required bool CentralizedControl { get; init; }

    public required bool DistributedControl { get; init; }

    public required bool CentralizedAudio { get; init; }

    public required bool DistributedAudio { get; init; }

    public required bool CentralizedVideo { get; init; }

    public required bool DistributedVideo { get; init; }

    public IReadOnlyList<DataApplicationCapability>? CentralizedData { get; init; }

    public IReadOnlyList<DataApplicationCapability>? DistributedData { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static MediaDistributionCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MediaDistributionCapability", optionals: 2);
        return new MediaDistributionCapability
        {
            CentralizedControl = reader.Boolean(),
            DistributedControl = reader.Boolean(),
            CentralizedAudio = reader.Boolean(),
            DistributedAudio = reader.Boolean(),
            CentralizedVideo = reader.Boolean(),
            DistributedVideo = reader.Boolean(),
            CentralizedData = sequence.Optional() ? reader.SequenceOf<DataApplicationCapability>() : null,
            DistributedData = sequence.Optional() ? reader.SequenceOf<DataApplicationCapability>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        writer.Boolean(CentralizedControl);
        writer.Boolean(DistributedControl);
        writer.Boolean(CentralizedAudio);
        writer.Boolean(DistributedAudio);
        writer.Boolean(CentralizedVideo);
        writer.Boolean(DistributedVideo);
        if (sequence.Optional(ref writer, CentralizedData))
            writer.SequenceOf(CentralizedData);
        if (sequence.Optional(ref writer, DistributedData))
            writer.SequenceOf(DistributedData);
        sequence.End(ref writer);
    }
}
