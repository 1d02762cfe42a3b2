using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Conferences;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record Criteria : IPerType<Criteria>
{
    public required ObjectIdentifier Field { get; init; }

    public required byte[] Value { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static Criteria Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("Criteria");
        return new Criteria
        {
            Field = reader.ObjectIdentifier(),
            Value = reader.OctetString(1, 65535),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.ObjectIdentifier(Field);
        writer.OctetString(Value, 1, 65535);
        sequence.End(ref writer);
    }
}
