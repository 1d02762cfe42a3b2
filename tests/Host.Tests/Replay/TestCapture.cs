using System.Buffers;
using System.Buffers.Binary;
using System.Net;
using System.Text;
using Gateway.Codecs.Capture.Files;

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
        var (source, destination) = (IPEndPoint.Parse(from), IPEndPoint.Parse(to));
        var packet = new byte[28 + payload.Length];
        packet[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), (ushort)packet.Length);
        packet[8] = 64;
        packet[9] = 17;
        source.Address.GetAddressBytes().CopyTo(packet, 12);
        destination.Address.GetAddressBytes().CopyTo(packet, 16);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(20), (ushort)source.Port);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(22), (ushort)destination.Port);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(24), (ushort)(payload.Length + 8));
        payload.CopyTo(packet, 28);
        writer.Write(LinkType.Raw, time, packet);
        time += TimeSpan.FromMilliseconds(10);
        return this;
    }
}
