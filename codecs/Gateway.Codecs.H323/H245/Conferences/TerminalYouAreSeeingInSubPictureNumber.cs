using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Conferences;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record TerminalYouAreSeeingInSubPictureNumber : IPerType<TerminalYouAreSeeingInSubPictureNumber>
{
    public required int TerminalNumber { get; init; }

    public required int SubPictureNumber { get; init; }

    public int? McuNumber { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static TerminalYouAreSeeingInSubPictureNumber Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("TerminalYouAreSeeingInSubPictureNumber");
        return new TerminalYouAreSeeingInSubPictureNumber
        {
            TerminalNumber = reader.Integer(0, 192),
            SubPictureNumber = reader.Integer(0, 255),
            McuNumber = sequence.Addition(ref reader) ? reader.Integer(0, 192) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(additions: 1, tail: Extensions);
        writer.Integer(TerminalNumber, 0, 192);
        writer.Integer(SubPictureNumber, 0, 255);
        if (sequence.Addition(ref writer, McuNumber))
            writer.Integer(McuNumber.Value, 0, 192);
        sequence.End(ref writer);
    }
}
