using System.Buffers.Binary;
using System.Text;

namespace Gateway.Codecs.Capture.Files;

/// <summary>
/// The block format (draft-ietf-opsawg-pcapng). A section header sets the byte order, interface descriptions the link type and the
/// resolution of time; packets come in enhanced, simple or (obsolete) packet blocks. Other blocks are passed over.
/// <code>
/// block   type 4, total length 4, body padded to 4, total length 4
/// </code>
/// </summary>
internal static class PcapngFile
{
    public const uint SectionHeader = 0x0A0D0D0A;
    public const uint ByteOrderMagic = 0x1A2B3C4D;
    public const uint InterfaceDescription = 1;
    public const uint EnhancedPacket = 6;
    private const uint ObsoletePacket = 2;
    private const uint SimplePacket = 3;

    public const ushort Comment = 1;
    public const ushort InterfaceName = 2;
    public const ushort TimeResolution = 9;
    private const ushort EndOfOptions = 0;
    private const ushort PacketFlags = 2;
    private const ushort CheckLength = 13;
    private const ushort TimeOffset = 14;

    private readonly record struct Interface(LinkType LinkType, byte Resolution, long OffsetSeconds, int CheckOctets, string? Name)
    {
        /// <summary>Resolution: a negative power of ten, or of two when the high bit is set.</summary>
        public DateTimeOffset Time(ulong units)
        {
            var perSecond = (Resolution & 0x80) == 0 ? (UInt128)Math.Pow(10, Resolution & 0x7F) : UInt128.One << (Resolution & 0x7F);
            var ticks = (UInt128)units * TimeSpan.TicksPerSecond / (perSecond == 0 ? 1 : perSecond);
            var room = (UInt128)(ulong)(DateTimeOffset.MaxValue - DateTimeOffset.UnixEpoch).Ticks;
            var time = DateTimeOffset.UnixEpoch.AddTicks((long)(ulong)(ticks < room ? ticks : room));
            var seconds = OffsetSeconds;
            return Math.Abs((double)seconds) < 10_000_000_000 && time.Year + seconds / 30_000_000 is > 1 and < 9990 ? time.AddSeconds(seconds) : time;
        }
    }

    public static CaptureFile Read(ReadOnlyMemory<byte> file)
    {
        var frames = new List<CaptureFrame>();
        var interfaces = new List<Interface>();
        var bigEndian = false;
        var at = 0;
        while (at < file.Length)
        {
            var rest = file.Span[at..];
            if (rest.Length < 12)
                return new CaptureFile(frames, new CaptureFault(at, "block header cut short"));
            var type = Number(rest, bigEndian);
            if (type == SectionHeader)
            {
                bigEndian = BinaryPrimitives.ReadUInt32BigEndian(rest[8..]) == ByteOrderMagic;
                if (!bigEndian && BinaryPrimitives.ReadUInt32LittleEndian(rest[8..]) != ByteOrderMagic)
                    return new CaptureFile(frames, new CaptureFault(at + 8, "section without byte-order magic"));
                interfaces.Clear();
            }
            var length = Number(rest[4..], bigEndian);
            if (length < 12 || length % 4 != 0 || length > rest.Length)
                return new CaptureFile(frames, new CaptureFault(at + 4, "block length that cannot be"));
            var body = file.Slice(at + 8, (int)length - 12);
            if (Block(type, body, bigEndian, interfaces, frames) is { } reason)
                return new CaptureFile(frames, new CaptureFault(at, reason));
            at += (int)length;
        }
        return new CaptureFile(frames, null);
    }

    private static string? Block(uint type, ReadOnlyMemory<byte> body, bool bigEndian, List<Interface> interfaces, List<CaptureFrame> frames)
    {
        var octets = body.Span;
        switch (type)
        {
            case InterfaceDescription:
                if (octets.Length < 8)
                    return "interface description cut short";
                interfaces.Add(Describe(octets, bigEndian));
                return null;
            case EnhancedPacket or ObsoletePacket:
                if (octets.Length < 20)
                    return "packet block cut short";
                var number = type == EnhancedPacket ? Number(octets, bigEndian) : Short(octets, bigEndian);
                if (number >= interfaces.Count)
                    return $"packet of interface {number}, which is not described";
                var captured = Number(octets[12..], bigEndian);
                if (captured > octets.Length - 20)
                    return "packet longer than its block";
                var link = interfaces[(int)number];
                var units = (ulong)Number(octets[4..], bigEndian) << 32 | Number(octets[8..], bigEndian);
                var original = (int)Math.Min(int.MaxValue, Number(octets[16..], bigEndian));
                var (comment, checkOctets) = PacketOptions(octets[Math.Min(octets.Length, 20 + ((int)captured + 3 & ~3))..], bigEndian);
                frames.Add(CaptureFrame.Of(
                    frames.Count + 1, link.Time(units), link.LinkType, body.Slice(20, (int)captured), original, checkOctets ?? link.CheckOctets)
                    with
                    {
                        Interface = link.Name,
                        Comment = comment,
                    });
                return null;
            case SimplePacket:
                if (octets.Length < 4 || interfaces.Count == 0)
                    return "simple packet without length or interface";
                var whole = (int)Math.Min(int.MaxValue, Number(octets, bigEndian));
                var kept = Math.Min(whole, octets.Length - 4);
                // A simple packet has no time of its own; it was not seen before the one in front of it.
                var time = frames.Count > 0 ? frames[^1].Time : DateTimeOffset.UnixEpoch;
                frames.Add(CaptureFrame.Of(frames.Count + 1, time, interfaces[0].LinkType, body.Slice(4, kept), whole, interfaces[0].CheckOctets)
                    with { Interface = interfaces[0].Name });
                return null;
            default:
                return null;
        }
    }

    private static Interface Describe(ReadOnlySpan<byte> octets, bool bigEndian)
    {
        var described = new Interface((LinkType)Short(octets, bigEndian), 6, 0, 0, null);
        var options = octets[8..];
        while (NextOption(ref options, bigEndian, out var code, out var value))
        {
            described = (code, value.Length) switch
            {
                (InterfaceName, _) => described with { Name = Encoding.UTF8.GetString(value) },
                (TimeResolution, 1) => described with { Resolution = value[0] },
                // In bits, but some writers count octets.
                (CheckLength, 1) => described with { CheckOctets = value[0] >= 8 ? value[0] / 8 : value[0] },
                (TimeOffset, 8) => described with
                {
                    OffsetSeconds = bigEndian ? BinaryPrimitives.ReadInt64BigEndian(value) : BinaryPrimitives.ReadInt64LittleEndian(value),
                },
                _ => described,
            };
        }
        return described;
    }

    private static (string? Comment, int? CheckOctets) PacketOptions(ReadOnlySpan<byte> options, bool bigEndian)
    {
        string? comment = null;
        int? checkOctets = null;
        while (NextOption(ref options, bigEndian, out var code, out var value))
        {
            if (code == Comment)
                comment = comment is null ? Encoding.UTF8.GetString(value) : $"{comment}\n{Encoding.UTF8.GetString(value)}";
            else if (code == PacketFlags && value.Length == 4 && (Number(value, bigEndian) >> 5 & 0x0F) is > 0 and var length)
                checkOctets = (int)length;
        }
        return (comment, checkOctets);
    }

    /// <summary>An option: code 2, length 2, value padded to 4 octets.</summary>
    private static bool NextOption(ref ReadOnlySpan<byte> options, bool bigEndian, out ushort code, out ReadOnlySpan<byte> value)
    {
        code = 0;
        value = default;
        if (options.Length < 4)
            return false;
        code = Short(options, bigEndian);
        int length = Short(options[2..], bigEndian);
        if (code == EndOfOptions || length > options.Length - 4)
            return false;
        value = options.Slice(4, length);
        options = options[Math.Min(options.Length, 4 + (length + 3 & ~3))..];
        return true;
    }

    private static uint Number(ReadOnlySpan<byte> octets, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(octets) : BinaryPrimitives.ReadUInt32LittleEndian(octets);

    private static ushort Short(ReadOnlySpan<byte> octets, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(octets) : BinaryPrimitives.ReadUInt16LittleEndian(octets);
}
