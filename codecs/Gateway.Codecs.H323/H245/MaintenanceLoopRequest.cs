using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record MaintenanceLoopRequest : IPerType<MaintenanceLoopRequest>
{
    public required MaintenanceLoopRequestType Type { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static MaintenanceLoopRequest Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("MaintenanceLoopRequest");
        return new MaintenanceLoopRequest
        {
            Type = MaintenanceLoopRequestType.Decode(ref reader),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        Type.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, MaintenanceLoopRequest).</summary>
public abstract record MaintenanceLoopRequestType : IPerType<MaintenanceLoopRequestType>
{
    private MaintenanceLoopRequestType() { }

    public sealed record SystemLoop : MaintenanceLoopRequestType;

    public sealed record MediaLoop(int Value) : MaintenanceLoopRequestType;

    public sealed record LogicalChannelLoop(int Value) : MaintenanceLoopRequestType;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : MaintenanceLoopRequestType;

    public static MaintenanceLoopRequestType Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("MaintenanceLoopRequestType", root: 3);
        MaintenanceLoopRequestType value = choice.Index switch
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
