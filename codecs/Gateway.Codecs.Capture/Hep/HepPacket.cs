using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Net;
using System.Text;
using Gateway.Codecs.Capture.Files;

namespace Gateway.Codecs.Capture.Hep;

/// <summary>What the payload is: chunk 000B. Other numbers keep theirs.</summary>
public enum HepProtocol : byte
{
    Sip = 1,
    Xmpp = 2,
    Sdp = 3,
    Rtp = 4,
    Rtcp = 5,
    Mgcp = 6,
    Megaco = 7,
    M2ua = 8,
    M3ua = 9,
    Iax = 10,
    H323 = 11,
    H321 = 12,
    Log = 100,
}

/// <summary>A chunk that has no property of its own, kept as it came.</summary>
/// <param name="Vendor">0 = of the specification.</param>
public readonly record struct HepChunk(ushort Vendor, ushort Type, ImmutableArray<byte> Octets);

/// <summary>A packet of the Homer encapsulation protocol, version 3 (HEP3 network protocol specification, revision 36): a captured
/// message with where it was seen, as capture servers take it and give it.</summary>
/// <remarks>
/// <code>
/// octets 1 to 4  "HEP3"
/// octets 5, 6    length of the packet
/// chunk          vendor 2, type 2, length 2 (header included), octets
///
/// 0001 address family, 2 or 10      0007, 0008 ports             000C capture agent 4
/// 0002 IP protocol                  0009 seconds since 1970 4    000E authentication key
/// 0003, 0004 addresses, version 4   000A microseconds 4          000F payload
/// 0005, 0006 addresses, version 6   000B protocol                0011 correlation id
/// </code>
/// </remarks>
/// <param name="Time">To the microsecond.</param>
/// <param name="IPProtocol">17 UDP, 6 TCP, 132 SCTP.</param>
public sealed record HepPacket(
    IPEndPoint Source, IPEndPoint Destination, byte IPProtocol, DateTimeOffset Time, HepProtocol Protocol, uint Agent, ReadOnlyMemory<byte> Payload)
{
    /// <summary>The usual UDP port of a capture server.</summary>
    public const int Port = 9060;

    private const int HeaderOctets = 6;
    private const byte InterNetwork = 2;
    private const byte InterNetworkV6 = 10;

    /// <summary>What joins the packets of one call.</summary>
    public string? CorrelationId { get; init; }

    public string? AuthenticationKey { get; init; }

    /// <summary>Chunks that no property stands for, in the order they came; sent behind the others.</summary>
    public ImmutableArray<HepChunk> Others { get; init; } = [];

    /// <summary>True when the octets begin as a packet does.</summary>
    public static bool Is(ReadOnlySpan<byte> octets) => octets.StartsWith("HEP3"u8);

    /// <summary>Reads one datagram. Either the packet or the fault is there.</summary>
    public static HepDecoding Decode(ReadOnlyMemory<byte> datagram)
    {
        var octets = datagram.Span;
        if (octets.Length < HeaderOctets || !Is(octets))
            return new(null, new CaptureFault(0, "no HEP3 header"));
        int end = BinaryPrimitives.ReadUInt16BigEndian(octets[4..]);
        if (end < HeaderOctets || end > octets.Length)
            return new(null, new CaptureFault(4, "HEP3 length that cannot be"));
        var fields = new Fields();
        for (var at = HeaderOctets; at < end;)
        {
            if (end - at < HeaderOctets)
                return new(null, new CaptureFault(at, "HEP3 chunk header cut short"));
            int length = BinaryPrimitives.ReadUInt16BigEndian(octets[(at + 4)..]);
            if (length < HeaderOctets || length > end - at)
                return new(null, new CaptureFault(at + 4, "HEP3 chunk length that cannot be"));
            var vendor = BinaryPrimitives.ReadUInt16BigEndian(octets[at..]);
            var type = BinaryPrimitives.ReadUInt16BigEndian(octets[(at + 2)..]);
            if (!fields.Take(vendor, type, datagram[(at + HeaderOctets)..(at + length)]))
                return new(null, new CaptureFault(at, $"HEP3 chunk {type} of {length - HeaderOctets} octets"));
            at += length;
        }
        return fields.Missing is { } missing ? new(null, new CaptureFault(end, missing)) : new(fields.Packet(), null);
    }

    /// <summary>Writes the packet; false when it would be longer than 65,535 octets or its ends are of different families.</summary>
    public bool TryEncode(IBufferWriter<byte> output)
    {
        var version6 = Source.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6;
        var (key, correlation) = (Encoding.UTF8.GetBytes(AuthenticationKey ?? ""), Encoding.UTF8.GetBytes(CorrelationId ?? ""));
        var length = HeaderOctets + 11 * HeaderOctets + 3 + 2 * (version6 ? 16 : 4) + 2 * 2 + 3 * 4 + Payload.Length
            + (AuthenticationKey is null ? 0 : HeaderOctets + key.Length) + (CorrelationId is null ? 0 : HeaderOctets + correlation.Length);
        foreach (var other in Others)
            length += HeaderOctets + other.Octets.Length;
        if (length > ushort.MaxValue || Source.AddressFamily != Destination.AddressFamily)
            return false;
        var writer = new Writer(output.GetSpan(length)[..length]);
        writer.Header(length);
        writer.Chunk(1, [version6 ? InterNetworkV6 : InterNetwork]);
        writer.Chunk(2, [IPProtocol]);
        writer.Chunk((ushort)(version6 ? 5 : 3), Source.Address.GetAddressBytes());
        writer.Chunk((ushort)(version6 ? 6 : 4), Destination.Address.GetAddressBytes());
        writer.Chunk(7, (ushort)Source.Port);
        writer.Chunk(8, (ushort)Destination.Port);
        var ticks = Math.Max(0, (Time - DateTimeOffset.UnixEpoch).Ticks);
        writer.Chunk(9, (uint)(ticks / TimeSpan.TicksPerSecond));
        writer.Chunk(10, (uint)(ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond));
        writer.Chunk(11, [(byte)Protocol]);
        writer.Chunk(12, Agent);
        if (AuthenticationKey is not null)
            writer.Chunk(14, key);
        writer.Chunk(15, Payload.Span);
        if (CorrelationId is not null)
            writer.Chunk(17, correlation);
        foreach (var other in Others)
            writer.Chunk(other.Type, other.Octets.AsSpan(), other.Vendor);
        output.Advance(length);
        return true;
    }

    /// <summary>What the chunks of a packet have told so far.</summary>
    private sealed class Fields
    {
        private readonly List<HepChunk> others = [];
        private IPAddress? source, destination;
        private int sourcePort, destinationPort;
        private byte? ipProtocol;
        private byte? protocol;
        private uint seconds, microseconds, agent;
        private string? key, correlation;
        private ReadOnlyMemory<byte>? payload;

        public string? Missing => source is null || destination is null ? "HEP3 packet without addresses"
            : payload is null ? "HEP3 packet without payload"
            : null;

        public HepPacket Packet() => new(
            new IPEndPoint(source!, sourcePort), new IPEndPoint(destination!, destinationPort), ipProtocol ?? 0,
            DateTimeOffset.UnixEpoch.AddSeconds(seconds).AddMicroseconds(microseconds), (HepProtocol)(protocol ?? 0), agent, payload.GetValueOrDefault())
        {
            CorrelationId = correlation,
            AuthenticationKey = key,
            Others = [.. others],
        };

        /// <summary>False when a chunk of the specification has octets that it cannot have.</summary>
        public bool Take(ushort vendor, ushort type, ReadOnlyMemory<byte> chunk)
        {
            var octets = chunk.Span;
            switch (vendor == 0 ? type : 0)
            {
                case 1:
                    return octets.Length == 1;
                case 2 when octets.Length == 1:
                    ipProtocol = octets[0];
                    return true;
                case 3 when octets.Length == 4:
                case 5 when octets.Length == 16:
                    source = new IPAddress(octets);
                    return true;
                case 4 when octets.Length == 4:
                case 6 when octets.Length == 16:
                    destination = new IPAddress(octets);
                    return true;
                case 7 when octets.Length == 2:
                    sourcePort = BinaryPrimitives.ReadUInt16BigEndian(octets);
                    return true;
                case 8 when octets.Length == 2:
                    destinationPort = BinaryPrimitives.ReadUInt16BigEndian(octets);
                    return true;
                case 9 when octets.Length == 4:
                    seconds = BinaryPrimitives.ReadUInt32BigEndian(octets);
                    return true;
                case 10 when octets.Length == 4:
                    microseconds = BinaryPrimitives.ReadUInt32BigEndian(octets);
                    return true;
                case 11 when octets.Length == 1:
                    protocol = octets[0];
                    return true;
                case 12 when octets.Length == 4:
                    agent = BinaryPrimitives.ReadUInt32BigEndian(octets);
                    return true;
                case 14:
                    key = Encoding.UTF8.GetString(octets);
                    return true;
                case 15:
                    payload = chunk;
                    return true;
                case 17:
                    correlation = Encoding.UTF8.GetString(octets);
                    return true;
                case >= 2 and <= 12:
                    return false;
                default:
                    others.Add(new HepChunk(vendor, type, [.. octets]));
                    return true;
            }
        }
    }

    private ref struct Writer(Span<byte> destination)
    {
        private Span<byte> left = destination;

        public void Header(int length)
        {
            "HEP3"u8.CopyTo(left);
            BinaryPrimitives.WriteUInt16BigEndian(left[4..], (ushort)length);
            left = left[HeaderOctets..];
        }

        public void Chunk(ushort type, ushort value)
        {
            BinaryPrimitives.WriteUInt16BigEndian(left[HeaderOctets..], value);
            Chunk(type, left.Slice(HeaderOctets, sizeof(ushort)));
        }

        public void Chunk(ushort type, uint value)
        {
            BinaryPrimitives.WriteUInt32BigEndian(left[HeaderOctets..], value);
            Chunk(type, left.Slice(HeaderOctets, sizeof(uint)));
        }

        public void Chunk(ushort type, scoped ReadOnlySpan<byte> octets, ushort vendor = 0)
        {
            BinaryPrimitives.WriteUInt16BigEndian(left, vendor);
            BinaryPrimitives.WriteUInt16BigEndian(left[2..], type);
            BinaryPrimitives.WriteUInt16BigEndian(left[4..], (ushort)(HeaderOctets + octets.Length));
            octets.CopyTo(left[HeaderOctets..]);
            left = left[(HeaderOctets + octets.Length)..];
        }
    }
}

/// <summary>A packet, or where and why it cannot be read.</summary>
public readonly record struct HepDecoding(HepPacket? Packet, CaptureFault? Fault);
