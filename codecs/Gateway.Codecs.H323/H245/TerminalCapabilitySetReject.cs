using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Generic;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record TerminalCapabilitySetReject : IPerType<TerminalCapabilitySetReject>
{
    public required int SequenceNumber { get; init; }

    public required TerminalCapabilitySetRejectCause Cause { get; init; }

    public IReadOnlyList<GenericMessage>? GenericInformation { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static TerminalCapabilitySetReject Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("TerminalCapabilitySetReject");
        return new TerminalCapabilitySetReject
        {
            SequenceNumber = reader.Integer(0, 255),
            Cause = TerminalCapabilitySetRejectCause.Decode(ref reader),
            GenericInformation = sequence.Addition(ref reader) ? reader.SequenceOf<GenericMessage>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(additions: 1, tail: Extensions);
        writer.Integer(SequenceNumber, 0, 255);
        Cause.Encode(ref writer);
        if (sequence.Addition(ref writer, GenericInformation))
            writer.SequenceOf(GenericInformation);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, TerminalCapabilitySetReject).</summary>
public abstract record TerminalCapabilitySetRejectCause : IPerType<TerminalCapabilitySetRejectCause>
{
    private TerminalCapabilitySetRejectCause() { }

    public sealed record Unspecified : TerminalCapabilitySetRejectCause;

    public sealed record UndefinedTableEntryUsed : TerminalCapabilitySetRejectCause;

    public sealed record DescriptorCapacityExceeded : TerminalCapabilitySetRejectCause;

    public sealed record TableEntryCapacityExceeded(TerminalCapabilitySetRejectCauseTableEntryCapacityExceeded Value) : TerminalCapabilitySetRejectCause;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : TerminalCapabilitySetRejectCause;

    public static TerminalCapabilitySetRejectCause Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("TerminalCapabilitySetRejectCause", root: 4);
        TerminalCapabilitySetRejectCause value = choice.Index switch
        {
            0 => new Unspecified(),
            1 => new UndefinedTableEntryUsed(),
            2 => new DescriptorCapacityExceeded(),
            3 => new TableEntryCapacityExceeded(TerminalCapabilitySetRejectCauseTableEntryCapacityExceeded.Decode(ref reader)),
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
            case Unspecified:
                choice.Select(ref writer, 0);
                break;
            case UndefinedTableEntryUsed:
                choice.Select(ref writer, 1);
                break;
            case DescriptorCapacityExceeded:
                choice.Select(ref writer, 2);
                break;
            case TableEntryCapacityExceeded alternative:
                choice.Select(ref writer, 3);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

/// <summary>CHOICE, not extensible (H.245 (05/2011) Annex A, TerminalCapabilitySetReject).</summary>
public abstract record TerminalCapabilitySetRejectCauseTableEntryCapacityExceeded : IPerType<TerminalCapabilitySetRejectCauseTableEntryCapacityExceeded>
{
    private TerminalCapabilitySetRejectCauseTableEntryCapacityExceeded() { }

    public sealed record HighestEntryNumberProcessed(int Value) : TerminalCapabilitySetRejectCauseTableEntryCapacityExceeded;

    public sealed record NoneProcessed : TerminalCapabilitySetRejectCauseTableEntryCapacityExceeded;

    public static TerminalCapabilitySetRejectCauseTableEntryCapacityExceeded Decode(ref PerReader reader)
    {
        var choice = reader.BeginPlainChoice("TerminalCapabilitySetRejectCauseTableEntryCapacityExceeded", root: 2);
        TerminalCapabilitySetRejectCauseTableEntryCapacityExceeded value = choice.Index switch
        {
            0 => new HighestEntryNumberProcessed(reader.Integer(1, 65535)),
            _ => new NoneProcessed(),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        switch (this)
        {
            case HighestEntryNumberProcessed alternative:
                writer.PlainChoice(0, 2);
                writer.Integer(alternative.Value, 1, 65535);
                break;
            case NoneProcessed:
                writer.PlainChoice(1, 2);
                break;
        }
    }
}
