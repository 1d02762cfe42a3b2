using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record MCLocationIndication : IPerType<MCLocationIndication>
{
    public required TransportAddress SignalAddress { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static MCLocationIndication Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MCLocationIndication");
        return new MCLocationIndication
        {
            SignalAddress = TransportAddress.Decode(ref reader),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        SignalAddress.Encode(ref writer);
        sequence.End(ref writer);
    }
}
