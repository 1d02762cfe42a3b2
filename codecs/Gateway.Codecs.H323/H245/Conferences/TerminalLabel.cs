using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Conferences;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record TerminalLabel : IPerType<TerminalLabel>
{
    public required int McuNumber { get; init; }

    public required int TerminalNumber { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static TerminalLabel Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("TerminalLabel");
        return new TerminalLabel
        {
            McuNumber = reader.Integer(0, 192),
            TerminalNumber = reader.Integer(0, 192),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(McuNumber, 0, 192);
        writer.Integer(TerminalNumber, 0, 192);
        sequence.End(ref writer);
    }
}
