using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record H223AL2MParameters : IPerType<H223AL2MParameters>
{
    public required H223AL2MParametersHeaderFEC HeaderFEC { get; init; }

    public required bool AlpduInterleaving { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static H223AL2MParameters Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("H223AL2MParameters");
        return new H223AL2MParameters
        {
            HeaderFEC = (H223AL2MParametersHeaderFEC)NullChoice.Decode(ref reader, "H223AL2MParametersHeaderFEC", 2),
            AlpduInterleaving = reader.Boolean(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        NullChoice.Encode(ref writer, (int)HeaderFEC, 2);
        writer.Boolean(AlpduInterleaving);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, H223AL2MParameters).</summary>
public enum H223AL2MParametersHeaderFEC
{
    Sebch165,
    Golay2412,
}
