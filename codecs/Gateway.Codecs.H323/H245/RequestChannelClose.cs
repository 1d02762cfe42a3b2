using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Transport;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record RequestChannelClose : IPerType<RequestChannelClose>
{
    public required int ForwardLogicalChannelNumber { get; init; }

    public QOSCapability? QosCapability { get; init; }

    public RequestChannelCloseReason? Reason { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static RequestChannelClose Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RequestChannelClose");
        return new RequestChannelClose
        {
            ForwardLogicalChannelNumber = reader.Integer(1, 65535),
            QosCapability = sequence.Addition(ref reader) ? QOSCapability.Decode(ref reader) : null,
            Reason = sequence.Addition(ref reader) ? RequestChannelCloseReason.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(additions: 2, tail: Extensions);
        writer.Integer(ForwardLogicalChannelNumber, 1, 65535);
        if (sequence.Addition(ref writer, QosCapability))
            QosCapability.Encode(ref writer);
        if (sequence.Addition(ref writer, Reason))
            Reason.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, RequestChannelClose).</summary>
public abstract record RequestChannelCloseReason : IPerType<RequestChannelCloseReason>
{
    private RequestChannelCloseReason() { }

    public sealed record Unknown : RequestChannelCloseReason;

    public sealed record Normal : RequestChannelCloseReason;

    public sealed record Reopen : RequestChannelCloseReason;

    public sealed record ReservationFailure : RequestChannelCloseReason;

    public sealed record NetworkErrorCode(int Value) : RequestChannelCloseReason;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : RequestChannelCloseReason;

    public static RequestChannelCloseReason Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("RequestChannelCloseReason", root: 4, additions: 1);
        RequestChannelCloseReason value = choice.Index switch
        {
            0 => new Unknown(),
            1 => new Normal(),
            2 => new Reopen(),
            3 => new ReservationFailure(),
            4 => new NetworkErrorCode(reader.Integer(0, 255)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 4);
        switch (this)
        {
            case Unknown:
                choice.Select(ref writer, 0);
                break;
            case Normal:
                choice.Select(ref writer, 1);
                break;
            case Reopen:
                choice.Select(ref writer, 2);
                break;
            case ReservationFailure:
                choice.Select(ref writer, 3);
                break;
            case NetworkErrorCode alternative:
                choice.Select(ref writer, 4);
                writer.Integer(alternative.Value, 0, 255);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
