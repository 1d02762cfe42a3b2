using System.Buffers.Binary;
using System.Net;
using Gateway.Codecs.Capture.Files;
using Gateway.Codecs.Capture.Hep;
using Gateway.Codecs.Capture.Layers;
using Gateway.Codecs.Capture.Streams;

namespace Gateway.Codecs.Capture;

/// <summary>
/// Turns frames into what the protocols above see: datagrams, ordered stream octets, SCTP user messages, LAPD frames, exported PDUs. Frames of other
/// protocols (ARP, ICMP ...) give nothing; frames that cannot be read give <see cref="Captured.Unreadable"/>.
/// </summary>
public sealed class CaptureReader
{
    private const byte Tcp = 6;
    private const byte Udp = 17;
    private const byte Sctp = 132;

    private readonly FragmentStore fragments = new();
    private readonly TcpReassembler streams = new();
    private readonly SctpReassembler associations = new();

    /// <summary>Everything in a capture file, in the order of its frames.</summary>
    public static IEnumerable<Captured> Read(CaptureFile file)
    {
        var reader = new CaptureReader();
        foreach (var frame in file.Frames)
        {
            foreach (var captured in reader.Take(frame))
                yield return captured;
        }
        if (file.Frames.Count == 0)
            yield break;
        foreach (var captured in reader.Finish(file.Frames[^1]))
            yield return captured;
    }

    /// <summary>Takes the next frame.</summary>
    public IReadOnlyList<Captured> Take(CaptureFrame frame)
    {
        switch (frame.LinkType)
        {
            case LinkType.Lapd:
                return [new Captured.Lapd(frame.Number, frame.Time, null, frame.Octets)];
            case LinkType.LinuxLapd:
                return [LinuxLapd(frame)];
            case LinkType.ExportedPdu:
                return ExportedPduTags.Read(frame.Octets) is { } tags
                    ? [new Captured.ExportedPdu(frame.Number, frame.Time, tags.Dissector, tags.Source, tags.Destination, tags.Payload)]
                    : [Unreadable(frame, "exported PDU tags cut short")];
        }
        if (!LinkLayer.TryStrip(frame.LinkType, frame.Octets, out var etherType, out var network, out var reason)
            || !IPPacket.TryRead(etherType, network, out var packet, out reason))
            return reason is null ? [] : [Unreadable(frame, reason)];
        if (packet.IsFragment)
        {
            if (fragments.Add(packet) is not { } whole)
                return [];
            packet = whole;
        }
        return packet.Protocol switch
        {
            Udp => [Datagram(frame, packet)],
            Tcp => Segment(frame, packet),
            Sctp => Chunks(frame, packet),
            _ => [],
        };
    }

    /// <summary>Gives what waited for segments and chunks that never came.</summary>
    public IReadOnlyList<Captured> Finish(CaptureFrame last)
    {
        var output = new List<Captured>();
        streams.Finish(last.Number, last.Time, output);
        associations.Finish(last.Number, last.Time, output);
        return output;
    }

    /// <summary>
    /// Linux cooked header: packet type 2 (4 = outgoing), hardware type 2, address length 2, address 8 (first octet: network side), protocol 2.
    /// </summary>
    private static Captured LinuxLapd(CaptureFrame frame)
    {
        if (frame.Octets.Length <= 16)
            return Unreadable(frame, "LAPD cooked header cut short");
        var octets = frame.Octets.Span;
        var sent = BinaryPrimitives.ReadUInt16BigEndian(octets) == 4;
        var onNetworkSide = octets[6] != 0;
        return new Captured.Lapd(frame.Number, frame.Time, sent == onNetworkSide, frame.Octets[16..]);
    }

    private static Captured Datagram(CaptureFrame frame, in IPPacket packet)
    {
        var octets = packet.Payload.Span;
        if (octets.Length < 8)
            return Unreadable(frame, "UDP header cut short");
        int length = BinaryPrimitives.ReadUInt16BigEndian(octets[4..]);
        if (length < 8 || length > octets.Length)
            length = octets.Length;
        if (HepPacket.Is(octets[8..length]))
        {
            var (inner, fault) = HepPacket.Decode(packet.Payload[8..length]);
            return inner is null
                ? Unreadable(frame, fault?.Reason ?? "")
                : new Captured.Datagram(frame.Number, inner.Time, inner.Source, inner.Destination, inner.Payload);
        }
        return new Captured.Datagram(
            frame.Number, frame.Time,
            new IPEndPoint(packet.Source, BinaryPrimitives.ReadUInt16BigEndian(octets)),
            new IPEndPoint(packet.Destination, BinaryPrimitives.ReadUInt16BigEndian(octets[2..])),
            packet.Payload[8..length]);
    }

    private List<Captured> Segment(CaptureFrame frame, in IPPacket packet)
    {
        if (TcpSegment.Read(packet.Source, packet.Destination, packet.Payload) is not { } segment)
            return [Unreadable(frame, "TCP header cut short")];
        var output = new List<Captured>(1);
        streams.Take(frame.Number, frame.Time, segment, output);
        return output;
    }

    private List<Captured> Chunks(CaptureFrame frame, in IPPacket packet)
    {
        if (SctpChunk.Read(packet.Source, packet.Destination, packet.Payload, out var source, out var destination) is not { } chunks)
            return [Unreadable(frame, "SCTP header cut short")];
        var output = new List<Captured>(1);
        associations.Take(frame.Number, frame.Time, source, destination, chunks, output);
        return output;
    }

    private static Captured.Unreadable Unreadable(CaptureFrame frame, string reason) => new(frame.Number, frame.Time, reason);
}
