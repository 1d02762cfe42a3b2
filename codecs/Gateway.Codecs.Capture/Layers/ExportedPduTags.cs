using System.Buffers.Binary;
using System.Net;
using System.Text;

namespace Gateway.Codecs.Capture.Layers;

/// <summary>
/// The tags before an exported PDU (Wireshark <c>wsutil/exported_pdu_tlvs.h</c>): tag 2, length 2, value; tag 0 ends them.
/// </summary>
internal readonly record struct ExportedPduTags(string Dissector, IPEndPoint? Source, IPEndPoint? Destination, ReadOnlyMemory<byte> Payload)
{
    public static ExportedPduTags? Read(ReadOnlyMemory<byte> frame)
    {
        var dissector = "";
        IPAddress? source = null, destination = null;
        int sourcePort = 0, destinationPort = 0;
        while (frame.Length >= 4)
        {
            var octets = frame.Span;
            var tag = BinaryPrimitives.ReadUInt16BigEndian(octets);
            int length = BinaryPrimitives.ReadUInt16BigEndian(octets[2..]);
            if (length > octets.Length - 4)
                return null;
            var value = octets.Slice(4, length);
            frame = frame[(4 + length)..];
            switch (tag)
            {
                case 0:
                    return new ExportedPduTags(dissector, EndPoint(source, sourcePort), EndPoint(destination, destinationPort), frame);
                case 12 or 13 or 14:
                    dissector = Encoding.ASCII.GetString(value).TrimEnd('\0');
                    break;
                case 20 when length == 4:
                case 22 when length == 16:
                    source = new IPAddress(value);
                    break;
                case 21 when length == 4:
                case 23 when length == 16:
                    destination = new IPAddress(value);
                    break;
                case 25 when length == 4:
                    sourcePort = BinaryPrimitives.ReadUInt16BigEndian(value[2..]);
                    break;
                case 26 when length == 4:
                    destinationPort = BinaryPrimitives.ReadUInt16BigEndian(value[2..]);
                    break;
            }
        }
        return null;
    }

    private static IPEndPoint? EndPoint(IPAddress? address, int port) => address is null ? null : new IPEndPoint(address, port);
}
