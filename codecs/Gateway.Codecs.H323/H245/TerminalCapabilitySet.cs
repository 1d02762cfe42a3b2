using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Generic;

namespace Gateway.Codecs.H323.H245;

/// <summary>With none of its optional components it is the empty capability set of third-party pause (H.323 (12/2009) 8.4.6). SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record TerminalCapabilitySet : IPerType<TerminalCapabilitySet>
{
    public required int SequenceNumber { get; init; }

    public required ObjectIdentifier ProtocolIdentifier { get; init; }

    public MultiplexCapability? MultiplexCapability { get; init; }

    public IReadOnlyList<CapabilityTableEntry>? CapabilityTable { get; init; }

    public IReadOnlyList<CapabilityDescriptor>? CapabilityDescriptors { get; init; }

    public IReadOnlyList<GenericMessage>? GenericInformation { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static TerminalCapabilitySet Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("TerminalCapabilitySet", optionals: 3);
        return new TerminalCapabilitySet
        {
            SequenceNumber = reader.Integer(0, 255),
            ProtocolIdentifier = reader.ObjectIdentifier(),
            MultiplexCapability = sequence.Optional() ? MultiplexCapability.Decode(ref reader) : null,
            CapabilityTable = sequence.Optional() ? reader.SequenceOf<CapabilityTableEntry>(1, 256) : null,
            CapabilityDescriptors = sequence.Optional() ? reader.SequenceOf<CapabilityDescriptor>(1, 256) : null,
            GenericInformation = sequence.Addition(ref reader) ? reader.SequenceOf<GenericMessage>() : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 3, additions: 1, tail: Extensions);
        writer.Integer(SequenceNumber, 0, 255);
        writer.ObjectIdentifier(ProtocolIdentifier);
        if (sequence.Optional(ref writer, MultiplexCapability))
            MultiplexCapability.Encode(ref writer);
        if (sequence.Optional(ref writer, CapabilityTable))
            writer.SequenceOf(CapabilityTable, 1, 256);
        if (sequence.Optional(ref writer, CapabilityDescriptors))
            writer.SequenceOf(CapabilityDescriptors, 1, 256);
        if (sequence.Addition(ref writer, GenericInformation))
            writer.SequenceOf(GenericInformation);
        sequence.End(ref writer);
    }
}
