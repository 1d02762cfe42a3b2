using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record MultiplexEntryRejectionDescriptions : IPerType<MultiplexEntryRejectionDescriptions>
{
    public required int MultiplexTableEntryNumber { get; init; }

    public required MultiplexEntryRejectionDescriptionsCause Cause { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static MultiplexEntryRejectionDescriptions Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MultiplexEntryRejectionDescriptions");
        return new MultiplexEntryRejectionDescriptions
        {
            MultiplexTableEntryNumber = reader.Integer(1, 15),
            Cause = (MultiplexEntryRejectionDescriptionsCause)NullChoice.Decode(ref reader, "MultiplexEntryRejectionDescriptionsCause", 2),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(MultiplexTableEntryNumber, 1, 15);
        NullChoice.Encode(ref writer, (int)Cause, 2);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, MultiplexEntryRejectionDescriptions).</summary>
public enum MultiplexEntryRejectionDescriptionsCause
{
    UnspecifiedCause,
    DescriptorTooComplex,
}
