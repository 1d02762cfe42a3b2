using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Conferences;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record TerminalInformation : IPerType<TerminalInformation>
{
    public required TerminalLabel TerminalLabel { get; init; }

    public required byte[] TerminalID { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static TerminalInformation Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("TerminalInformation");
        return new TerminalInformation
        {
            TerminalLabel = TerminalLabel.Decode(ref reader),
            TerminalID = reader.OctetString(1, 128),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        TerminalLabel.Encode(ref writer);
        writer.OctetString(TerminalID, 1, 128);
        sequence.End(ref writer);
    }
}
