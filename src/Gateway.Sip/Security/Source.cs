using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Gateway.Sip.Security;

/// <summary>Who is counted as one: an IPv4 address, or an IPv6 network of 64 bits, in which one host may take any address (RFC 4291 2.5.4).</summary>
public readonly record struct Source(bool IsV6, ulong Bits)
{
    /// <summary>The address, or the network with its length.</summary>
    public override string ToString()
    {
        Span<byte> octets = stackalloc byte[16];
        octets.Clear();
        if (!IsV6)
        {
            BinaryPrimitives.WriteUInt32BigEndian(octets, (uint)Bits);
            return new IPAddress(octets[..4]).ToString();
        }

        BinaryPrimitives.WriteUInt64BigEndian(octets, Bits);
        return $"{new IPAddress(octets)}/64";
    }

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
