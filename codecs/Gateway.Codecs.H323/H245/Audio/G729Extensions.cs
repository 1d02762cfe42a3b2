using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Audio;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record G729Extensions : IPerType<G729Extensions>
{
    public int? AudioUnit { get; init; }

    public required bool AnnexA { get; init; }

    public required bool AnnexB { get; init; }

    public required bool AnnexD { get; init; }

    public required bool AnnexE { get; init; }

    public required bool AnnexF { get; init; }

    public required bool AnnexG { get; init; }

    public required bool AnnexH { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static G729Extensions Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("G729Extensions", optionals: 1);
        return new G729Extensions
        {
            AudioUnit = sequence.Optional() ? reader.Integer(1, 256) : null,
            AnnexA = reader.Boolean(),
            AnnexB = reader.Boolean(),
            AnnexD = reader.Boolean(),
            AnnexE = reader.Boolean(),
            AnnexF = reader.Boolean(),
            AnnexG = reader.Boolean(),
            AnnexH = reader.Boolean(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        if (sequence.Optional(ref writer, AudioUnit))
            writer.Integer(AudioUnit.Value, 1, 256);
        writer.Boolean(AnnexA);
        writer.Boolean(AnnexB);
        writer.Boolean(AnnexD);
        writer.Boolean(AnnexE);
        writer.Boolean(AnnexF);
        writer.Boolean(AnnexG);
        writer.Boolean(AnnexH);
        sequence.End(ref writer);
    }
}
