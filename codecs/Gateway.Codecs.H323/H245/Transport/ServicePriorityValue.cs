using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Transport;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record ServicePriorityValue : IPerType<ServicePriorityValue>
{
    public NonStandardParameter? NonStandardParameter { get; init; }

    public int? Value { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static ServicePriorityValue Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("ServicePriorityValue", optionals: 1);
        return new ServicePriorityValue
        {
            NonStandardParameter = sequence.Optional() ? NonStandardParameter.Decode(ref reader) : null,
            Value = sequence.Addition(ref reader) ? reader.Integer(0, 255) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, additions: 1, tail: Extensions);
        if (sequence.Optional(ref writer, NonStandardParameter))
            NonStandardParameter.Encode(ref writer);
        if (sequence.Addition(ref writer, Value))
            writer.Integer(Value.Value, 0, 255);
        sequence.End(ref writer);
    }
}
