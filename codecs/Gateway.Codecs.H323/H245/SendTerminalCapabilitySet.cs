using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record SendTerminalCapabilitySet : IPerType<SendTerminalCapabilitySet>
{
    private SendTerminalCapabilitySet() { }

    public sealed record SpecificRequest : SendTerminalCapabilitySet
    {
        public required bool MultiplexCapability { get; init; }

        public IReadOnlyList<int>? CapabilityTableEntryNumbers { get; init; }

        public IReadOnlyList<int>? CapabilityDescriptorNumbers { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static SpecificRequest DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("SendTerminalCapabilitySet.specificRequest", optionals: 2);
            return new SpecificRequest
            {
                MultiplexCapability = reader.Boolean(),
                CapabilityTableEntryNumbers = sequence.Optional() ? reader.SequenceOf(static (ref PerReader inner) => inner.Integer(1, 65535), 1, 65535) : null,
                CapabilityDescriptorNumbers = sequence.Optional() ? reader.SequenceOf(static (ref PerReader inner) => inner.Integer(0, 255), 1, 256) : null,
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
            writer.Boolean(MultiplexCapability);
            if (sequence.Optional(ref writer, CapabilityTableEntryNumbers))
                writer.SequenceOf(CapabilityTableEntryNumbers, static (ref PerWriter inner, int element) => inner.Integer(element, 1, 65535), 1, 65535);
            if (sequence.Optional(ref writer, CapabilityDescriptorNumbers))
                writer.SequenceOf(CapabilityDescriptorNumbers, static (ref PerWriter inner, int element) => inner.Integer(element, 0, 255), 1, 256);
            sequence.End(ref writer);
        }
    }

    public sealed record GenericRequest : SendTerminalCapabilitySet;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : SendTerminalCapabilitySet;

    public static SendTerminalCapabilitySet Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("SendTerminalCapabilitySet", root: 2);
        SendTerminalCapabilitySet value = choice.Index switch
        {
            0 => SpecificRequest.DecodeContents(ref reader),
            1 => new GenericRequest(),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 2);
        switch (this)
        {
            case SpecificRequest alternative:
                choice.Select(ref writer, 0);
                alternative.EncodeContents(ref writer);
                break;
            case GenericRequest:
                choice.Select(ref writer, 1);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
