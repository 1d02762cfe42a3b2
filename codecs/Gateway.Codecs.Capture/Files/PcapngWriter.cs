using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Gateway.Codecs.Capture.Files;

/// <summary>Writes a little-endian pcapng file of one section, times in units of 100 ns (draft-ietf-opsawg-pcapng).</summary>
public sealed class PcapngWriter
{
    private const int OptionHeader = 4;

    private readonly IBufferWriter<byte> output;
    private readonly List<(LinkType LinkType, string? Domain)> interfaces = [];

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

    /// <summary>Writes one frame, describing its interface first when it is new: one for each domain and link type.</summary>
    /// <param name="domain">Name of the interface, such as <c>sip</c> or a trunk.</param>
    /// <param name="comment">What a reader of the file is to know about the frame.</param>
    public void Write(LinkType linkType, DateTimeOffset time, ReadOnlySpan<byte> octets, string? domain = null, string? comment = null)
    {
        var number = interfaces.IndexOf((linkType, domain));
        if (number < 0)
        {
            number = interfaces.Count;
            interfaces.Add((linkType, domain));
            Describe(linkType, domain);
        }
        var units = (ulong)Math.Max(0, (time - DateTimeOffset.UnixEpoch).Ticks);
        var text = Text(comment);
        var packet = 20 + Padded(octets.Length);
        var body = Begin(PcapngFile.EnhancedPacket, packet + (text.Length == 0 ? 0 : OptionHeader + Padded(text.Length) + OptionHeader), out var block);
        BinaryPrimitives.WriteInt32LittleEndian(body, number);
        BinaryPrimitives.WriteUInt32LittleEndian(body[4..], (uint)(units >> 32));
        BinaryPrimitives.WriteUInt32LittleEndian(body[8..], (uint)units);
        BinaryPrimitives.WriteInt32LittleEndian(body[12..], octets.Length);
        BinaryPrimitives.WriteInt32LittleEndian(body[16..], octets.Length);
        octets.CopyTo(body[20..]);
        if (text.Length > 0)
            Option(body[packet..], PcapngFile.Comment, text);
        output.Advance(block);
    }

    private void Describe(LinkType linkType, string? domain)
    {
        var name = Text(domain);
        var named = name.Length == 0 ? 0 : OptionHeader + Padded(name.Length);
        var body = Begin(PcapngFile.InterfaceDescription, 8 + named + OptionHeader + 4 + OptionHeader, out var block);
        BinaryPrimitives.WriteUInt16LittleEndian(body, (ushort)linkType);
        if (named > 0)
            Option(body[8..], PcapngFile.InterfaceName, name);
        Option(body[(8 + named)..], PcapngFile.TimeResolution, [7]);   // 10^-7 s
        output.Advance(block);
    }

    /// <summary>Writes code, length and value; the zeros behind it end the options or pad.</summary>
    private static void Option(Span<byte> destination, ushort code, ReadOnlySpan<byte> value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(destination, code);
        BinaryPrimitives.WriteUInt16LittleEndian(destination[2..], (ushort)value.Length);
        value.CopyTo(destination[OptionHeader..]);
    }

    /// <summary>UTF-8, no longer than an option may be.</summary>
    private static ReadOnlySpan<byte> Text(string? text)
    {
        ReadOnlySpan<byte> octets = Encoding.UTF8.GetBytes(text ?? "");
        return octets[..Math.Min(octets.Length, ushort.MaxValue)];
    }

    private static int Padded(int octets) => octets + 3 & ~3;

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
