using System.Text.Json;
using Gateway.Codecs.Isdn.Iua;
using Gateway.Codecs.Isdn.Iua.Parameters;
using Gateway.Host.Options;
using Gateway.Host.Replay;

namespace Host.Tests.Replay;

/// <summary>Signalling that another protocol carries: D-channels over SCTP (RFC 4233), and what capture agents send to their server (HEP3).</summary>
public class CarriedTests
{
    private const string Gateway = "192.0.2.1:9900", Controller = "192.0.2.2:9900";

    /// <summary>The layer 3 messages of a libpri scenario, and who sent each.</summary>
    private static IEnumerable<(bool FromNetwork, byte[] Frame, byte[] Message)> Messages(string scenario)
    {
        using var frames = JsonDocument.Parse(Fixture.Text("isdn/libpri-frames.json"));
        foreach (var frame in frames.RootElement.Clone().EnumerateArray().Where(frame => frame.GetProperty("scenario").GetString() == scenario).OrderBy(frame => frame.GetProperty("seq").GetInt32()))
        {
            if (frame.TryGetProperty("q931Hex", out var message))
                yield return (
                    frame.GetProperty("direction").GetString() == "network-to-user", Convert.FromHexString(frame.GetProperty("hex").GetString()!),
                    Convert.FromHexString(message.GetString()!));
        }
    }

    private static TestCapture Iua(string scenario, uint line = 7, byte tei = 0)
    {
        var capture = new TestCapture();
        uint requests = 0, indications = 0;
        foreach (var (fromNetwork, _, message) in Messages(scenario))
        {
            var carried = IuaMessage.Primitive(fromNetwork ? IuaMessageType.DataRequest : IuaMessageType.DataIndication, line, new Dlci(0, tei), new ProtocolData(message)).Encode()!;
            capture = fromNetwork
                ? capture.UserMessage(Controller, Gateway, requests++, 1, IuaMessage.PayloadProtocol, carried)
                : capture.UserMessage(Gateway, Controller, indications++, 1, IuaMessage.PayloadProtocol, carried);
        }
        return capture;
    }

    private static ReplayReport Replay(TestCapture capture, params int[] lapdPorts)
    {
        var problems = new List<ConfigurationProblem>();
        var configuration = ConfigurationReader.Read(
            """
            { "schemaVersion": 1, "peers": [{ "id": "phones", "protocol": "sip" }], "routes": [{ "id": "all", "to": "phones" }],
              "transferPolicy": { "rules": [{ "id": "allow", "action": "allow", "methods": ["bridge"] }] } }
            """,
            problems);
        Assert.Empty(problems);
        return ReplaySession.Run(capture.File, configuration!, new ReplayOptions(lapdPorts.ToHashSet()));
    }

    private static IEnumerable<string> Told(ReplayReport report) => report.Events.Select(line =>
        $"{line.From} {line.To} {line.Message} {line.CallId} {line.TransferId} {line.Leg} {string.Join(',', line.Apdus)} {string.Join(',', line.Faults)} {line.Decision?.Event} {line.Decision?.Outcome}");

    [Theory]
    [InlineData("etsi-ect-explicit")]
    [InlineData("dms100-rlt")]
    public void A_d_channel_over_iua_is_replayed_as_the_same_d_channel_in_lapd(string scenario)
    {
        var lapd = new TestCapture();
        foreach (var (fromNetwork, frame, _) in Messages(scenario))
            lapd = fromNetwork ? lapd.Datagram(Controller, Gateway, frame) : lapd.Datagram(Gateway, Controller, frame);
        var told = Told(Replay(Iua(scenario))).ToList();
        Assert.Contains(told, line => line.Contains("SETUP", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(told, line => line.Contains("transfer.accepted", StringComparison.Ordinal));
        Assert.Equal(Told(Replay(lapd, 9900)), told);
    }

    [Fact]
    public void D_channels_of_one_gateway_are_told_apart_by_interface_and_tei()
    {
        var calls = Replay(Iua("etsi-ect-explicit")).Events.Select(line => line.CallId).OfType<string>().Distinct().Count();
        var capture = new TestCapture();
        uint number = 0;
        foreach (var (line, tei) in ((uint, byte)[])[(7, 0), (8, 0), (7, 64)])
        {
            var setup = Messages("etsi-ect-explicit").First(message => message.FromNetwork).Message;
            capture = capture.UserMessage(
                Controller, Gateway, number++, 1, IuaMessage.PayloadProtocol, IuaMessage.Primitive(IuaMessageType.DataRequest, line, new Dlci(0, tei), new ProtocolData(setup)).Encode()!);
        }
        Assert.Equal(2, calls);
        Assert.Equal(3, Replay(capture).Events.Select(line => line.CallId).OfType<string>().Distinct().Count());
    }

    [Fact]
    public void Other_user_messages_and_other_iua_messages_are_passed_over_and_broken_ones_told()
    {
        var release = IuaMessage.Primitive(IuaMessageType.EstablishRequest, 7, new Dlci(0, 0)).Encode()!;
        var capture = new TestCapture()
            .UserMessage(Gateway, Controller, 0, 1, 3, [1, 2, 3, 4])
            .UserMessage(Gateway, Controller, 1, 1, IuaMessage.PayloadProtocol, release)
            .UserMessage(Gateway, Controller, 2, 1, IuaMessage.PayloadProtocol, release[..^4]);
        var told = Assert.Single(Replay(capture).Events);
        Assert.Equal(3, told.Frame);
        Assert.Contains("RFC 4233", Assert.Single(told.Faults).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_transfer_in_hep_is_replayed_as_the_same_transfer_on_the_wire()
    {
        var wire = BlindTransfer.Sound();
        var hep = new TestCapture();
        foreach (var captured in global::Gateway.Codecs.Capture.CaptureReader.Read(wire.File).OfType<global::Gateway.Codecs.Capture.Captured.Datagram>())
            hep = hep.Hep("192.0.2.99:40000", "192.0.2.98:9060", $"{captured.Source}", $"{captured.Destination}", System.Text.Encoding.UTF8.GetString(captured.Octets.Span));
        var told = Told(Replay(hep)).ToList();
        Assert.Contains(told, line => line.Contains("REFER", StringComparison.Ordinal));
        Assert.DoesNotContain(told, line => line.Contains("192.0.2.99", StringComparison.Ordinal));
        Assert.Equal(Told(Replay(wire)), told);
    }
}
