using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Conferences;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record CommunicationModeCommand : IPerType<CommunicationModeCommand>
{
    public required IReadOnlyList<CommunicationModeTableEntry> CommunicationModeTable { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static CommunicationModeCommand Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CommunicationModeCommand");
        return new CommunicationModeCommand
        {
            CommunicationModeTable = reader.SequenceOf<CommunicationModeTableEntry>(1, 256),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.SequenceOf(CommunicationModeTable, 1, 256);
        sequence.End(ref writer);
    }
}
