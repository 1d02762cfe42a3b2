using System.Buffers.Binary;
using System.Net;

namespace Gateway.Codecs.Capture.Streams;

/// <summary>A chunk of an SCTP packet (RFC 9260 3.2).</summary>
/// <param name="Value">Behind type, flags and length.</param>
internal readonly record struct SctpChunk(SctpChunkType Type, SctpDataFlags Flags, ReadOnlyMemory<byte> Value)
{
    private const int HeaderOctets = 4;
    private const int CommonHeaderOctets = 12;

    /// <summary>
    /// The chunks of a packet, as far as it goes; null when there is not even the common header. The checksum is left alone: a capture
    /// taken on the sending machine often has none.
    /// <code>
    /// packet  source port 2, destination port 2, verification tag 4, checksum 4
    /// chunk   type 1, flags 1, length 2, value, padding to 4 octets that the length leaves out
    /// </code>
    /// </summary>
    public static List<SctpChunk>? Read(IPAddress source, IPAddress destination, ReadOnlyMemory<byte> packet, out IPEndPoint from, out IPEndPoint to)
    {
        (from, to) = (new IPEndPoint(source, 0), new IPEndPoint(destination, 0));
        if (packet.Length < CommonHeaderOctets)
            return null;
        from.Port = BinaryPrimitives.ReadUInt16BigEndian(packet.Span);
        to.Port = BinaryPrimitives.ReadUInt16BigEndian(packet.Span[2..]);
        var chunks = new List<SctpChunk>(2);
        var rest = packet[CommonHeaderOctets..];
        while (rest.Length >= HeaderOctets)
        {
            var octets = rest.Span;
            int length = BinaryPrimitives.ReadUInt16BigEndian(octets[2..]);
            if (length < HeaderOctets || length > octets.Length)
                break;
            chunks.Add(new SctpChunk((SctpChunkType)octets[0], (SctpDataFlags)octets[1], rest[HeaderOctets..length]));
            rest = rest[Math.Min(rest.Length, length + 3 & ~3)..];
        }
        return chunks;
    }
}

internal enum SctpChunkType : byte
{
    Data = 0,
    Init = 1,
    Sack = 3,
}

[Flags]
internal enum SctpDataFlags : byte
{
    None = 0,

    /// <summary>Last fragment of a user message.</summary>
    End = 1,

    /// <summary>First fragment of a user message.</summary>
    Beginning = 2,
    Unordered = 4,
}
