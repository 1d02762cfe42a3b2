using System.Text.Json;
using Gateway.Codecs.Asn1;
using Gateway.Codecs.Capture;
using Gateway.Codecs.Capture.Files;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.Tpkt;

namespace Gateway.Codecs.Tests.Capture;

/// <summary>Real captures against what others read in them: see <c>fixtures/captures/index.md</c>.</summary>
public sealed class CapturedCallsTests
{
    private static readonly ILookup<string, JsonElement> Frames = File.ReadLines(Fixture.Path("captures/frames.jsonl"))
        .Select(line => JsonDocument.Parse(line).RootElement)
        .ToLookup(line => line.GetProperty("capture").GetString()!);

    public static TheoryData<string> Captures() => [.. Frames.Select(capture => capture.Key)];

    [Theory]
    [MemberData(nameof(Captures))]
    public void Every_call_signalling_message_comes_out_at_its_frame(string capture)
    {
        var expected = Frames[capture].Select(line =>
            $"{line.GetProperty("frame")} {line.GetProperty("src")}>{line.GetProperty("dst")} {line.GetProperty("q931")}");
        Assert.Equal(expected, CallSignalling(Read(capture + ".pcap")));
    }

    [Theory]
    [InlineData("h3p-hold-retrieve.pcapng")]
    [InlineData("h3p-hold-retrieve-ns.pcap")]
    public void The_formats_of_editcap_hold_the_same_frames(string converted)
    {
        var original = CaptureFile.Read(File.ReadAllBytes(Fixture.Path("captures/h3p-hold-retrieve.pcap")));
        var other = CaptureFile.Read(File.ReadAllBytes(Fixture.Path("captures/" + converted)));
        Assert.Null(other.Fault);
        Assert.Equal(original.Frames.Count, other.Frames.Count);
        foreach (var (a, b) in original.Frames.Zip(other.Frames))
        {
            Assert.Equal(a with { Octets = default }, b with { Octets = default });
            Assert.True(a.Octets.Span.SequenceEqual(b.Octets.Span));
        }
    }

    [Fact]
    public void Sip_is_found_as_datagrams_and_as_exported_pdus()
    {
        var datagrams = Read("opalgw-sip-refer.pcap").OfType<Captured.Datagram>()
            .Where(datagram => datagram.Source.Port == 5060 || datagram.Destination.Port == 5060)
            .Select(datagram => Convert.ToHexString(datagram.Octets.Span));
        var exported = Read("opalgw-sip-refer-exported.pcapng").OfType<Captured.ExportedPdu>().Where(pdu => pdu.Dissector == "sip").ToList();
        Assert.Equal(datagrams, exported.Select(pdu => Convert.ToHexString(pdu.Octets.Span)));
        Assert.Equal("10.77.0.2", exported[0].Source?.Address.ToString());
        Assert.Equal(5060, exported[0].Destination?.Port);
    }

    [Theory]
    [InlineData("lapd-ni2-tbct.pcapng")]
    [InlineData("lapd-ni2-tbct-cooked.pcap")]
    public void Lapd_frames_are_those_of_libpri(string file)
    {
        var expected = JsonDocument.Parse(Fixture.Text("isdn/libpri-frames.json")).RootElement.EnumerateArray()
            .Where(frame => frame.GetProperty("scenario").GetString() == "ni2-tbct").ToList();
        var frames = Read(file).Cast<Captured.Lapd>().ToList();
        Assert.Equal(expected.Select(frame => frame.GetProperty("hex").GetString()!.ToUpperInvariant()), frames.Select(frame => Convert.ToHexString(frame.Octets.Span)));
        if (file.Contains("cooked", StringComparison.Ordinal))
            Assert.Equal(expected.Select(frame => (bool?)(frame.GetProperty("direction").GetString() == "network-to-user")), frames.Select(frame => frame.FromNetwork));
    }

    [Fact]
    public void Ras_comes_out_as_datagrams()
    {
        var ras = Read("gk-register.pcap").OfType<Captured.Datagram>().Where(d => d.Source.Port == 1719 || d.Destination.Port == 1719).ToList();
        Assert.NotEmpty(ras);
        Assert.All(ras, datagram =>
        {
            Codecs.Asn1.AlignedPer.PerReader.Decode<Codecs.H323.Ras.RasMessage>(datagram.Octets.Span, out var fault);
            Assert.Null(fault);
        });
    }

    private static IEnumerable<Captured> Read(string file)
    {
        var capture = CaptureFile.Read(File.ReadAllBytes(Fixture.Path("captures/" + file)));
        Assert.Null(capture.Fault);
        return CaptureReader.Read(capture);
    }

    /// <summary>Splits every stream into packets; H.245 connections carry no protocol discriminator 08.</summary>
    private static IEnumerable<string> CallSignalling(IEnumerable<Captured> captured)
    {
        var streams = new Dictionary<(int, string), byte[]>();
        foreach (var chunk in captured.OfType<Captured.StreamChunk>())
        {
            var key = (chunk.Connection, chunk.Source.ToString());
            ReadOnlySpan<byte> input = [.. streams.GetValueOrDefault(key, []), .. chunk.Octets.Span];
            var found = new List<string>();
            while (TpktFrame.TryRead(ref input, out var payload, out _))
            {
                if (payload is [8, 2, ..])
                    found.Add($"{chunk.Frame} {chunk.Source.Address}>{chunk.Destination.Address} {(H225MessageType)payload[4]}");
            }
            streams[key] = input.ToArray();
            foreach (var line in found)
                yield return line;
        }
    }
}
