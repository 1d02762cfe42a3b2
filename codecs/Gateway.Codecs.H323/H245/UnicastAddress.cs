using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record UnicastAddress : IPerType<UnicastAddress>
{
    private UnicastAddress() { }

    public sealed record IPAddress : UnicastAddress
    {
        public required byte[] Network { get; init; }

        public required int TsapIdentifier { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static IPAddress DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("UnicastAddress.iPAddress");
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

    public sealed record IPXAddress : UnicastAddress
    {
        public required byte[] Node { get; init; }

        public required byte[] Netnum { get; init; }

        public required byte[] TsapIdentifier { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static IPXAddress DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("UnicastAddress.iPXAddress");
            return new IPXAddress
            {
                Node = reader.OctetString(6),
                Netnum = reader.OctetString(4),
                TsapIdentifier = reader.OctetString(2),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            writer.OctetString(Node, 6);
            writer.OctetString(Netnum, 4);
            writer.OctetString(TsapIdentifier, 2);
            sequence.End(ref writer);
        }
    }

    public sealed record IP6Address : UnicastAddress
    {
        public required byte[] Network { get; init; }

        public required int TsapIdentifier { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static IP6Address DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("UnicastAddress.iP6Address");
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

    public sealed record NetBios(byte[] Value) : UnicastAddress;

    public sealed record IPSourceRouteAddress : UnicastAddress
    {
        public required UnicastAddressIPSourceRouteAddressRouting Routing { get; init; }

        public required byte[] Network { get; init; }

        public required int TsapIdentifier { get; init; }

        public required IReadOnlyList<byte[]> Route { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static IPSourceRouteAddress DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("UnicastAddress.iPSourceRouteAddress");
            return new IPSourceRouteAddress
            {
                Routing = (UnicastAddressIPSourceRouteAddressRouting)NullChoice.DecodePlain(ref reader, "UnicastAddressIPSourceRouteAddressRouting", 2),
                Network = reader.OctetString(4),
                TsapIdentifier = reader.Integer(0, 65535),
                Route = reader.SequenceOf(static (ref PerReader inner) => inner.OctetString(4)),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            NullChoice.EncodePlain(ref writer, (int)Routing, 2);
            writer.OctetString(Network, 4);
            writer.Integer(TsapIdentifier, 0, 65535);
            writer.SequenceOf(Route, static (ref PerWriter inner, byte[] element) => inner.OctetString(element, 4));
            sequence.End(ref writer);
        }
    }

    public sealed record Nsap(byte[] Value) : UnicastAddress;

    public sealed record NonStandardAddress(NonStandardParameter Value) : UnicastAddress;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : UnicastAddress;

    public static UnicastAddress Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("UnicastAddress", root: 5, additions: 2);
        UnicastAddress value = choice.Index switch
        {
            0 => IPAddress.DecodeContents(ref reader),
            1 => IPXAddress.DecodeContents(ref reader),
            2 => IP6Address.DecodeContents(ref reader),
            3 => new NetBios(reader.OctetString(16)),
            4 => IPSourceRouteAddress.DecodeContents(ref reader),
            5 => new Nsap(reader.OctetString(1, 20)),
            6 => new NonStandardAddress(NonStandardParameter.Decode(ref reader)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 5);
        switch (this)
        {
            case IPAddress alternative:
                choice.Select(ref writer, 0);
                alternative.EncodeContents(ref writer);
                break;
            case IPXAddress alternative:
                choice.Select(ref writer, 1);
                alternative.EncodeContents(ref writer);
                break;
            case IP6Address alternative:
                choice.Select(ref writer, 2);
                alternative.EncodeContents(ref writer);
                break;
            case NetBios alternative:
                choice.Select(ref writer, 3);
                writer.OctetString(alternative.Value, 16);
                break;
            case IPSourceRouteAddress alternative:
                choice.Select(ref writer, 4);
                alternative.EncodeContents(ref writer);
                break;
            case Nsap alternative:
                choice.Select(ref writer, 5);
                writer.OctetString(alternative.Value, 1, 20);
                break;
            case NonStandardAddress alternative:
                choice.Select(ref writer, 6);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, not extensible (H.245 (05/2011) Annex A, UnicastAddress).</summary>
public enum UnicastAddressIPSourceRouteAddressRouting
{
    Strict,
    Loose,
}
