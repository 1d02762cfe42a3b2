using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Video;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record H263VideoModeCombos : IPerType<H263VideoModeCombos>
{
    public required H263ModeComboFlags H263VideoUncoupledModes { get; init; }

    public required IReadOnlyList<H263ModeComboFlags> H263VideoCoupledModes { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H263VideoModeCombos Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H263VideoModeCombos");
        return new H263VideoModeCombos
        {
            H263VideoUncoupledModes = H263ModeComboFlags.Decode(ref reader),
            H263VideoCoupledModes = reader.SequenceOf<H263ModeComboFlags>(1, 16),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        H263VideoUncoupledModes.Encode(ref writer);
        writer.SequenceOf(H263VideoCoupledModes, 1, 16);
        sequence.End(ref writer);
    }
}
