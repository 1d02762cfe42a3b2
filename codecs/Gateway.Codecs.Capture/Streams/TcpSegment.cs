using System.Buffers.Binary;
using System.Net;

namespace Gateway.Codecs.Capture.Streams;

/// <summary>One TCP segment (RFC 9293 3.1).</summary>
internal readonly record struct TcpSegment(
    IPEndPoint Source, IPEndPoint Destination, uint Sequence, uint Acknowledgment, TcpFlags Flags, ReadOnlyMemory<byte> Payload)
{
    public static TcpSegment? Read(IPAddress source, IPAddress destination, ReadOnlyMemory<byte> memory)
    {
        var octets = memory.Span;
        if (octets.Length < 20)
            return null;
        var header = (octets[12] >> 4) * 4;
        if (header < 20 || header > octets.Length)
            return null;
        return new TcpSegment(
            new IPEndPoint(source, BinaryPrimitives.ReadUInt16BigEndian(octets)),
            new IPEndPoint(destination, BinaryPrimitives.ReadUInt16BigEndian(octets[2..])),
            BinaryPrimitives.ReadUInt32BigEndian(octets[4..]),
            BinaryPrimitives.ReadUInt32BigEndian(octets[8..]),
            (TcpFlags)octets[13],
            memory[header..]);
    }
}

[Flags]
internal enum TcpFlags : byte
{
    None = 0,
    Fin = 1,
    Syn = 2,
    Rst = 4,
    Ack = 16,
}
