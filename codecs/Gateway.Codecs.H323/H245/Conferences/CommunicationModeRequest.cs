using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Conferences;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record CommunicationModeRequest : IPerType<CommunicationModeRequest>
{
    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static CommunicationModeRequest Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CommunicationModeRequest");
        return new CommunicationModeRequest
        {
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        sequence.End(ref writer);
    }
}
