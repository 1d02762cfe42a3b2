using System.Buffers.Binary;

namespace Gateway.Codecs.Capture.Files;

/// <summary>
/// The classic format (draft-ietf-opsawg-pcap).
/// <code>
/// file    magic 4, version 2+2, reserved 4+4, snap length 4, link type 4
/// record  seconds 4, micro- or nanoseconds 4, captured length 4, original length 4, octets
/// </code>
/// </summary>
internal static class PcapFile
{
    private const int FileHeader = 24;
    private const int RecordHeader = 16;

    public static CaptureFile Read(ReadOnlyMemory<byte> file, bool bigEndian, double ticksPerUnit)
    {
        var octets = file.Span;
        if (octets.Length < FileHeader)
            return new CaptureFile([], new CaptureFault(0, "file header cut short"));
        // The upper bits may tell the length of a frame check sequence.
        var link = (LinkType)(Number(octets[20..], bigEndian) & 0x0FFF_FFFF);
        var frames = new List<CaptureFrame>();
        var at = FileHeader;
        while (at < octets.Length)
        {
            if (octets.Length - at < RecordHeader)
                return new CaptureFile(frames, new CaptureFault(at, "record header cut short"));
            var record = octets[at..];
            var captured = Number(record[8..], bigEndian);
            if (captured > octets.Length - at - RecordHeader)
                return new CaptureFile(frames, new CaptureFault(at, "record longer than the file"));
            var time = DateTimeOffset.UnixEpoch
                .AddSeconds(Number(record, bigEndian))
                .AddTicks((long)(Number(record[4..], bigEndian) * ticksPerUnit));
            var original = (int)Math.Min(int.MaxValue, Number(record[12..], bigEndian));
            frames.Add(new CaptureFrame(frames.Count + 1, time, link, file.Slice(at + RecordHeader, (int)captured), original));
            at += RecordHeader + (int)captured;
        }
        return new CaptureFile(frames, null);
    }

    private static uint Number(ReadOnlySpan<byte> octets, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(octets) : BinaryPrimitives.ReadUInt32LittleEndian(octets);
}
