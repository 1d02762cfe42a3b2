using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Transport;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record ServicePriority : IPerType<ServicePriority>
{
    public NonStandardParameter? NonStandardData { get; init; }

    public required bool ServicePrioritySignalled { get; init; }

    public ServicePriorityValue? ServicePriorityValue { get; init; }

    public int? ServiceClass { get; init; }

    public int? ServiceSubclass { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static ServicePriority Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("ServicePriority", optionals: 2);
        return new ServicePriority
        {
            NonStandardData = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            ServicePrioritySignalled = reader.Boolean(),
            ServicePriorityValue = sequence.Optional() ? ServicePriorityValue.Decode(ref reader) : null,
            ServiceClass = sequence.Addition(ref reader) ? reader.Integer(0, 4095) : null,
            ServiceSubclass = sequence.Addition(ref reader) ? reader.Integer(0, 255) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, additions: 2, tail: Extensions);
        if (sequence.Optional(ref writer, NonStandardData))
            NonStandardData.Encode(ref writer);
        writer.Boolean(ServicePrioritySignalled);
        if (sequence.Optional(ref writer, ServicePriorityValue))
            ServicePriorityValue.Encode(ref writer);
        if (sequence.Addition(ref writer, ServiceClass))
            writer.Integer(ServiceClass.Value, 0, 4095);
        if (sequence.Addition(ref writer, ServiceSubclass))
            writer.Integer(ServiceSubclass.Value, 0, 255);
        sequence.End(ref writer);
    }
}
