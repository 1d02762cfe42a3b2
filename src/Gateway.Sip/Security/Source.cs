using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Gateway.Sip.Security;

/// <summary>Who is counted as one: an IPv4 address, or an IPv6 network of 64 bits, in which one host may take any address (RFC 4291 2.5.4).</summary>
public readonly record struct Source(bool IsV6, ulong Bits)
{
    public static Source Of(IPAddress address)
    {
        Span<byte> octets = stackalloc byte[16];
        if (address.IsIPv4MappedToIPv6 || address.AddressFamily == AddressFamily.InterNetwork)
        {
            address.MapToIPv4().TryWriteBytes(octets, out _);
            return new Source(false, BinaryPrimitives.ReadUInt32BigEndian(octets));
        }

        address.TryWriteBytes(octets, out _);
        return new Source(true, BinaryPrimitives.ReadUInt64BigEndian(octets));
    }
}
