using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record MultilinkIndication : IPerType<MultilinkIndication>
{
    private MultilinkIndication() { }

    public sealed record NonStandard(NonStandardMessage Value) : MultilinkIndication;

    public sealed record CrcDesired : MultilinkIndication
    {
        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static CrcDesired DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("MultilinkIndication.crcDesired");
            return new CrcDesired
            {
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            sequence.End(ref writer);
        }
    }

    public sealed record ExcessiveError : MultilinkIndication
    {
        public required ConnectionIdentifier ConnectionIdentifier { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static ExcessiveError DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("MultilinkIndication.excessiveError");
            return new ExcessiveError
            {
                ConnectionIdentifier = ConnectionIdentifier.Decode(ref reader),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            ConnectionIdentifier.Encode(ref writer);
            sequence.End(ref writer);
        }
    }

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : MultilinkIndication;

    public static MultilinkIndication Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("MultilinkIndication", root: 3);
        MultilinkIndication value = choice.Index switch
        {
            0 => new NonStandard(NonStandardMessage.Decode(ref reader)),
            1 => CrcDesired.DecodeContents(ref reader),
            2 => ExcessiveError.DecodeContents(ref reader),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 3);
        switch (this)
        {
            case NonStandard alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case CrcDesired alternative:
                choice.Select(ref writer, 1);
                alternative.EncodeContents(ref writer);
                break;
            case ExcessiveError alternative:
                choice.Select(ref writer, 2);
                alternative.EncodeContents(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
