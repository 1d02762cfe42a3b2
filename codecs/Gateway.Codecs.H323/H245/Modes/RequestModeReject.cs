using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Modes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record RequestModeReject : IPerType<RequestModeReject>
{
    public required int SequenceNumber { get; init; }

    public required RequestModeRejectCause Cause { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static RequestModeReject Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RequestModeReject");
        return new RequestModeReject
        {
            SequenceNumber = reader.Integer(0, 255),
            Cause = (RequestModeRejectCause)NullChoice.Decode(ref reader, "RequestModeRejectCause", 3),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(SequenceNumber, 0, 255);
        NullChoice.Encode(ref writer, (int)Cause, 3);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, RequestModeReject).</summary>
public enum RequestModeRejectCause
{
    ModeUnavailable,
    MultipointConstraint,
    RequestDenied,
}
