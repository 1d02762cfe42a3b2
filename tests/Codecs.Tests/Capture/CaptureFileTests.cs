using System.Buffers;
using System.Net;
using Gateway.Codecs.Capture;
using Gateway.Codecs.Capture.Files;

namespace Gateway.Codecs.Tests.Capture;

public sealed class CaptureFileTests
{
    [Fact]
    public void What_the_writer_writes_the_reader_reads()
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new PcapngWriter(output);
        var time = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(1234567);
        writer.Write(LinkType.Ethernet, time, [1, 2, 3]);
        writer.Write(LinkType.Lapd, time.AddTicks(1), [4, 5, 6, 7, 8]);
        writer.Write(LinkType.Ethernet, time.AddTicks(2), []);
        var file = CaptureFile.Read(output.WrittenMemory);
        Assert.Null(file.Fault);
        Assert.Equal([LinkType.Ethernet, LinkType.Lapd, LinkType.Ethernet], file.Frames.Select(frame => frame.LinkType));
        Assert.Equal([time, time.AddTicks(1), time.AddTicks(2)], file.Frames.Select(frame => frame.Time));
        Assert.Equal(["010203", "0405060708", ""], file.Frames.Select(frame => Convert.ToHexString(frame.Octets.Span)));
    }

    [Fact]
    public void Each_domain_has_an_interface_of_its_name_and_frames_keep_their_comments()
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new PcapngWriter(output);
        writer.Write(LinkType.Raw, DateTimeOffset.UnixEpoch, [1], "sip", "transfer T1: REFER");
        writer.Write(LinkType.Raw, DateTimeOffset.UnixEpoch, [2, 2], "h323");
        writer.Write(LinkType.Lapd, DateTimeOffset.UnixEpoch, [3, 3, 3], "isdn", "größer");
        writer.Write(LinkType.Raw, DateTimeOffset.UnixEpoch, [4, 4, 4, 4], "sip");
        var file = CaptureFile.Read(output.WrittenMemory);
        Assert.Null(file.Fault);
        Assert.Equal(
            [("sip", "transfer T1: REFER", 1), ("h323", null, 2), ("isdn", "größer", 3), ("sip", null, 4)],
            file.Frames.Select(frame => (frame.Interface, frame.Comment, frame.Octets.Length)));
        // Section header, three interfaces, four packets.
        Assert.Equal(3, Blocks(output.WrittenSpan).Count(type => type == 1));
    }

    [Fact]
    public void A_frame_check_sequence_that_the_file_tells_of_is_taken_off()
    {
        // Link type 203 with two octets of check sequence (bits 31 to 28 in units of 16 bits, bit 26 = valid), one RR frame.
        var pcap = Convert.FromHexString("A1B2C3D4" + "00020004" + "0000000000000000" + "0000FFFF" + "140000CB" + "0000000000000000" + "00000006" + "00000006" + "020101018B5F");
        var frame = Assert.Single(CaptureFile.Read(pcap).Frames);
        Assert.Equal((LinkType.Lapd, "02010101", 4), (frame.LinkType, Convert.ToHexString(frame.Octets.Span), frame.OriginalLength));
        pcap[20] = 0;
        Assert.Equal(6, Assert.Single(CaptureFile.Read(pcap).Frames).Octets.Length);
    }

    [Theory]
    [InlineData(LinkType.Ethernet, "0000000000010000000000020800")]
    [InlineData(LinkType.Ethernet, "00000000000100000000000281000064" + "0800")]                 // VLAN 100
    [InlineData(LinkType.Ethernet, "00000000000100000000000288A80064" + "81000065" + "0800")]    // VLAN 101 in service VLAN 100
    [InlineData(LinkType.LinuxSll, "00000001000600000000000100000800")]
    [InlineData(LinkType.LinuxSll2, "0800000000000001000100060000000000010000")]
    [InlineData(LinkType.Null, "02000000")]
    [InlineData(LinkType.Raw, "")]
    [InlineData(LinkType.IPv4, "")]
    public void Each_link_layer_is_taken_off(LinkType link, string header)
    {
        var packet = "4500001F000000004011" + "0000" + "C0000201" + "C0000202" + "13C413C4000B0000" + "616263" + "0000";
        var captured = Take(link, header + packet);
        var datagram = Assert.IsType<Captured.Datagram>(Assert.Single(captured));
        Assert.Equal("616263", Convert.ToHexString(datagram.Octets.Span));
        Assert.Equal(IPEndPoint.Parse("192.0.2.1:5060"), datagram.Source);
    }

    [Fact]
    public void Version_6_is_read_past_its_extension_headers()
    {
        var header = "60000000" + "0013" + "0040" + "20010DB8000000000000000000000001" + "20010DB8000000000000000000000002";
        var captured = Take(LinkType.Raw, header + "1100000000000000" + "13C413C4000B0000" + "616263");
        var datagram = Assert.IsType<Captured.Datagram>(Assert.Single(captured));
        Assert.Equal("616263", Convert.ToHexString(datagram.Octets.Span));
        Assert.Equal("[2001:db8::2]:5060", datagram.Destination.ToString());
    }

    [Theory]
    [InlineData("h3p-hold-retrieve.pcap")]
    [InlineData("h3p-hold-retrieve.pcapng")]
    [InlineData("lapd-ni2-tbct-cooked.pcap")]
    [InlineData("opalgw-sip-refer-exported.pcapng")]
    [InlineData("sctp-usrsctp.pcap")]
    public void A_file_cut_short_gives_the_frames_before_the_cut(string name)
    {
        var whole = File.ReadAllBytes(Fixture.Path("captures/" + name));
        var frames = CaptureFile.Read(whole).Frames.Count;
        var previous = 0;
        for (var cut = 0; cut < whole.Length; cut++)
        {
            var file = CaptureFile.Read(whole.AsMemory(0, cut));
            Assert.InRange(file.Frames.Count, previous, frames);
            Assert.True(file.Frames.Count < frames || file.Fault is null);
            previous = file.Frames.Count;
        }
    }

    [Fact]
    public void Damaged_files_are_read_as_far_as_they_go()
    {
        string[] names = ["h3p-hold-retrieve.pcap", "h3p-hold-retrieve.pcapng", "opalgw-sip-refer-exported.pcapng", "lapd-ni2-tbct-cooked.pcap", "sctp-usrsctp.pcap"];
        var originals = names.Select(name => File.ReadAllBytes(Fixture.Path("captures/" + name))).ToList();
        var random = new Random(177);
        for (var i = 0; i < 10_000; i++)
        {
            var octets = (byte[])originals[i % originals.Count].Clone();
            for (var left = random.Next(1, 30); left > 0; left--)
                octets[random.Next(octets.Length)] = (byte)random.Next(256);
            Assert.True(CaptureReader.Read(CaptureFile.Read(octets)).Count() < 10_000);
        }
    }

    [Fact]
    public void A_file_of_another_kind_is_refused() =>
        Assert.Equal(new CaptureFault(0, "neither pcap nor pcapng"), CaptureFile.Read("INVITE sip:"u8.ToArray()).Fault);

    private static List<uint> Blocks(ReadOnlySpan<byte> file)
    {
        var types = new List<uint>();
        for (; !file.IsEmpty; file = file[(int)BitConverter.ToUInt32(file[4..])..])
            types.Add(BitConverter.ToUInt32(file));
        return types;
    }

    private static IReadOnlyList<Captured> Take(LinkType link, string hex)
    {
        var octets = Convert.FromHexString(hex);
        return new CaptureReader().Take(new CaptureFrame(1, default, link, octets, octets.Length));
    }
}
