using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record MulticastAddress : IPerType<MulticastAddress>
{
    private MulticastAddress() { }

    public sealed record IPAddress : MulticastAddress
    {
        public required byte[] Network { get; init; }

        public required int TsapIdentifier { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static IPAddress DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("MulticastAddress.iPAddress");
            return new IPAddress
            {
                Network = reader.OctetString(4),
                TsapIdentifier = reader.Integer(0, 65535),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            writer.OctetString(Network, 4);
            writer.Integer(TsapIdentifier, 0, 65535);
            sequence.End(ref writer);
        }
    }

    public sealed record IP6Address : MulticastAddress
    {
        public required byte[] Network { get; init; }

        public required int TsapIdentifier { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static IP6Address DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("MulticastAddress.iP6Address");
            return new IP6Address
            {
                Network = reader.OctetString(16),
                TsapIdentifier = reader.Integer(0, 65535),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            writer.OctetString(Network, 16);
            writer.Integer(TsapIdentifier, 0, 65535);
            sequence.End(ref writer);
        }
    }

    public sealed record Nsap(byte[] Value) : MulticastAddress;

    public sealed record NonStandardAddress(NonStandardParameter Value) : MulticastAddress;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : MulticastAddress;

    public static MulticastAddress Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("MulticastAddress", root: 2, additions: 2);
        MulticastAddress value = choice.Index switch
        {
            0 => IPAddress.DecodeContents(ref reader),
            1 => IP6Address.DecodeContents(ref reader),
            2 => new Nsap(reader.OctetString(1, 20)),
            3 => new NonStandardAddress(NonStandardParameter.Decode(ref reader)),
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
            case IPAddress alternative:
                choice.Select(ref writer, 0);
                alternative.EncodeContents(ref writer);
                break;
            case IP6Address alternative:
                choice.Select(ref writer, 1);
                alternative.EncodeContents(ref writer);
                break;
            case Nsap alternative:
                choice.Select(ref writer, 2);
                writer.OctetString(alternative.Value, 1, 20);
                break;
            case NonStandardAddress alternative:
                choice.Select(ref writer, 3);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
