using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>ServiceControlSession (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record ServiceControlSession : IPerType<ServiceControlSession>
{
    public required int SessionId { get; init; }
    public ServiceControlDescriptor? Contents { get; init; }
    public required ServiceControlSessionReason Reason { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static ServiceControlSession Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("ServiceControlSession", optionals: 1);
        return new ServiceControlSession
        {
            SessionId = reader.Integer(0, 255),
            Contents = sequence.Optional() ? ServiceControlDescriptor.Decode(ref reader) : null,
            Reason = (ServiceControlSessionReason)NullChoice.Decode(ref reader, "reason", root: 3),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        writer.Integer(SessionId, 0, 255);
        if (sequence.Optional(ref writer, Contents)) Contents.Encode(ref writer);
        NullChoice.Encode(ref writer, (int)Reason, root: 3);
        sequence.End(ref writer);
    }
}

/// <summary>reason of ServiceControlSession (H.225.0 (12/2009) Annex H).</summary>
public enum ServiceControlSessionReason
{
    Open,
    Refresh,
    Close,
}
