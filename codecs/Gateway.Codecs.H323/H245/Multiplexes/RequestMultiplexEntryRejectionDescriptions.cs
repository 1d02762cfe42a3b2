using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record RequestMultiplexEntryRejectionDescriptions : IPerType<RequestMultiplexEntryRejectionDescriptions>
{
    public required int MultiplexTableEntryNumber { get; init; }

    public required RequestMultiplexEntryRejectionDescriptionsCause Cause { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static RequestMultiplexEntryRejectionDescriptions Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RequestMultiplexEntryRejectionDescriptions");
        return new RequestMultiplexEntryRejectionDescriptions
        {
            MultiplexTableEntryNumber = reader.Integer(1, 15),
            Cause = (RequestMultiplexEntryRejectionDescriptionsCause)NullChoice.Decode(ref reader, "RequestMultiplexEntryRejectionDescriptionsCause", 1),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(MultiplexTableEntryNumber, 1, 15);
        NullChoice.Encode(ref writer, (int)Cause, 1);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, RequestMultiplexEntryRejectionDescriptions).</summary>
public enum RequestMultiplexEntryRejectionDescriptionsCause
{
    UnspecifiedCause,
}
