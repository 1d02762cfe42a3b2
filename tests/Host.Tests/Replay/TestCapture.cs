using System.Buffers;
using System.Buffers.Binary;
using System.Net;
using System.Text;
using Gateway.Codecs.Capture.Files;
using Gateway.Codecs.Capture.Hep;

namespace Host.Tests.Replay;

/// <summary>A capture made of UDP datagrams, a hundredth of a second apart.</summary>
internal sealed class TestCapture
{
    private readonly ArrayBufferWriter<byte> file = new();
    private readonly PcapngWriter writer;
    private DateTimeOffset time = new(2025, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public TestCapture() => writer = new PcapngWriter(file);

    public byte[] Octets => file.WrittenSpan.ToArray();

    public CaptureFile File => CaptureFile.Read(Octets);

    public TestCapture After(TimeSpan pause)
    {
        time += pause;
        return this;
    }

    /// <summary>A SIP message with the line ends of the wire; an empty line ends the headers where there is no body.</summary>
    public TestCapture Sip(string from, string to, string message) =>
        Datagram(from, to, Encoding.UTF8.GetBytes(message.ReplaceLineEndings("\r\n")));

    public TestCapture Datagram(string from, string to, byte[] payload)
    {
        var octets = new byte[8 + payload.Length];
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(4), (ushort)octets.Length);
        payload.CopyTo(octets, 8);
        return Packet(17, from, to, octets);
    }

    /// <summary>A message in the envelope of a capture agent (HEP3).</summary>
    public TestCapture Hep(string agent, string server, string from, string to, string message)
    {
        var envelope = new HepPacket(IPEndPoint.Parse(from), IPEndPoint.Parse(to), 17, time, HepProtocol.Sip, 2001, Encoding.UTF8.GetBytes(message.ReplaceLineEndings("\r\n")));
        var packet = new ArrayBufferWriter<byte>();
        return envelope.TryEncode(packet) ? Datagram(agent, server, packet.WrittenSpan.ToArray()) : throw new ArgumentException("no HEP3 packet holds it", nameof(message));
    }

    /// <summary>
    /// One user message of SCTP (RFC 9260 3.3.1) in a DATA chunk of its own: both ends of the association number from 0.
    /// </summary>
    public TestCapture UserMessage(string from, string to, uint number, ushort stream, uint payloadProtocol, byte[] message)
    {
        var octets = new byte[28 + ((message.Length + 3) & ~3)];
        octets[13] = 3;
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(14), (ushort)(16 + message.Length));
        BinaryPrimitives.WriteUInt32BigEndian(octets.AsSpan(16), number);
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(20), stream);
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(22), (ushort)number);
        BinaryPrimitives.WriteUInt32BigEndian(octets.AsSpan(24), payloadProtocol);
        message.CopyTo(octets, 28);
        return Packet(132, from, to, octets);
    }

    /// <summary>IPv4 and the ports, which stand at the front of what UDP and SCTP alike send.</summary>
    private TestCapture Packet(byte protocol, string from, string to, byte[] payload)
    {
        var (source, destination) = (IPEndPoint.Parse(from), IPEndPoint.Parse(to));
        var packet = new byte[20 + payload.Length];
        packet[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), (ushort)packet.Length);
        packet[8] = 64;
        packet[9] = protocol;
        source.Address.GetAddressBytes().CopyTo(packet, 12);
        destination.Address.GetAddressBytes().CopyTo(packet, 16);
        payload.CopyTo(packet, 20);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(20), (ushort)source.Port);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(22), (ushort)destination.Port);
        writer.Write(LinkType.Raw, time, packet);
        time += TimeSpan.FromMilliseconds(10);
        return this;
    }
}
