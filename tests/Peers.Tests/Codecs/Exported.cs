using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Gateway.Codecs.Capture.Files;

namespace Peers.Tests.Codecs;

/// <summary>A capture of messages without anything below them, each with the name of the dissector that is to read it.</summary>
internal sealed class Exported
{
    private const ushort DissectorName = 12;

    private readonly ArrayBufferWriter<byte> file = new();
    private readonly PcapngWriter writer;

    public Exported() => writer = new PcapngWriter(file);

    public void Add(string dissector, ReadOnlySpan<byte> message)
    {
        var name = (dissector.Length + 3) & ~3;
        var frame = new byte[8 + name + message.Length];
        BinaryPrimitives.WriteUInt16BigEndian(frame, DissectorName);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), (ushort)name);
        Encoding.ASCII.GetBytes(dissector, frame.AsSpan(4));
        message.CopyTo(frame.AsSpan(8 + name));
        writer.Write(LinkType.ExportedPdu, DateTimeOffset.UnixEpoch, frame);
    }

    public byte[] ToFile() => file.WrittenSpan.ToArray();
}
