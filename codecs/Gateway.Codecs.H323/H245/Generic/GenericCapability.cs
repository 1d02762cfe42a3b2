using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Data;

namespace Gateway.Codecs.H323.H245.Generic;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record GenericCapability : IPerType<GenericCapability>
{
    public required CapabilityIdentifier CapabilityIdentifier { get; init; }

    /// <summary>In units of 100 bit/s.</summary>
    public uint? MaxBitRate { get; init; }

    public IReadOnlyList<GenericParameter>? Collapsing { get; init; }

    public IReadOnlyList<GenericParameter>? NonCollapsing { get; init; }

    public byte[]? NonCollapsingRaw { get; init; }

    public DataProtocolCapability? Transport { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static GenericCapability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("GenericCapability", optionals: 5);
        return new GenericCapability
        {
            CapabilityIdentifier = CapabilityIdentifier.Decode(ref reader),
            MaxBitRate = sequence.Optional() ? reader.Integer(0u, 4294967295u) : null,
            Collapsing = sequence.Optional() ? reader.SequenceOf<GenericParameter>() : null,
            NonCollapsing = sequence.Optional() ? reader.SequenceOf<GenericParameter>() : null,
            NonCollapsingRaw = sequence.Optional() ? reader.OctetString() : null,
            Transport = sequence.Optional() ? DataProtocolCapability.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 5, tail: Extensions);
        CapabilityIdentifier.Encode(ref writer);
        if (sequence.Optional(ref writer, MaxBitRate))
            writer.Integer(MaxBitRate.Value, 0, 4294967295);
        if (sequence.Optional(ref writer, Collapsing))
            writer.SequenceOf(Collapsing);
        if (sequence.Optional(ref writer, NonCollapsing))
            writer.SequenceOf(NonCollapsing);
        if (sequence.Optional(ref writer, NonCollapsingRaw))
            writer.OctetString(NonCollapsingRaw);
        if (sequence.Optional(ref writer, Transport))
            Transport.Encode(ref writer);
        sequence.End(ref writer);
    }
}
