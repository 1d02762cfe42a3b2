using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Gateway.Host;
using Gateway.Host.Logging;
using Gateway.Host.Options;
using Host.Tests.Transport;
using Microsoft.Extensions.Logging.Abstractions;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Host.Tests;

/// <summary>The running service behind its TCP listener.</summary>
public class SipOverConnectionsTests
{
    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);

    [Fact]
    public async Task A_request_is_answered_over_its_connection()
    {
        await using var service = await StartAsync(Configuration());
        await using var stream = await Connect(service);
        await stream.WriteAsync(DoorStage.Octets(DoorStage.Asking(1) + DoorStage.Asking(2)));
        var said = await Until(stream, "CSeq: 2 OPTIONS");
        Assert.Equal(2, said.Split("SIP/2.0 200 OK").Length - 1);
    }

    [Theory]
    [InlineData("Content-Length: 70000\n\n", "SIP/2.0 513 ")]
    [InlineData("\n", "SIP/2.0 400 ")]
    public async Task A_stream_that_cannot_be_followed_is_told_why(string end, string answer)
    {
        await using var service = await StartAsync(Configuration());
        await using var stream = await Connect(service);
        await stream.WriteAsync(DoorStage.Octets(DoorStage.Asking(1, end)));
        Assert.StartsWith(answer, await DoorStage.Read(stream, 12), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_whose_connection_is_gone_opens_one_to_whoever_sent_the_request()
    {
        await using var lab = await LabService.BindAsync(Configuration() with { Lab = new LabOptions { H323 = AnyPort } }, NullLoggerFactory.Instance, TimeProvider.System);
        await using var service = await StartAsync(lab.Configuration);
        lab.Start(service);
        using var home = new TcpListener(IPAddress.Loopback, 0);
        home.Start();
        await using (var stream = await Connect(service))
        {
            await stream.WriteAsync(DoorStage.Octets(
                $"INVITE sip:3001@127.0.0.1 SIP/2.0\nVia: SIP/2.0/TCP {home.LocalEndpoint};branch=z9hG4bKgone;rport\nFrom: <sip:1001@127.0.0.1>;tag=1\nTo: <sip:3001@127.0.0.1>\n" +
                $"Call-ID: gone\nCSeq: 1 INVITE\nMax-Forwards: 70\nContact: <sip:1001@{home.LocalEndpoint};transport=tcp>\nContent-Type: application/sdp\nContent-Length: 110\n\n" +
                "v=0\no=- 1 1 IN IP4 127.0.0.1\ns=-\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 40000 RTP/AVP 8\na=rtpmap:8 PCMA/8000\n"));
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var back = await home.AcceptTcpClientAsync(patience.Token);
        await Until(back.GetStream(), "SIP/2.0 200 OK");
    }

    [Fact]
    public async Task What_befalls_a_connection_is_told_once()
    {
        var lines = Channel.CreateUnbounded<string>();
        await using var logger = new LoggerConfiguration().WriteTo.Sink(new LineSink(lines.Writer)).CreateLogger();
        var configuration = Configuration();
        await using var service = await StartAsync(configuration with { Sip = configuration.Sip with { Connections = new ConnectionOptions { PerSource = 1 } } }, logger);
        await using (var cut = await Connect(service))
        {
            await cut.WriteAsync((byte[])[.. DoorStage.Octets(DoorStage.Asking(1)), .. DoorStage.Octets(DoorStage.Asking(2))[..50]]);
            await Until(cut, "CSeq: 1 OPTIONS");
            // The reset may come before the connection is ours.
            await Record.ExceptionAsync(async () => await (await Connect(service)).DisposeAsync());
            Assert.EndsWith("turned away: too many are open", await Line("connection with Tcp:127.0.0.1:"), StringComparison.Ordinal);
        }

        Assert.EndsWith("closed by the peer inside a message, 50 octets of it had come", await Line("connection with Tcp:127.0.0.1:"), StringComparison.Ordinal);
        Assert.False(lines.Reader.TryRead(out _));

        async Task<string> Line(string start)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (true)
            {
                if (await lines.Reader.ReadAsync(patience.Token) is var line && line.StartsWith(start, StringComparison.Ordinal))
                {
                    return line;
                }
            }
        }
    }

    private static async Task<Stream> Connect(GatewayService service)
    {
        var client = new TcpClient();
        await client.ConnectAsync(service.SipDoors["tcp"]);
        return client.GetStream();
    }

    private static async Task<string> Until(Stream stream, string words)
    {
        var said = "";
        while (!said.Contains(words, StringComparison.Ordinal))
        {
            var more = await DoorStage.Read(stream, 1);
            Assert.True(more.Length > 0, $"closed after: {said}");
            said += more;
        }

        return said;
    }

    private static GatewayConfiguration Configuration() => new()
    {
        Listeners =
        [
            new ListenerOptions { Id = "tcp", Protocol = ListenerProtocol.SipTcp, Bind = AnyPort },
            new ListenerOptions { Id = "h323", Protocol = ListenerProtocol.H323Tcp, Bind = AnyPort },
        ],
        Peers =
        [
            new PeerOptions { Id = "endpoint", Protocol = PeerProtocol.H323, Address = AnyPort },
            new PeerOptions { Id = "phones", Protocol = PeerProtocol.Sip, Transport = Gateway.Sip.SipTransport.Tcp, Sources = ["127.0.0.0/8"] },
        ],
        Routes = [new RouteOptions { Id = "all", To = "endpoint" }],
    };

    private static Task<GatewayService> StartAsync(GatewayConfiguration configuration, Logger? logger = null) => GatewayService.StartAsync(
        configuration, NullLoggerFactory.Instance, new NoteLog(logger ?? Logger.None), TimeProvider.System);

    private sealed class LineSink(ChannelWriter<string> lines) : ILogEventSink
    {
        public void Emit(LogEvent logEvent) => lines.TryWrite(logEvent.RenderMessage(CultureInfo.InvariantCulture));
    }
}
