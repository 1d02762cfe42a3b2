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

    /// <summary>Bit of the link type field that makes its upper four bits the length of the frame check sequence, in units of 16 bits.</summary>
    private const uint CheckLengthPresent = 0x0400_0000;

    public static CaptureFile Read(ReadOnlyMemory<byte> file, bool bigEndian, double ticksPerUnit)
    {
        var octets = file.Span;
        if (octets.Length < FileHeader)
            return new CaptureFile([], new CaptureFault(0, "file header cut short"));
        var field = Number(octets[20..], bigEndian);
        var link = (LinkType)(field & 0xFFFF);
        var checkOctets = (field & CheckLengthPresent) == 0 ? 0 : (int)(field >> 28) * 2;
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
            frames.Add(CaptureFrame.Of(frames.Count + 1, time, link, file.Slice(at + RecordHeader, (int)captured), original, checkOctets));
            at += RecordHeader + (int)captured;
        }
        return new CaptureFile(frames, null);
    }

    private static uint Number(ReadOnlySpan<byte> octets, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(octets) : BinaryPrimitives.ReadUInt32LittleEndian(octets);
}
