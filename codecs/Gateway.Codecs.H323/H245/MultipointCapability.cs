using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record MultipointCapability : IPerType<MultipointCapability>
{
    public required bool MulticastCapability { get; init; }

    public required bool MultiUniCastConference { get; init; }

    public required IReadOnlyList<MediaDistributionCapability> MediaDistributionCapability { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static MultipointCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MultipointCapability");
        return new MultipointCapability
        {
            MulticastCapability = reader.Boolean(),
            MultiUniCastConference = reader.Boolean(),
            MediaDistributionCapability = reader.SequenceOf<MediaDistributionCapability>(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Boolean(MulticastCapability);
        writer.Boolean(MultiUniCastConference);
        writer.SequenceOf(MediaDistributionCapability);
        sequence.End(ref writer);
    }
}
