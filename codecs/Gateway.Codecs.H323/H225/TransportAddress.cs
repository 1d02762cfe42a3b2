using System.Net;
using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H225;

/// <summary>TransportAddress (H.225.0 (12/2009) 7.6, Annex H).</summary>
public abstract record TransportAddress : IPerType<TransportAddress>
{
    private TransportAddress()
    {
    }

    public sealed record NetBios(byte[] Value) : TransportAddress;
    public sealed record Nsap(byte[] Value) : TransportAddress;
    public sealed record NonStandardAddress(NonStandardParameter Value) : TransportAddress;

    /// <summary>An alternative newer than our edition.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : TransportAddress;

    /// <summary>IPv4 address and port.</summary>
    public sealed record IpAddress : TransportAddress
    {
        public required IPAddress Ip { get; init; }
        public required int Port { get; init; }

        internal static IpAddress DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginPlainSequence("ipAddress");
            var value = new IpAddress
            {
                Ip = Address(ref reader, 4),
                Port = reader.Integer(0, 65535),
            };
            sequence.End(ref reader);
            return value;
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            Address(ref writer, Ip, 4);
            writer.Integer(Port, 0, 65535);
        }
    }

    /// <summary>IPv4 with the routers to pass.</summary>
    public sealed record IpSourceRoute : TransportAddress
    {
        public required IPAddress Ip { get; init; }
        public required int Port { get; init; }
        public required IReadOnlyList<IPAddress> Route { get; init; }
        public required SourceRouting Routing { get; init; }

        public ExtensionTail? Extensions { get; init; }

        internal static IpSourceRoute DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("ipSourceRoute");
            return new IpSourceRoute
            {
                Ip = Address(ref reader, 4),
                Port = reader.Integer(0, 65535),
                Route = reader.SequenceOf(static (ref r) => Address(ref r, 4)),
                Routing = (SourceRouting)NullChoice.Decode(ref reader, "routing", root: 2),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            Address(ref writer, Ip, 4);
            writer.Integer(Port, 0, 65535);
            writer.SequenceOf(Route, static (ref w, v) => Address(ref w, v, 4));
            NullChoice.Encode(ref writer, (int)Routing, root: 2);
            sequence.End(ref writer);
        }
    }

    public sealed record IpxAddress : TransportAddress
    {
        public required byte[] Node { get; init; }
        public required byte[] Netnum { get; init; }
        public required byte[] Port { get; init; }

        internal static IpxAddress DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginPlainSequence("ipxAddress");
            var value = new IpxAddress
            {
                Node = reader.OctetString(6),
                Netnum = reader.OctetString(4),
                Port = reader.OctetString(2),
            };
            sequence.End(ref reader);
            return value;
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            writer.OctetString(Node, 6);
            writer.OctetString(Netnum, 4);
            writer.OctetString(Port, 2);
        }
    }

    /// <summary>IPv6 address and port.</summary>
    public sealed record Ip6Address : TransportAddress
    {
        public required IPAddress Ip { get; init; }
        public required int Port { get; init; }

        public ExtensionTail? Extensions { get; init; }

        internal static Ip6Address DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("ip6Address");
            return new Ip6Address
            {
                Ip = Address(ref reader, 16),
                Port = reader.Integer(0, 65535),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            Address(ref writer, Ip, 16);
            writer.Integer(Port, 0, 65535);
            sequence.End(ref writer);
        }
    }

    public static TransportAddress Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("TransportAddress", root: 7);
        TransportAddress value = choice.Index switch
        {
            0 => IpAddress.DecodeContents(ref reader),
            1 => IpSourceRoute.DecodeContents(ref reader),
            2 => IpxAddress.DecodeContents(ref reader),
            3 => Ip6Address.DecodeContents(ref reader),
            4 => new NetBios(reader.OctetString(16)),
            5 => new Nsap(reader.OctetString(1, 20)),
            6 => new NonStandardAddress(NonStandardParameter.Decode(ref reader)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 7);
        switch (this)
        {
            case IpAddress chosen: choice.Select(ref writer, 0); chosen.EncodeContents(ref writer); break;
            case IpSourceRoute chosen: choice.Select(ref writer, 1); chosen.EncodeContents(ref writer); break;
            case IpxAddress chosen: choice.Select(ref writer, 2); chosen.EncodeContents(ref writer); break;
            case Ip6Address chosen: choice.Select(ref writer, 3); chosen.EncodeContents(ref writer); break;
            case NetBios chosen: choice.Select(ref writer, 4); writer.OctetString(chosen.Value, 16); break;
            case Nsap chosen: choice.Select(ref writer, 5); writer.OctetString(chosen.Value, 1, 20); break;
            case NonStandardAddress chosen: choice.Select(ref writer, 6); chosen.Value.Encode(ref writer); break;
            case Unrecognized newer: choice.Unknown(ref writer, newer.Value); break;
        }
        choice.End(ref writer);
    }

    /// <summary>What an <see cref="IPAddress"/> takes in memory.</summary>
    private const int IPAddressOctets = 32;

    private static IPAddress Address(ref PerReader reader, int octets)
    {
        Span<byte> address = stackalloc byte[16];
        reader.OctetString(address[..octets]);
        reader.Take(IPAddressOctets);
        return reader.Failed ? IPAddress.None : new IPAddress(address[..octets]);
    }

    private static void Address(ref PerWriter writer, IPAddress address, int octets)
    {
        Span<byte> contents = stackalloc byte[16];
        address.TryWriteBytes(contents, out var written);
        writer.OctetString(contents[..written], octets);
    }
}

/// <summary>routing of ipSourceRoute (H.225.0 (12/2009) Annex H).</summary>
public enum SourceRouting
{
    Strict,
    Loose,
}
