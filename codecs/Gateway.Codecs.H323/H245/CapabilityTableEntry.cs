using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, not extensible (H.245 (05/2011) Annex A).</summary>
public sealed record CapabilityTableEntry : IPerType<CapabilityTableEntry>
{
    public required int CapabilityTableEntryNumber { get; init; }

    public Capability? Capability { get; init; }

    public static CapabilityTableEntry Decode(ref PerReader reader)
    {
        var sequence = reader.BeginPlainSequence("CapabilityTableEntry", optionals: 1);
        var value = new CapabilityTableEntry
        {
            CapabilityTableEntryNumber = reader.Integer(1, 65535),
            Capability = sequence.Optional() ? Capability.Decode(ref reader) : null,
        };
        sequence.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginPlainSequence(optionals: 1);
        writer.Integer(CapabilityTableEntryNumber, 1, 65535);
        if (sequence.Optional(ref writer, Capability))
            Capability.Encode(ref writer);
    }
}
