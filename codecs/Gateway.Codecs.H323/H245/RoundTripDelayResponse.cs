using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record RoundTripDelayResponse : IPerType<RoundTripDelayResponse>
{
    public required int SequenceNumber { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static RoundTripDelayResponse Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RoundTripDelayResponse");
        return new RoundTripDelayResponse
        {
            SequenceNumber = reader.Integer(0, 255),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(SequenceNumber, 0, 255);
        sequence.End(ref writer);
    }
}
