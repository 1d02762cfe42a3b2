using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Modes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record RequestModeAck : IPerType<RequestModeAck>
{
    public required int SequenceNumber { get; init; }

    public required RequestModeAckResponse Response { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static RequestModeAck Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RequestModeAck");
        return new RequestModeAck
        {
            SequenceNumber = reader.Integer(0, 255),
            Response = (RequestModeAckResponse)NullChoice.Decode(ref reader, "RequestModeAckResponse", 2),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(SequenceNumber, 0, 255);
        NullChoice.Encode(ref writer, (int)Response, 2);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, RequestModeAck).</summary>
public enum RequestModeAckResponse
{
    WillTransmitMostPreferredMode,
    WillTransmitLessPreferredMode,
}
