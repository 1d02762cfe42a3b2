using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>SEQUENCE, not extensible (H.245 (05/2011) Annex A).</summary>
public sealed record CapabilityDescriptor : IPerType<CapabilityDescriptor>
{
    public required int CapabilityDescriptorNumber { get; init; }

    public IReadOnlyList<IReadOnlyList<int>>? SimultaneousCapabilities { get; init; }

    public static CapabilityDescriptor Decode(ref PerReader reader)
    {
        var sequence = reader.BeginPlainSequence("CapabilityDescriptor", optionals: 1);
        var value = new CapabilityDescriptor
        {
            CapabilityDescriptorNumber = reader.Integer(0, 255),
            SimultaneousCapabilities = sequence.Optional() ? reader.SequenceOf(static (ref PerReader inner) => inner.SequenceOf(static (ref PerReader innermost) => innermost.Integer(1, 65535), 1, 256), 1, 256) : null,
        };
        sequence.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginPlainSequence(optionals: 1);
        writer.Integer(CapabilityDescriptorNumber, 0, 255);
        if (sequence.Optional(ref writer, SimultaneousCapabilities))
            writer.SequenceOf(SimultaneousCapabilities, static (ref PerWriter inner, IReadOnlyList<int> element) => inner.SequenceOf(element, static (ref PerWriter innermost, int part) => innermost.Integer(part, 1, 65535), 1, 256), 1, 256);
    }
}
