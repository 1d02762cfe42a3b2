using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using Gateway.Codecs.Sip.Dns;
using Gateway.Host;
using Gateway.Host.Logging;
using Gateway.Host.Options;
using Gateway.Sip;
using Gateway.Transport.Sip;
using Host.Tests.Transport;
using Microsoft.Extensions.Logging.Abstractions;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Host.Tests.Location;

/// <summary>The service in front of a carrier that it knows by name (RFC 3263), with a DNS server on loopback.</summary>
public sealed class NamedPeerServiceTests : IAsyncDisposable
{
    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);

    private readonly Lines lines = new();
    private readonly NameServer names = NameServer.Start();
    private readonly UdpClient caller = new(AnyPort), first = new(AnyPort), second = new(AnyPort);
    private readonly Logger logger;
    private int calls;

    public NamedPeerServiceTests() => logger = new LoggerConfiguration().WriteTo.Sink(lines).CreateLogger();

    public async ValueTask DisposeAsync()
    {
        await names.DisposeAsync();
        await logger.DisposeAsync();
        caller.Dispose();
        first.Dispose();
        second.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_goes_where_NAPTR_SRV_and_address_lead_and_no_forged_answer(bool forged)
    {
        names.IsForged = forged;
        names.Serve([.. Leading(to: first, ttl: 60), "carrier.example 60 NAPTR 10 1 s SIP+D2T \"\" _sip._tcp.carrier.example", "carrier.example 60 NAPTR 20 1 s SIP+D2U \"\" _sip._udp.carrier.example"]);
        await using var service = await StartAsync();
        await lines.When("sip.peer.located");
        await Call(service);
        Assert.StartsWith("INVITE sip:77@carrier.example SIP/2.0", await Heard(first), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_name_is_resolved_calls_are_refused_and_afterwards_taken()
    {
        names.Fails = DnsResponseCode.ServerFailure;
        await using var service = await StartAsync();
        Assert.Equal(
            $"carrier: carrier.example cannot be resolved: NAPTR of carrier.example: answered ServerFailure by {names.Local}; nothing is known of where it is",
            await lines.When("sip.peer.unresolved"));
        await Call(service);
        Assert.Contains("SIP/2.0 503 ", await Heard(caller, not: "SIP/2.0 100 "), StringComparison.Ordinal);
        names.Serve(Leading(to: first, ttl: 60));
        names.Fails = DnsResponseCode.NoError;
        await lines.When("sip.peer.located");
        await Call(service);
        Assert.StartsWith("INVITE ", await Heard(first), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_answer_is_kept_when_there_is_no_new_one_and_that_is_told_once()
    {
        names.Serve(Leading(to: first, ttl: 1));
        await using var service = await StartAsync();
        await lines.When("sip.peer.located");
        names.Fails = DnsResponseCode.Refused;
        Assert.EndsWith("its last addresses are kept", await lines.When("sip.peer.unresolved"), StringComparison.Ordinal);
        for (var attempts = 0; attempts < 5; attempts++)
        {
            await names.Asked("NAPTR carrier.example by UDP");
        }

        await Call(service);
        Assert.StartsWith("INVITE ", await Heard(first), StringComparison.Ordinal);
        names.Fails = DnsResponseCode.NoError;
        await lines.When("sip.peer.resolved");
        Assert.Equal(1, lines.Count("sip.peer.unresolved"));
    }

    [Fact]
    public async Task What_a_name_led_to_stays_before_the_address_behind_it()
    {
        names.Serve([.. Leading(to: first, ttl: 1), $"other.example 1 A {IPAddress.Loopback}"]);
        await using var service = await StartAsync(peer => peer with { Address = null, Addresses = ["carrier.example", $"127.0.0.1:{Port(second)}", $"other.example:{Port(caller)}"] });
        await lines.When("sip.peer.located");

        // The one is lost and the other leads to more, which is told.
        names.Serve($"other.example 60 A {IPAddress.Loopback}", "other.example 60 A 127.0.0.2");
        await lines.When("sip.peer.unresolved");
        Assert.StartsWith($"carrier is reached at 127.0.0.1:{Port(first)};transport=udp, 127.0.0.1:{Port(second)};", await lines.When("sip.peer.located"), StringComparison.Ordinal);
        await Call(service);
        Assert.StartsWith("INVITE ", await Heard(first), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_asked_for_again_when_its_time_is_over()
    {
        names.Serve(Leading(to: first, ttl: 0));
        await using var service = await StartAsync();
        await lines.When("sip.peer.located");
        names.Serve(Leading(to: second, ttl: 60));
        await lines.When("sip.peer.located");
        await Call(service);
        Assert.StartsWith("INVITE ", await Heard(second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_asked_for_again_when_nobody_answers_where_it_led()
    {
        names.Serve(Leading(to: first, ttl: 3_600));
        await using var service = await StartAsync();
        await lines.When("sip.peer.located");
        names.Serve(Leading(to: second, ttl: 3_600));
        await Call(service);
        await Refuse(first, await Heard(first));
        await lines.When("sip.peer.located");
        await Call(service);
        Assert.StartsWith("INVITE ", await Heard(second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_too_long_for_UDP_is_fetched_by_TCP()
    {
        names.Serve([.. Enumerable.Range(1, 40).Select(i => $"many.example 60 A 127.0.0.{i}")]);
        await using var service = await StartAsync(peer => peer with { Address = new DnsEndPoint("many.example", Port(first)) });
        await names.Asked("A many.example by TCP");
        Assert.StartsWith($"carrier is reached at 127.0.0.1:{Port(first)};transport=udp, 127.0.0.2:", await lines.When("sip.peer.located"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_is_told_with_its_octet_and_clause()
    {
        names.IsCut = true;
        names.Serve($"carrier.example 60 A {IPAddress.Loopback}");
        await using var service = await StartAsync(peer => peer with { Address = new DnsEndPoint("carrier.example", 5060) });
        Assert.Contains(
            $"A of carrier.example: what {names.Local} answers is no DNS message: Truncated at octet 60 (RFC 1035 4.1.3)", await lines.When("sip.peer.unresolved"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_the_system_knows_needs_no_server()
    {
        names.Fails = DnsResponseCode.Refused;
        await using var service = await StartAsync(peer => peer with { Address = new DnsEndPoint("localhost", Port(first)) });
        Assert.Equal($"carrier is reached at 127.0.0.1:{Port(first)};transport=udp", await lines.When("sip.peer.located"));
    }

    [Fact]
    public async Task A_server_that_is_silent_is_passed_over()
    {
        await using var silent = NameServer.Start();
        silent.IsSilent = true;
        names.Serve(Leading(to: first, ttl: 60));
        await using var service = await StartAsync(dns: dns => dns with { Servers = [silent.Local, names.Local], TimeoutSeconds = 1 });
        await lines.When("sip.peer.located");
    }

    [Fact]
    public async Task A_proxy_has_a_name_as_well()
    {
        names.Serve($"proxy.example 60 A {IPAddress.Loopback}");
        await using var service = await StartAsync(peer => peer with { OutboundProxy = $"proxy.example:{Port(second)}" });
        await lines.When("sip.peer.located");
        await Call(service);
        var invite = await Heard(second);
        Assert.StartsWith("INVITE sip:77@carrier.example SIP/2.0", invite, StringComparison.Ordinal);
        Assert.Contains($"Route: <sip:127.0.0.1:{Port(second)};lr>", invite, StringComparison.Ordinal);
    }

    /// <summary>RFC 5922 4: who can forge DNS must not choose the certificate.</summary>
    [Theory]
    [InlineData("carrier.example", true)]
    [InlineData("sbc.other.example", false)]
    public async Task A_certificate_is_for_the_name_that_is_configured_and_not_for_where_it_leads(string certified, bool taken)
    {
        using var authority = new Certificates();
        var (certificate, key) = authority.Issue("far", certified);
        var (own, ownKey) = authority.Issue("gateway", "localhost");
        var files = new TlsFiles(certificate, key, null, authority.Trust);
        await using var far = await DoorStage.Open(tls: new SipTls(new TlsCertificates(files, TimeProvider.System, NullLogger.Instance)));
        names.Serve($"_sips._tcp.carrier.example 60 SRV 1 1 {far.Local.Port} sbc.other.example", "sbc.other.example 60 A 127.0.0.1");
        await using var service = await StartAsync(
            peer => peer with { Transport = SipTransport.Tls, ProbeSeconds = 30 },
            new ListenerOptions { Id = "tls", Protocol = ListenerProtocol.SipTls, Bind = AnyPort, Tls = new TlsOptions { Certificate = own, Key = ownKey, Trust = authority.Trust } });
        if (taken)
        {
            Assert.Equal("OPTIONS", (await far.Received()).Decoded.Message!.CSeq.Method.Name);
        }
        else
        {
            Assert.Contains("no TLS", await lines.When("sip.observed"), StringComparison.Ordinal);
        }
    }

    private static string[] Leading(UdpClient to, int ttl) =>
        [$"_sip._udp.carrier.example {ttl} SRV 10 0 {Port(to)} sbc.carrier.example", $"sbc.carrier.example {ttl} CNAME sbc1.carrier.example", $"sbc1.carrier.example {ttl} A 127.0.0.1"];

    private static int Port(UdpClient of) => ((IPEndPoint)of.Client.LocalEndPoint!).Port;

    private Task<GatewayService> StartAsync(Func<PeerOptions, PeerOptions>? change = null, ListenerOptions? more = null, Func<DnsOptions, DnsOptions>? dns = null)
    {
        var carrier = new PeerOptions { Id = "carrier", Protocol = PeerProtocol.Sip, Address = new DnsEndPoint("carrier.example", 0) };
        var settings = new DnsOptions { Servers = [names.Local], MinimumSeconds = 1, Attempts = 1 };
        var udp = new ListenerOptions { Id = "udp", Protocol = ListenerProtocol.SipUdp, Bind = AnyPort };
        return GatewayService.StartAsync(
            new GatewayConfiguration
            {
                Listeners = more is null ? [udp] : [udp, more],
                Peers = [change?.Invoke(carrier) ?? carrier, new PeerOptions { Id = "caller", Protocol = PeerProtocol.Sip, Sources = ["127.0.0.0/8"] }],
                Routes = [new RouteOptions { Id = "all", To = "carrier" }],
                Dns = dns?.Invoke(settings) ?? settings,
            },
            NullLoggerFactory.Instance,
            new NoteLog(logger),
            TimeProvider.System);
    }

    private async Task Call(GatewayService service)
    {
        calls++;
        await caller.SendAsync(
            DoorStage.Octets(
                $"INVITE sip:77@{service.Sip} SIP/2.0\nVia: SIP/2.0/UDP {caller.Client.LocalEndPoint};branch=z9hG4bKcall{calls};rport\nFrom: <sip:1@127.0.0.1>;tag=1\nTo: <sip:77@{service.Sip}>\n" +
                $"Call-ID: call{calls}\nCSeq: 1 INVITE\nMax-Forwards: 70\nContact: <sip:1@{caller.Client.LocalEndPoint}>\nContent-Type: application/sdp\nContent-Length: 110\n\n" +
                "v=0\no=- 1 1 IN IP4 127.0.0.1\ns=-\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 40000 RTP/AVP 8\na=rtpmap:8 PCMA/8000\n"),
            service.Sip);
    }

    private static async Task<string> Heard(UdpClient at, string? not = null)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (Encoding.UTF8.GetString((await at.ReceiveAsync(patience.Token)).Buffer) is var text && (not is null || !text.StartsWith(not, StringComparison.Ordinal)))
            {
                return text;
            }
        }
    }

    private static async Task Refuse(UdpClient at, string invite)
    {
        var lines = invite.Split("\r\n");
        var kept = lines.Where(line => line.StartsWith("Via:", StringComparison.Ordinal) || line.StartsWith("From:", StringComparison.Ordinal) || line.StartsWith("Call-ID:", StringComparison.Ordinal) || line.StartsWith("CSeq:", StringComparison.Ordinal));
        var to = lines.Single(line => line.StartsWith("To:", StringComparison.Ordinal));
        var via = lines.First(line => line.StartsWith("Via:", StringComparison.Ordinal));
        var gateway = IPEndPoint.Parse(via.Split(' ', ';')[2]);
        await at.SendAsync(DoorStage.Octets($"SIP/2.0 503 Service Unavailable\n{string.Join('\n', kept)}\n{to};tag=far\nContent-Length: 0\n\n"), gateway);
    }

    /// <summary>The lines of the log by their event.</summary>
    private sealed class Lines : ILogEventSink
    {
        private readonly Channel<(string Event, string Text)> told = Channel.CreateUnbounded<(string, string)>();
        private readonly List<string> seen = [];

        public void Emit(LogEvent logEvent)
        {
            var name = logEvent.Properties.GetValueOrDefault("event") is ScalarValue { Value: string text } ? text : "";
            lock (seen)
            {
                seen.Add(name);
            }

            told.Writer.TryWrite((name, logEvent.RenderMessage(CultureInfo.InvariantCulture)));
        }

        public int Count(string name)
        {
            lock (seen)
            {
                return seen.Count(one => one == name);
            }
        }

        public async Task<string> When(string name)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (true)
            {
                if (await told.Reader.ReadAsync(patience.Token) is var (happened, text) && happened == name)
                {
                    return text;
                }
            }
        }
    }
}
