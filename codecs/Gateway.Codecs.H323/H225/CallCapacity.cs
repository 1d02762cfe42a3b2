using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>CallCapacity (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record CallCapacity : IPerType<CallCapacity>
{
    public CallCapacityInfo? MaximumCallCapacity { get; init; }
    public CallCapacityInfo? CurrentCallCapacity { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static CallCapacity Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CallCapacity", optionals: 2);
        return new CallCapacity
        {
            MaximumCallCapacity = sequence.Optional() ? CallCapacityInfo.Decode(ref reader) : null,
            CurrentCallCapacity = sequence.Optional() ? CallCapacityInfo.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        if (sequence.Optional(ref writer, MaximumCallCapacity)) MaximumCallCapacity.Encode(ref writer);
        if (sequence.Optional(ref writer, CurrentCallCapacity)) CurrentCallCapacity.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>CallCapacityInfo: calls still possible, by protocol (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record CallCapacityInfo : IPerType<CallCapacityInfo>
{
    public IReadOnlyList<CallsAvailable>? VoiceGwCallsAvailable { get; init; }
    public IReadOnlyList<CallsAvailable>? H310GwCallsAvailable { get; init; }
    public IReadOnlyList<CallsAvailable>? H320GwCallsAvailable { get; init; }
    public IReadOnlyList<CallsAvailable>? H321GwCallsAvailable { get; init; }
    public IReadOnlyList<CallsAvailable>? H322GwCallsAvailable { get; init; }
    public IReadOnlyList<CallsAvailable>? H323GwCallsAvailable { get; init; }
    public IReadOnlyList<CallsAvailable>? H324GwCallsAvailable { get; init; }
    public IReadOnlyList<CallsAvailable>? T120OnlyGwCallsAvailable { get; init; }
    public IReadOnlyList<CallsAvailable>? T38FaxAnnexbOnlyGwCallsAvailable { get; init; }
    public IReadOnlyList<CallsAvailable>? TerminalCallsAvailable { get; init; }
    public IReadOnlyList<CallsAvailable>? McuCallsAvailable { get; init; }
    public IReadOnlyList<CallsAvailable>? SipGwCallsAvailable { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static CallCapacityInfo Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CallCapacityInfo", optionals: 11);
        return new CallCapacityInfo
        {
            VoiceGwCallsAvailable = sequence.Optional() ? reader.SequenceOf<CallsAvailable>() : null,
            H310GwCallsAvailable = sequence.Optional() ? reader.SequenceOf<CallsAvailable>() : null,
            H320GwCallsAvailable = sequence.Optional() ? reader.SequenceOf<CallsAvailable>() : null,
            H321GwCallsAvailable = sequence.Optional() ? reader.SequenceOf<CallsAvailable>() : null,
            H322GwCallsAvailable = sequence.Optional() ? reader.SequenceOf<CallsAvailable>() : null,
            H323GwCallsAvailable = sequence.Optional() ? reader.SequenceOf<CallsAvailable>() : null,
            H324GwCallsAvailable = sequence.Optional() ? reader.SequenceOf<CallsAvailable>() : null,
            T120OnlyGwCallsAvailable = sequence.Optional() ? reader.SequenceOf<CallsAvailable>() : null,
            T38FaxAnnexbOnlyGwCallsAvailable = sequence.Optional() ? reader.SequenceOf<CallsAvailable>() : null,
            TerminalCallsAvailable = sequence.Optional() ? reader.SequenceOf<CallsAvailable>() : null,
            McuCallsAvailable = sequence.Optional() ? reader.SequenceOf<CallsAvailable>() : null,
            SipGwCallsAvailable = sequence.Addition(ref reader) ? reader.SequenceOf<CallsAvailable>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 11, additions: 1, Extensions);
        if (sequence.Optional(ref writer, VoiceGwCallsAvailable)) writer.SequenceOf(VoiceGwCallsAvailable);
        if (sequence.Optional(ref writer, H310GwCallsAvailable)) writer.SequenceOf(H310GwCallsAvailable);
        if (sequence.Optional(ref writer, H320GwCallsAvailable)) writer.SequenceOf(H320GwCallsAvailable);
        if (sequence.Optional(ref writer, H321GwCallsAvailable)) writer.SequenceOf(H321GwCallsAvailable);
        if (sequence.Optional(ref writer, H322GwCallsAvailable)) writer.SequenceOf(H322GwCallsAvailable);
        if (sequence.Optional(ref writer, H323GwCallsAvailable)) writer.SequenceOf(H323GwCallsAvailable);
        if (sequence.Optional(ref writer, H324GwCallsAvailable)) writer.SequenceOf(H324GwCallsAvailable);
        if (sequence.Optional(ref writer, T120OnlyGwCallsAvailable)) writer.SequenceOf(T120OnlyGwCallsAvailable);
        if (sequence.Optional(ref writer, T38FaxAnnexbOnlyGwCallsAvailable)) writer.SequenceOf(T38FaxAnnexbOnlyGwCallsAvailable);
        if (sequence.Optional(ref writer, TerminalCallsAvailable)) writer.SequenceOf(TerminalCallsAvailable);
        if (sequence.Optional(ref writer, McuCallsAvailable)) writer.SequenceOf(McuCallsAvailable);
        if (sequence.Addition(ref writer, SipGwCallsAvailable)) writer.SequenceOf(SipGwCallsAvailable);
        sequence.End(ref writer);
    }
}

/// <summary>CallsAvailable (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record CallsAvailable : IPerType<CallsAvailable>
{
    public required uint Calls { get; init; }
    public string? Group { get; init; }
    public CarrierInfo? Carrier { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static CallsAvailable Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CallsAvailable", optionals: 1);
        return new CallsAvailable
        {
            Calls = reader.Integer(0u, uint.MaxValue),
            Group = sequence.Optional() ? reader.String(PerAlphabet.Ia5, 1, 128) : null,
            Carrier = sequence.Addition(ref reader) ? CarrierInfo.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, additions: 1, Extensions);
        writer.Integer(Calls, 0u, uint.MaxValue);
        if (sequence.Optional(ref writer, Group)) writer.String(Group, PerAlphabet.Ia5, 1, 128);
        if (sequence.Addition(ref writer, Carrier)) Carrier.Encode(ref writer);
        sequence.End(ref writer);
    }
}
