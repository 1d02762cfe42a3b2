using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record FlowControlCommand : IPerType<FlowControlCommand>
{
    public required FlowControlCommandScope Scope { get; init; }

    public required FlowControlCommandRestriction Restriction { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static FlowControlCommand Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("FlowControlCommand");
        return new FlowControlCommand
        {
            Scope = FlowControlCommandScope.Decode(ref reader),
            Restriction = FlowControlCommandRestriction.Decode(ref reader),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        Scope.Encode(ref writer);
        Restriction.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, not extensible (H.245 (05/2011) Annex A, FlowControlCommand).</summary>
public abstract record FlowControlCommandScope : IPerType<FlowControlCommandScope>
{
    private FlowControlCommandScope() { }

    public sealed record LogicalChannelNumber(int Value) : FlowControlCommandScope;

    public sealed record ResourceID(int Value) : FlowControlCommandScope;

    public sealed record WholeMultiplex : FlowControlCommandScope;

    public static FlowControlCommandScope Decode(ref PerReader reader)
    {
        var choice = reader.BeginPlainChoice("FlowControlCommandScope", root: 3);
        FlowControlCommandScope value = choice.Index switch
        {
            0 => new LogicalChannelNumber(reader.Integer(1, 65535)),
            1 => new ResourceID(reader.Integer(0, 65535)),
            _ => new WholeMultiplex(),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        switch (this)
        {
            case LogicalChannelNumber alternative:
                writer.PlainChoice(0, 3);
                writer.Integer(alternative.Value, 1, 65535);
                break;
            case ResourceID alternative:
                writer.PlainChoice(1, 3);
                writer.Integer(alternative.Value, 0, 65535);
                break;
            case WholeMultiplex:
                writer.PlainChoice(2, 3);
                break;
        }
    }
}

/// <summary>CHOICE, not extensible (H.245 (05/2011) Annex A, FlowControlCommand).</summary>
public abstract record FlowControlCommandRestriction : IPerType<FlowControlCommandRestriction>
{
    private FlowControlCommandRestriction() { }

    /// <summary>In units of 100 bit/s.</summary>
    public sealed record MaximumBitRate(int Value) : FlowControlCommandRestriction;

    public sealed record NoRestriction : FlowControlCommandRestriction;

    public static FlowControlCommandRestriction Decode(ref PerReader reader)
    {
        var choice = reader.BeginPlainChoice("FlowControlCommandRestriction", root: 2);
        FlowControlCommandRestriction value = choice.Index switch
        {
            0 => new MaximumBitRate(reader.Integer(0, 16777215)),
            _ => new NoRestriction(),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        switch (this)
        {
            case MaximumBitRate alternative:
                writer.PlainChoice(0, 2);
                writer.Integer(alternative.Value, 0, 16777215);
                break;
            case NoRestriction:
                writer.PlainChoice(1, 2);
                break;
        }
    }
}
