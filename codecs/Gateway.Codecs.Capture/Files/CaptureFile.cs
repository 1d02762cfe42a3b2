using System.Buffers.Binary;

namespace Gateway.Codecs.Capture.Files;

/// <summary>The frames of a capture file, pcap or pcapng, either byte order.</summary>
public sealed record CaptureFile(IReadOnlyList<CaptureFrame> Frames, CaptureFault? Fault)
{
    /// <summary>Reads a whole file. A file that is damaged or cut short gives the frames before the damage, and the fault.</summary>
    public static CaptureFile Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length < 4)
            return new CaptureFile([], new CaptureFault(0, "shorter than a capture file header"));
        return BinaryPrimitives.ReadUInt32BigEndian(file.Span) switch
        {
            PcapngFile.SectionHeader => PcapngFile.Read(file),
            0xA1B2C3D4 => PcapFile.Read(file, bigEndian: true, ticksPerUnit: 10),
            0xD4C3B2A1 => PcapFile.Read(file, bigEndian: false, ticksPerUnit: 10),
            0xA1B23C4D => PcapFile.Read(file, bigEndian: true, ticksPerUnit: 0.01),
            0x4D3CB2A1 => PcapFile.Read(file, bigEndian: false, ticksPerUnit: 0.01),
            _ => new CaptureFile([], new CaptureFault(0, "neither pcap nor pcapng")),
        };
    }
}
