using System.Text;
using Gateway.Codecs.Capture;
using Gateway.Codecs.Capture.Files;

namespace Gateway.Codecs.Tests.Capture;

/// <summary>Segments that come late, twice, overlapping or never (RFC 9293 3.4, 3.10).</summary>
public sealed class TcpReassemblyTests
{
    private const byte Fin = 1, Syn = 2, Rst = 4, Ack = 16;

    [Fact]
    public void Segments_in_order_come_out_as_they_are() =>
        Assert.Equal("1:abc 2:de 3:end", Run(Segment(100, "abc"), Segment(103, "de"), Segment(105, "", Ack | Fin)));

    [Fact]
    public void A_late_segment_releases_what_waited_behind_it() =>
        Assert.Equal("1:ab 3:cd 3:ef", Run(Segment(100, "ab"), Segment(104, "ef"), Segment(102, "cd")));

    [Fact]
    public void Retransmissions_and_overlaps_give_only_what_is_new() =>
        Assert.Equal("1:abcd 4:ef 5:g", Run(Segment(100, "abcd"), Segment(100, "abcd"), Segment(101, "bc"), Segment(102, "cdef"), Segment(105, "fg")));

    [Fact]
    public void A_keep_alive_gives_nothing() => Assert.Equal("1:ab", Run(Segment(100, "ab"), Segment(101, "\0")));

    [Fact]
    public void A_hole_that_the_receiver_acknowledged_is_lost_to_the_capture() =>
        Assert.Equal("1:ab 3:gap2 3:ef", Run(Segment(100, "ab"), Segment(104, "ef"), Reply(500, 106)));

    [Fact]
    public void A_hole_still_open_at_the_end_of_the_capture_is_told() =>
        Assert.Equal("1:ab 2:gap2 2:ef", Run(Segment(100, "ab"), Segment(104, "ef")));

    [Fact]
    public void Sequence_numbers_wrap() =>
        Assert.Equal("1:ab 3:cd 3:ef", Run(Segment(uint.MaxValue - 1, "ab"), Segment(2, "ef"), Segment(0, "cd")));

    [Fact]
    public void A_syn_on_known_ports_begins_a_new_connection() =>
        Assert.Equal("2:ab 4:cd", Run(Segment(99, "", Syn), Segment(100, "ab"), Segment(5000, "", Syn), Segment(5001, "cd")));

    [Fact]
    public void A_reset_ends_both_directions() =>
        Assert.Equal("1:ab 2:x 3:reset 3:reset", Run(Segment(100, "ab"), Reply(500, 102, "x"), Segment(102, "", Rst)));

    [Fact]
    public void Segments_of_one_octet_behind_a_hole_are_held_within_bounds()
    {
        var reader = new CaptureReader();
        var frames = Enumerable.Range(0, 17_000).Select(i => Segment(i == 0 ? 100u : (uint)(102 + i), "x")).ToArray();
        var captured = frames.SelectMany((octets, i) => reader.Take(new CaptureFrame(i + 1, default, LinkType.Raw, octets, octets.Length))).ToList();
        // 2^20 octets, 65 for each.
        var gap = Assert.Single(captured.OfType<Captured.StreamGap>());
        Assert.Equal((2, (1 << 20) / 65 + 2), (gap.MissingOctets, gap.Frame));
        Assert.Equal(17_000, captured.OfType<Captured.StreamChunk>().Count());
    }

    [Fact]
    public void Fragments_sent_again_and_overlapping_change_nothing()
    {
        byte[] udp = [0x13, 0xC4, 0x13, 0xC4, 0, 32, 0, 0, .. Enumerable.Range(8, 24).Select(i => (byte)i)];
        byte[][] fragments = [IPv4(17, udp[..16], 7, 0x2000), IPv4(17, udp[..8], 7, 0x2000), IPv4(17, udp[..16], 7, 0x2000), IPv4(17, udp[8..24], 7, 0x2001), IPv4(17, udp[24..], 7, 3)];
        var reader = new CaptureReader();
        var captured = fragments.SelectMany((octets, i) => reader.Take(new CaptureFrame(i + 1, default, LinkType.Raw, octets, octets.Length))).ToList();
        Assert.Equal(udp[8..], Assert.IsType<Captured.Datagram>(Assert.Single(captured)).Octets.ToArray());
    }

    [Fact]
    public void A_datagram_in_fragments_is_put_together()
    {
        var udp = new byte[3008];
        new Random(17).NextBytes(udp);
        (udp[0], udp[1], udp[2], udp[3], udp[4], udp[5]) = (0x13, 0xC4, 0x13, 0xC4, 3008 >> 8, 3008 & 0xFF);
        byte[][] fragments = [IPv4(17, udp[2960..], 7, 370), IPv4(17, udp[..1480], 7, 0x2000), IPv4(17, udp[1480..2960], 7, 0x2000 | 185)];
        var reader = new CaptureReader();
        var captured = fragments.SelectMany((octets, i) => reader.Take(new CaptureFrame(i + 1, default, LinkType.Raw, octets, octets.Length))).ToList();
        var datagram = Assert.IsType<Captured.Datagram>(Assert.Single(captured));
        Assert.Equal(udp[8..], datagram.Octets.ToArray());
        Assert.Equal(5060, datagram.Source.Port);
    }

    private static string Run(params byte[][] packets)
    {
        var frames = packets.Select((octets, i) => new CaptureFrame(i + 1, DateTimeOffset.UnixEpoch, LinkType.Raw, octets, octets.Length)).ToList();
        return string.Join(' ', CaptureReader.Read(new CaptureFile(frames, null)).Select(captured => captured switch
        {
            Captured.StreamChunk chunk => $"{chunk.Frame}:{Encoding.ASCII.GetString(chunk.Octets.Span)}",
            Captured.StreamGap gap => $"{gap.Frame}:gap{gap.MissingOctets}",
            Captured.StreamEnd end => $"{end.Frame}:{(end.Reset ? "reset" : "end")}",
            _ => captured.ToString(),
        }));
    }

    private static byte[] Segment(uint sequence, string text, int flags = Ack) => IPv4(6, Tcp(1720, 30000, sequence, 500, flags, text));

    private static byte[] Reply(uint sequence, uint acknowledgment, string text = "") =>
        [.. IPv4(6, Tcp(30000, 1720, sequence, acknowledgment, Ack, text), swap: true)];

    private static byte[] Tcp(ushort source, ushort destination, uint sequence, uint acknowledgment, int flags, string text) =>
    [
        (byte)(source >> 8), (byte)source, (byte)(destination >> 8), (byte)destination,
        (byte)(sequence >> 24), (byte)(sequence >> 16), (byte)(sequence >> 8), (byte)sequence,
        (byte)(acknowledgment >> 24), (byte)(acknowledgment >> 16), (byte)(acknowledgment >> 8), (byte)acknowledgment,
        0x50, (byte)flags, 0xFF, 0xFF, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(text),
    ];

    private static byte[] IPv4(byte protocol, byte[] payload, int identification = 0, int fragment = 0, bool swap = false)
    {
        byte[] one = [192, 0, 2, 1], two = [192, 0, 2, 2];
        var total = 20 + payload.Length;
        return
        [
            0x45, 0, (byte)(total >> 8), (byte)total, (byte)(identification >> 8), (byte)identification, (byte)(fragment >> 8), (byte)fragment,
            64, protocol, 0, 0, .. swap ? two : one, .. swap ? one : two, .. payload,
        ];
    }
}
