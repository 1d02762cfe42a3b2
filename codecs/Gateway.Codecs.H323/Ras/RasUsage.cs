using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;

namespace Gateway.Codecs.H323.Ras;

/// <summary>RasUsageInfoTypes (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record RasUsageInfoTypes : IPerType<RasUsageInfoTypes>
{
    public required IReadOnlyList<NonStandardParameter> NonStandardUsageTypes { get; init; }
    public Null? StartTime { get; init; }
    public Null? EndTime { get; init; }
    public Null? TerminationCause { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static RasUsageInfoTypes Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RasUsageInfoTypes", optionals: 3);
        return new RasUsageInfoTypes
        {
            NonStandardUsageTypes = reader.SequenceOf<NonStandardParameter>(),
            StartTime = sequence.Optional() ? new Null() : null,
            EndTime = sequence.Optional() ? new Null() : null,
            TerminationCause = sequence.Optional() ? new Null() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 3, tail: Extensions);
        writer.SequenceOf(NonStandardUsageTypes);
        sequence.Optional(ref writer, StartTime);
        sequence.Optional(ref writer, EndTime);
        sequence.Optional(ref writer, TerminationCause);
        sequence.End(ref writer);
    }
}

/// <summary>RasUsageSpecification: when usage is to be reported (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record RasUsageSpecification : IPerType<RasUsageSpecification>
{
    public required RasUsageReportingTime When { get; init; }
    public RasUsageStartingPoint? CallStartingPoint { get; init; }
    public required RasUsageInfoTypes Required { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static RasUsageSpecification Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RasUsageSpecification", optionals: 1);
        return new RasUsageSpecification
        {
            When = RasUsageReportingTime.Decode(ref reader),
            CallStartingPoint = sequence.Optional() ? RasUsageStartingPoint.Decode(ref reader) : null,
            Required = RasUsageInfoTypes.Decode(ref reader),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        When.Encode(ref writer);
        if (sequence.Optional(ref writer, CallStartingPoint)) CallStartingPoint.Encode(ref writer);
        Required.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>RasUsageInformation (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record RasUsageInformation : IPerType<RasUsageInformation>
{
    public required IReadOnlyList<NonStandardParameter> NonStandardUsageFields { get; init; }
    public uint? AlertingTime { get; init; }
    public uint? ConnectTime { get; init; }
    public uint? EndTime { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static RasUsageInformation Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RasUsageInformation", optionals: 3);
        return new RasUsageInformation
        {
            NonStandardUsageFields = reader.SequenceOf<NonStandardParameter>(),
            AlertingTime = sequence.Optional() ? reader.Integer(1u, uint.MaxValue) : null,
            ConnectTime = sequence.Optional() ? reader.Integer(1u, uint.MaxValue) : null,
            EndTime = sequence.Optional() ? reader.Integer(1u, uint.MaxValue) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 3, tail: Extensions);
        writer.SequenceOf(NonStandardUsageFields);
        if (sequence.Optional(ref writer, AlertingTime)) writer.Integer(AlertingTime.Value, 1u, uint.MaxValue);
        if (sequence.Optional(ref writer, ConnectTime)) writer.Integer(ConnectTime.Value, 1u, uint.MaxValue);
        if (sequence.Optional(ref writer, EndTime)) writer.Integer(EndTime.Value, 1u, uint.MaxValue);
        sequence.End(ref writer);
    }
}

/// <summary>when of RasUsageSpecification (H.225.0 (12/2009) Annex H).</summary>
public sealed record RasUsageReportingTime : IPerType<RasUsageReportingTime>
{
    public Null? Start { get; init; }
    public Null? End { get; init; }
    public Null? InIrr { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static RasUsageReportingTime Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("when", optionals: 3);
        return new RasUsageReportingTime
        {
            Start = sequence.Optional() ? new Null() : null,
            End = sequence.Optional() ? new Null() : null,
            InIrr = sequence.Optional() ? new Null() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 3, tail: Extensions);
        sequence.Optional(ref writer, Start);
        sequence.Optional(ref writer, End);
        sequence.Optional(ref writer, InIrr);
        sequence.End(ref writer);
    }
}

/// <summary>callStartingPoint of RasUsageSpecification (H.225.0 (12/2009) Annex H).</summary>
public sealed record RasUsageStartingPoint : IPerType<RasUsageStartingPoint>
{
    public Null? Alerting { get; init; }
    public Null? Connect { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static RasUsageStartingPoint Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("callStartingPoint", optionals: 2);
        return new RasUsageStartingPoint
        {
            Alerting = sequence.Optional() ? new Null() : null,
            Connect = sequence.Optional() ? new Null() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        sequence.Optional(ref writer, Alerting);
        sequence.Optional(ref writer, Connect);
        sequence.End(ref writer);
    }
}
