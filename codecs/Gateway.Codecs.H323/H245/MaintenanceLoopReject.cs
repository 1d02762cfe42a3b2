using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record MaintenanceLoopReject : IPerType<MaintenanceLoopReject>
{
    public required MaintenanceLoopRejectType Type { get; init; }

    public required MaintenanceLoopRejectCause Cause { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static MaintenanceLoopReject Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MaintenanceLoopReject");
        return new MaintenanceLoopReject
        {
            Type = MaintenanceLoopRejectType.Decode(ref reader),
            Cause = (MaintenanceLoopRejectCause)NullChoice.Decode(ref reader, "MaintenanceLoopRejectCause", 1),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        Type.Encode(ref writer);
        NullChoice.Encode(ref writer, (int)Cause, 1);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, MaintenanceLoopReject).</summary>
public abstract record MaintenanceLoopRejectType : IPerType<MaintenanceLoopRejectType>
{
    private MaintenanceLoopRejectType() { }

    public sealed record SystemLoop : MaintenanceLoopRejectType;

    public sealed record MediaLoop(int Value) : MaintenanceLoopRejectType;

    public sealed record LogicalChannelLoop(int Value) : MaintenanceLoopRejectType;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : MaintenanceLoopRejectType;

    public static MaintenanceLoopRejectType Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("MaintenanceLoopRejectType", root: 3);
        MaintenanceLoopRejectType value = choice.Index switch
        {
            0 => new SystemLoop(),
            1 => new MediaLoop(reader.Integer(1, 65535)),
            2 => new LogicalChannelLoop(reader.Integer(1, 65535)),
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
            case SystemLoop:
                choice.Select(ref writer, 0);
                break;
            case MediaLoop alternative:
                choice.Select(ref writer, 1);
                writer.Integer(alternative.Value, 1, 65535);
                break;
            case LogicalChannelLoop alternative:
                choice.Select(ref writer, 2);
                writer.Integer(alternative.Value, 1, 65535);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, MaintenanceLoopReject).</summary>
public enum MaintenanceLoopRejectCause
{
    CanNotPerformLoop,
}
