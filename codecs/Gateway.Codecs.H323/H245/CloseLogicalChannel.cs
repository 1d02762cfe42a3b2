using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record CloseLogicalChannel : IPerType<CloseLogicalChannel>
{
    public required int ForwardLogicalChannelNumber { get; init; }

    public required CloseLogicalChannelSource Source { get; init; }

    public CloseLogicalChannelReason? Reason { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static CloseLogicalChannel Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CloseLogicalChannel");
        return new CloseLogicalChannel
        {
            ForwardLogicalChannelNumber = reader.Integer(1, 65535),
            Source = (CloseLogicalChannelSource)NullChoice.DecodePlain(ref reader, "CloseLogicalChannelSource", 2),
            Reason = sequence.Addition(ref reader) ? CloseLogicalChannelReason.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(additions: 1, tail: Extensions);
        writer.Integer(ForwardLogicalChannelNumber, 1, 65535);
        NullChoice.EncodePlain(ref writer, (int)Source, 2);
        if (sequence.Addition(ref writer, Reason))
            Reason.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, not extensible (H.245 (05/2011) Annex A, CloseLogicalChannel).</summary>
public enum CloseLogicalChannelSource
{
    User,
    Lcse,
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, CloseLogicalChannel).</summary>
public abstract record CloseLogicalChannelReason : IPerType<CloseLogicalChannelReason>
{
    private CloseLogicalChannelReason() { }

    public sealed record Unknown : CloseLogicalChannelReason;

    public sealed record Reopen : CloseLogicalChannelReason;

    public sealed record ReservationFailure : CloseLogicalChannelReason;

    public sealed record NetworkErrorCode(int Value) : CloseLogicalChannelReason;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : CloseLogicalChannelReason;

    public static CloseLogicalChannelReason Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("CloseLogicalChannelReason", root: 3, additions: 1);
        CloseLogicalChannelReason value = choice.Index switch
        {
            0 => new Unknown(),
            1 => new Reopen(),
            2 => new ReservationFailure(),
            3 => new NetworkErrorCode(reader.Integer(0, 255)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 3);
        switch (this)
        {
            case Unknown:
                choice.Select(ref writer, 0);
                break;
            case Reopen:
                choice.Select(ref writer, 1);
                break;
            case ReservationFailure:
                choice.Select(ref writer, 2);
                break;
            case NetworkErrorCode alternative:
                choice.Select(ref writer, 3);
                writer.Integer(alternative.Value, 0, 255);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
