using System.Buffers;
using System.Net;
using System.Text;
using Gateway.Codecs.Capture;
using Gateway.Codecs.Capture.Files;
using Gateway.Codecs.Capture.Hep;
using Gateway.Codecs.Sip.Messages;

namespace Gateway.Codecs.Tests.Capture;

/// <summary>HEP3 against the packet of fixtures/captures/hep3.txt.</summary>
public sealed class HepPacketTests
{
    private static readonly byte[] Golden = Convert.FromHexString(Fixture.Lines("captures/hep3.txt").Single());

    [Fact]
    public void A_packet_of_Kamailio_says_where_its_message_was_seen_and_is_encoded_to_the_same_octets()
    {
        var (packet, fault) = HepPacket.Decode(Golden);
        Assert.Null(fault);
        Assert.Equal("127.0.0.1:15070", packet!.Source.ToString());
        Assert.Equal("127.0.0.1:15060", packet.Destination.ToString());
        Assert.Equal((17, HepProtocol.Sip, 2001u, "secret", null), (packet.IPProtocol, packet.Protocol, packet.Agent, packet.AuthenticationKey, packet.CorrelationId));
        Assert.Equal(2026, packet.Time.Year);
        Assert.Empty(packet.Others);
        Assert.StartsWith("OPTIONS sip:a@127.0.0.1:15060 SIP/2.0\r\n", Encoding.ASCII.GetString(packet.Payload.Span), StringComparison.Ordinal);
        Assert.Equal(Convert.ToHexString(Golden), Convert.ToHexString(Encode(packet)));
    }

    [Fact]
    public void Version_6_correlation_and_chunks_of_a_vendor_come_back()
    {
        var packet = new HepPacket(
            IPEndPoint.Parse("[2001:db8::1]:1720"), IPEndPoint.Parse("[2001:db8::2]:30000"), 6,
            new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddMicroseconds(678901), HepProtocol.H323, 7, new byte[] { 3, 0, 0, 4 })
        {
            CorrelationId = "transfer-17",
            Others = [new HepChunk(0, 18, [0, 100]), new HepChunk(0x55AA, 1, [1, 2, 3])],
        };
        var read = HepPacket.Decode(Encode(packet)).Packet!;
        Assert.Equal((packet.Source, packet.Destination, packet.Time, "transfer-17"), (read.Source, read.Destination, read.Time, read.CorrelationId));
        Assert.Equal([3, 0, 0, 4], read.Payload.ToArray());
        Assert.Equal([(0, 18, "0064"), (0x55AA, 1, "010203")], read.Others.Select(chunk => ((int)chunk.Vendor, (int)chunk.Type, Convert.ToHexString(chunk.Octets.AsSpan()))));
    }

    [Fact]
    public void In_a_capture_it_gives_the_message_at_the_ends_it_was_seen()
    {
        byte[] udp = [0xC0, 0x00, 0x23, 0x64, (byte)(8 + Golden.Length >> 8), (byte)(8 + Golden.Length), 0, 0, .. Golden];
        byte[] ip = [0x45, 0, (byte)(20 + udp.Length >> 8), (byte)(20 + udp.Length), 0, 0, 0, 0, 64, 17, 0, 0, 192, 0, 2, 1, 192, 0, 2, 2, .. udp];
        var captured = Assert.IsType<Captured.Datagram>(Assert.Single(new CaptureReader().Take(new CaptureFrame(1, default, LinkType.Raw, ip, ip.Length))));
        Assert.Equal("127.0.0.1:15070", captured.Source.ToString());
        Assert.NotNull(SipMessage.Decode(captured.Octets.Span).Message);
    }

    [Fact]
    public void Every_truncation_and_every_flipped_bit_gives_a_packet_or_a_fault()
    {
        for (var length = 0; length < Golden.Length; length++)
            Assert.InRange(HepPacket.Decode(Golden.AsMemory(0, length)).Fault!.Value.Offset, 0, length);
        for (var bit = 0; bit < Golden.Length * 8; bit++)
        {
            var flipped = (byte[])Golden.Clone();
            flipped[bit / 8] ^= (byte)(0x80 >> bit % 8);
            var (packet, fault) = HepPacket.Decode(flipped);
            Assert.True(packet is null != fault is null);
        }
    }

    [Fact]
    public void What_cannot_be_said_is_not_written()
    {
        var packet = HepPacket.Decode(Golden).Packet!;
        var output = new ArrayBufferWriter<byte>();
        Assert.False((packet with { Payload = new byte[65500] }).TryEncode(output));
        Assert.False((packet with { Source = new IPEndPoint(IPAddress.IPv6Loopback, 1) }).TryEncode(output));
        Assert.Equal(0, output.WrittenCount);
    }

    private static byte[] Encode(HepPacket packet)
    {
        var output = new ArrayBufferWriter<byte>();
        Assert.True(packet.TryEncode(output));
        return output.WrittenSpan.ToArray();
    }
}
