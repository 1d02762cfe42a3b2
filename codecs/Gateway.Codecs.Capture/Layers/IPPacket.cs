using System.Buffers.Binary;
using System.Net;

namespace Gateway.Codecs.Capture.Layers;

/// <summary>An IPv4 (RFC 791) or IPv6 (RFC 8200) packet without its headers; a fragment when more than its identification is set.</summary>
internal readonly record struct IPPacket(
    IPAddress Source, IPAddress Destination, byte Protocol, ReadOnlyMemory<byte> Payload, uint Identification, int FragmentOffset, bool MoreFragments)
{
    public bool IsFragment => MoreFragments || FragmentOffset > 0;

    public static bool TryRead(ushort etherType, ReadOnlyMemory<byte> octets, out IPPacket packet, out string? reason)
    {
        (packet, reason) = (default, null);
        return etherType switch
        {
            LinkLayer.IPv4 => TryReadVersion4(octets, out packet, out reason),
            LinkLayer.IPv6 => TryReadVersion6(octets, out packet, out reason),
            _ => false,
        };
    }

    private static bool TryReadVersion4(ReadOnlyMemory<byte> memory, out IPPacket packet, out string? reason)
    {
        (packet, reason) = (default, "IPv4 header cut short");
        var octets = memory.Span;
        if (octets.Length < 20)
            return false;
        var header = (octets[0] & 0x0F) * 4;
        int total = BinaryPrimitives.ReadUInt16BigEndian(octets[2..]);
        // Segmentation offload leaves the length at 0; short frames carry padding behind it.
        if (total == 0 || total > octets.Length)
            total = octets.Length;
        if (octets[0] >> 4 != 4 || header < 20 || header > total)
            return false;
        var fragment = BinaryPrimitives.ReadUInt16BigEndian(octets[6..]);
        packet = new IPPacket(
            new IPAddress(octets.Slice(12, 4)), new IPAddress(octets.Slice(16, 4)), octets[9], memory[header..total],
            BinaryPrimitives.ReadUInt16BigEndian(octets[4..]), (fragment & 0x1FFF) * 8, (fragment & 0x2000) != 0);
        reason = null;
        return true;
    }

    private static bool TryReadVersion6(ReadOnlyMemory<byte> memory, out IPPacket packet, out string? reason)
    {
        (packet, reason) = (default, "IPv6 header cut short");
        var octets = memory.Span;
        if (octets.Length < 40 || octets[0] >> 4 != 6)
            return false;
        int length = BinaryPrimitives.ReadUInt16BigEndian(octets[4..]);
        var total = length == 0 ? octets.Length : Math.Min(octets.Length, 40 + length);
        var next = octets[6];
        var at = 40;
        uint identification = 0;
        var offset = 0;
        var more = false;
        // Hop-by-hop, routing, fragment, authentication, destination options.
        while (next is 0 or 43 or 44 or 51 or 60)
        {
            if (at + 8 > total)
                return false;
            var size = next switch { 44 => 8, 51 => (octets[at + 1] + 2) * 4, _ => (octets[at + 1] + 1) * 8 };
            if (next == 44)
            {
                var field = BinaryPrimitives.ReadUInt16BigEndian(octets[(at + 2)..]);
                (offset, more) = (field & 0xFFF8, (field & 1) != 0);
                identification = BinaryPrimitives.ReadUInt32BigEndian(octets[(at + 4)..]);
            }
            next = octets[at];
            at += size;
            if (at > total)
                return false;
        }
        packet = new IPPacket(
            new IPAddress(octets.Slice(8, 16)), new IPAddress(octets.Slice(24, 16)), next, memory[at..total], identification, offset, more);
        reason = null;
        return true;
    }
}
