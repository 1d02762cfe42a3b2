using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;

namespace Gateway.Codecs.H323.Ras;

/// <summary>CapacityReportingCapability (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record CapacityReportingCapability : IPerType<CapacityReportingCapability>
{
    public required bool CanReportCallCapacity { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static CapacityReportingCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CapacityReportingCapability");
        return new CapacityReportingCapability
        {
            CanReportCallCapacity = reader.Boolean(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Boolean(CanReportCallCapacity);
        sequence.End(ref writer);
    }
}

/// <summary>CapacityReportingSpecification (H.225.0 (12/2009) 7.6, Annex H).</summary>
public sealed record CapacityReportingSpecification : IPerType<CapacityReportingSpecification>
{
    public required CapacityReportingTime When { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static CapacityReportingSpecification Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("CapacityReportingSpecification");
        return new CapacityReportingSpecification
        {
            When = CapacityReportingTime.Decode(ref reader),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        When.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>when of CapacityReportingSpecification (H.225.0 (12/2009) Annex H).</summary>
public sealed record CapacityReportingTime : IPerType<CapacityReportingTime>
{
    public Null? CallStart { get; init; }
    public Null? CallEnd { get; init; }

    public ExtensionTail? Extensions { get; init; }

    public static CapacityReportingTime Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("when", optionals: 2);
        return new CapacityReportingTime
        {
            CallStart = sequence.Optional() ? new Null() : null,
            CallEnd = sequence.Optional() ? new Null() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        sequence.Optional(ref writer, CallStart);
        sequence.Optional(ref writer, CallEnd);
        sequence.End(ref writer);
    }
}
