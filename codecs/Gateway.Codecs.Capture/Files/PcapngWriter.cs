using System.Buffers;
using System.Buffers.Binary;

namespace Gateway.Codecs.Capture.Files;

/// <summary>Writes a little-endian pcapng file of one section, times in units of 100 ns (draft-ietf-opsawg-pcapng).</summary>
public sealed class PcapngWriter
{
    private readonly IBufferWriter<byte> output;
    private readonly List<LinkType> interfaces = [];

    /// <summary>Writes the section header.</summary>
    public PcapngWriter(IBufferWriter<byte> output)
    {
        this.output = output;
        var body = Begin(PcapngFile.SectionHeader, 16, out var block);
        BinaryPrimitives.WriteUInt32LittleEndian(body, PcapngFile.ByteOrderMagic);
        BinaryPrimitives.WriteUInt16LittleEndian(body[4..], 1);
        BinaryPrimitives.WriteInt64LittleEndian(body[8..], -1);
        output.Advance(block);
    }

    /// <summary>Writes one frame, describing an interface for its link type first where there is none yet.</summary>
    public void Write(LinkType linkType, DateTimeOffset time, ReadOnlySpan<byte> octets)
    {
        var number = interfaces.IndexOf(linkType);
        if (number < 0)
        {
            number = interfaces.Count;
            interfaces.Add(linkType);
            Describe(linkType);
        }
        var units = (ulong)Math.Max(0, (time - DateTimeOffset.UnixEpoch).Ticks);
        var body = Begin(PcapngFile.EnhancedPacket, 20 + (octets.Length + 3 & ~3), out var block);
        BinaryPrimitives.WriteInt32LittleEndian(body, number);
        BinaryPrimitives.WriteUInt32LittleEndian(body[4..], (uint)(units >> 32));
        BinaryPrimitives.WriteUInt32LittleEndian(body[8..], (uint)units);
        BinaryPrimitives.WriteInt32LittleEndian(body[12..], octets.Length);
        BinaryPrimitives.WriteInt32LittleEndian(body[16..], octets.Length);
        octets.CopyTo(body[20..]);
        output.Advance(block);
    }

    private void Describe(LinkType linkType)
    {
        var body = Begin(PcapngFile.InterfaceDescription, 20, out var block);
        BinaryPrimitives.WriteUInt16LittleEndian(body, (ushort)linkType);
        BinaryPrimitives.WriteUInt16LittleEndian(body[8..], 9);   // if_tsresol
        BinaryPrimitives.WriteUInt16LittleEndian(body[10..], 1);
        body[12] = 7;                                             // 10^-7 s
        output.Advance(block);
    }

    /// <summary>Clears a block, writes its type and both lengths and gives its body.</summary>
    private Span<byte> Begin(uint type, int bodyOctets, out int block)
    {
        block = bodyOctets + 12;
        var span = output.GetSpan(block)[..block];
        span.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(span, type);
        BinaryPrimitives.WriteInt32LittleEndian(span[4..], block);
        BinaryPrimitives.WriteInt32LittleEndian(span[^4..], block);
        return span[8..^4];
    }
}
