using System.Buffers.Binary;
using Gateway.Codecs.Capture.Files;

namespace Gateway.Codecs.Capture.Layers;

/// <summary>Takes the link-layer header off: gives the EtherType of what follows and its octets.</summary>
internal static class LinkLayer
{
    public const ushort IPv4 = 0x0800;
    public const ushort IPv6 = 0x86DD;

    /// <summary>False with no reason: a frame of some other protocol. False with a reason: a header cut short.</summary>
    public static bool TryStrip(LinkType link, ReadOnlyMemory<byte> frame, out ushort protocol, out ReadOnlyMemory<byte> payload, out string? reason)
    {
        (protocol, payload, reason) = (0, default, null);
        var octets = frame.Span;
        var header = link switch
        {
            LinkType.Ethernet => 14,
            LinkType.LinuxSll => 16,
            LinkType.LinuxSll2 => 20,
            LinkType.Null or LinkType.Loop => 4,
            LinkType.Raw or LinkType.IPv4 or LinkType.IPv6 => 0,
            _ => -1,
        };
        if (header < 0)
        {
            reason = $"link type {(int)link} is not read";
            return false;
        }
        if (octets.Length <= header)
        {
            reason = $"{link} header cut short";
            return false;
        }
        protocol = link switch
        {
            LinkType.Ethernet => BinaryPrimitives.ReadUInt16BigEndian(octets[12..]),
            LinkType.LinuxSll => BinaryPrimitives.ReadUInt16BigEndian(octets[14..]),
            LinkType.LinuxSll2 => BinaryPrimitives.ReadUInt16BigEndian(octets),
            // The address family of a loopback differs by system; the version of IP does not.
            _ => (octets[header] >> 4) switch { 4 => IPv4, 6 => IPv6, _ => 0 },
        };
        // VLAN tags: customer, service, and the old double tag.
        while (protocol is 0x8100 or 0x88A8 or 0x9100)
        {
            if (octets.Length < header + 4)
            {
                reason = "VLAN tag cut short";
                return false;
            }
            protocol = BinaryPrimitives.ReadUInt16BigEndian(octets[(header + 2)..]);
            header += 4;
        }
        payload = frame[header..];
        return true;
    }
}
