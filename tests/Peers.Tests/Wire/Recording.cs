using System.Buffers;
using System.Buffers.Binary;
using Gateway.Codecs.Capture.Files;

namespace Peers.Tests.Wire;

/// <summary>A capture file of what went over the wire, made by whoever stands in the middle of it.</summary>
internal sealed class Recording
{
    /// <summary>Where the call signalling channel is well known (H.225.0 (12/2009) 7.1).</summary>
    public const ushort CallSignallingPort = 1720;

    private readonly Lock gate = new();
    private readonly ArrayBufferWriter<byte> file = new();
    private readonly PcapngWriter writer;
    private readonly Dictionary<(ushort From, ushort To), uint> sequence = [];

    public Recording() => writer = new PcapngWriter(file);

    /// <summary>One LAPD frame without FCS.</summary>
    public void AddLapd(ReadOnlySpan<byte> frame, bool fromNetwork)
    {
        // LINKTYPE_LINUX_LAPD: packet type (0 to us, 4 from us), hardware type, address length and address, of which the first octet tells
        // the side (1: network), protocol.
        Span<byte> packet = stackalloc byte[16 + frame.Length];
        packet.Clear();
        BinaryPrimitives.WriteUInt16BigEndian(packet, (ushort)(fromNetwork ? 0 : 4));
        BinaryPrimitives.WriteUInt16BigEndian(packet[14..], 0x0030);
        frame.CopyTo(packet[16..]);
        lock (gate)
            writer.Write(LinkType.LinuxLapd, DateTimeOffset.UtcNow, packet);
    }

    /// <summary>Octets of a TCP connection, as one segment.</summary>
    public void AddTcp(ushort from, ushort to, ReadOnlySpan<byte> octets)
    {
        Span<byte> packet = new byte[40 + octets.Length];
        packet[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], (ushort)packet.Length);
        (packet[8], packet[9]) = (64, 6);
        new byte[] { 127, 0, 0, 1, 127, 0, 0, 1 }.CopyTo(packet[12..]);
        Span<byte> tcp = packet[20..];
        BinaryPrimitives.WriteUInt16BigEndian(tcp, from);
        BinaryPrimitives.WriteUInt16BigEndian(tcp[2..], to);
        (tcp[12], tcp[13]) = (0x50, 0x18);
        tcp[14] = 0x7F;
        octets.CopyTo(tcp[20..]);
        lock (gate)
        {
            BinaryPrimitives.WriteUInt32BigEndian(tcp[4..], 1 + sequence.GetValueOrDefault((from, to)));
            BinaryPrimitives.WriteUInt32BigEndian(tcp[8..], 1 + sequence.GetValueOrDefault((to, from)));
            sequence[(from, to)] = sequence.GetValueOrDefault((from, to)) + (uint)octets.Length;
            writer.Write(LinkType.Raw, DateTimeOffset.UtcNow, packet);
        }
    }

    public byte[] ToFile()
    {
        lock (gate)
            return file.WrittenSpan.ToArray();
    }
}
