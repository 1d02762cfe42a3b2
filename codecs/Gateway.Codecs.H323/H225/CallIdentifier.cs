using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>CallIdentifier: one for the whole call, from SETUP and ARQ on, the same at both ends (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record CallIdentifier : IPerType<CallIdentifier>
{
    public required GloballyUniqueId Guid { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static CallIdentifier Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CallIdentifier");
        return new CallIdentifier
        {
            Guid = GloballyUniqueId.Decode(ref reader),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        Guid.Encode(ref writer);
        sequence.End(ref writer);
    }
}
