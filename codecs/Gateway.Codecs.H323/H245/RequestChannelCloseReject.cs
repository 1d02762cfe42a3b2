using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record RequestChannelCloseReject : IPerType<RequestChannelCloseReject>
{
    public required int ForwardLogicalChannelNumber { get; init; }

    public required RequestChannelCloseRejectCause Cause { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static RequestChannelCloseReject Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RequestChannelCloseReject");
        return new RequestChannelCloseReject
        {
            ForwardLogicalChannelNumber = reader.Integer(1, 65535),
            Cause = (RequestChannelCloseRejectCause)NullChoice.Decode(ref reader, "RequestChannelCloseRejectCause", 1),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(ForwardLogicalChannelNumber, 1, 65535);
        NullChoice.Encode(ref writer, (int)Cause, 1);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, RequestChannelCloseReject).</summary>
public enum RequestChannelCloseRejectCause
{
    Unspecified,
}
