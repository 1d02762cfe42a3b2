using System.Net;

namespace Gateway.Codecs.Capture;

/// <summary>What a frame of a capture brought, without its link, network and transport headers.</summary>
/// <param name="Frame">Number of the frame that completed it.</param>
/// <param name="Time">Time of that frame.</param>
public abstract record Captured(int Frame, DateTimeOffset Time)
{
    /// <summary>A UDP datagram, or the message in a HEP3 packet: then ends and time are those at which the message itself was seen.</summary>
    public sealed record Datagram(int Frame, DateTimeOffset Time, IPEndPoint Source, IPEndPoint Destination, ReadOnlyMemory<byte> Octets)
        : Captured(Frame, Time);

    /// <summary>The next octets of one direction of a TCP connection, in order and once.</summary>
    public sealed record StreamChunk(
        int Frame, DateTimeOffset Time, int Connection, IPEndPoint Source, IPEndPoint Destination, ReadOnlyMemory<byte> Octets)
        : Captured(Frame, Time);

    /// <summary>Octets of a direction that the capture has lost; framing has to be found again.</summary>
    public sealed record StreamGap(int Frame, DateTimeOffset Time, int Connection, IPEndPoint Source, IPEndPoint Destination, int MissingOctets)
        : Captured(Frame, Time);

    /// <summary>A direction was closed by FIN, or both by RST.</summary>
    public sealed record StreamEnd(int Frame, DateTimeOffset Time, int Connection, IPEndPoint Source, IPEndPoint Destination, bool Reset)
        : Captured(Frame, Time);

    /// <summary>A user message of SCTP, whole and in the order of its stream. <paramref name="PayloadProtocol"/>: 1 = IUA.</summary>
    public sealed record UserMessage(
        int Frame, DateTimeOffset Time, int Association, IPEndPoint Source, IPEndPoint Destination, ushort Stream, uint PayloadProtocol,
        ReadOnlyMemory<byte> Octets)
        : Captured(Frame, Time);

    /// <summary>A LAPD frame. <paramref name="FromNetwork"/>: sent by the network side; null where the link type does not tell.</summary>
    public sealed record Lapd(int Frame, DateTimeOffset Time, bool? FromNetwork, ReadOnlyMemory<byte> Octets)
        : Captured(Frame, Time);

    /// <summary>A PDU that Wireshark exported, named by its dissector (<c>sip</c>, <c>q931</c>, <c>h225</c> ...).</summary>
    public sealed record ExportedPdu(
        int Frame, DateTimeOffset Time, string Dissector, IPEndPoint? Source, IPEndPoint? Destination, ReadOnlyMemory<byte> Octets)
        : Captured(Frame, Time);

    /// <summary>A frame that could not be read; <paramref name="Reason"/> names the header.</summary>
    public sealed record Unreadable(int Frame, DateTimeOffset Time, string Reason) : Captured(Frame, Time);
}
