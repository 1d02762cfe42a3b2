using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record MasterSlaveDetermination : IPerType<MasterSlaveDetermination>
{
    public required int TerminalType { get; init; }

    public required int StatusDeterminationNumber { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static MasterSlaveDetermination Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MasterSlaveDetermination");
        return new MasterSlaveDetermination
        {
            TerminalType = reader.Integer(0, 255),
            StatusDeterminationNumber = reader.Integer(0, 16777215),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(TerminalType, 0, 255);
        writer.Integer(StatusDeterminationNumber, 0, 16777215);
        sequence.End(ref writer);
    }
}
