using System.Net;
using System.Threading.Channels;
using Gateway.Host;
using Gateway.Host.Logging;
using Gateway.Host.Options;
using Gateway.Lab;
using Gateway.Sip;
using Gateway.Transport.Sip;
using Microsoft.Extensions.Logging.Abstractions;

namespace Host.Tests;

/// <summary>The service on real sockets, with a far end on each side.</summary>
public class GatewayServiceTests
{
    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);

    private readonly Channel<FarEndEvent> seen = Channel.CreateUnbounded<FarEndEvent>();

    [Fact]
    public async Task A_service_that_stops_releases_its_calls_first()
    {
        await using var lab = await LabService.BindAsync(Configuration(), NullLoggerFactory.Instance, TimeProvider.System);
        await using var service = await StartAsync(lab.Configuration);
        lab.Start(service);
        await using var phone = Phone(service.Sip!);
        phone.Tell(new FarEndInput.Dial("3001"));
        await When<FarEndEvent.Answered>();
        await service.StopAsync(TimeSpan.FromSeconds(30));
        await When<FarEndEvent.Released>();
    }

    [Fact]
    public async Task Routes_that_are_taken_over_while_it_runs_hold_for_the_next_call()
    {
        await using var lab = await LabService.BindAsync(Configuration(), NullLoggerFactory.Instance, TimeProvider.System);
        await using var service = await StartAsync(lab.Configuration);
        lab.Start(service);
        await using var phone = Phone(service.Sip!);
        phone.Tell(new FarEndInput.Dial("3001"));
        await When<FarEndEvent.Answered>();
        await service.AdoptAsync(Configuration() with { Routes = [] });
        phone.Tell(new FarEndInput.Dial("3001"));
        Assert.Equal(404, (await When<FarEndEvent.Released>()).Status);
    }

    [Fact]
    public async Task A_door_that_is_taken_is_named()
    {
        await using var first = await StartAsync(Configuration() with { Lab = null });
        var taken = Configuration() with { Listeners = [new ListenerOptions { Id = "sip", Protocol = ListenerProtocol.SipUdp, Bind = first.Sip! }], Lab = null };
        var refused = await Assert.ThrowsAsync<IOException>(() => StartAsync(taken));
        Assert.Contains("listener sip: cannot listen on", refused.Message, StringComparison.Ordinal);
    }

    private static GatewayConfiguration Configuration() => new()
    {
        Listeners =
        [
            new ListenerOptions { Id = "sip", Protocol = ListenerProtocol.SipUdp, Bind = AnyPort },
            new ListenerOptions { Id = "h323", Protocol = ListenerProtocol.H323Tcp, Bind = AnyPort },
        ],
        Peers =
        [
            new PeerOptions { Id = "endpoint", Protocol = PeerProtocol.H323, Address = AnyPort },
            new PeerOptions { Id = "phones", Protocol = PeerProtocol.Sip, Sources = ["127.0.0.0/8"] },
        ],
        Routes = [new RouteOptions { Id = "all", To = "endpoint" }],
        Lab = new LabOptions { H323 = AnyPort },
    };

    private static Task<GatewayService> StartAsync(GatewayConfiguration configuration) => GatewayService.StartAsync(
        configuration, NullLoggerFactory.Instance, new NoteLog(Serilog.Core.Logger.None), TimeProvider.System);

    private FarEndHost Phone(IPEndPoint gateway)
    {
        var port = new SipPort(AnyPort, NullLogger.Instance);
        var listener = new Listener(SipTransport.Udp, port.Local.Address.ToString(), port.Local.Port);
        var phone = new SipPhone(new SipPhoneSettings(listener, gateway, new IPEndPoint(IPAddress.Loopback, 43000), ["1001"]), new RandomIdentifiers());
        return FarEndHost.OnSip("phone", phone, port, listener, TimeProvider.System, NullLoggerFactory.Instance, what => seen.Writer.TryWrite(what));
    }

    private async Task<TEvent> When<TEvent>()
        where TEvent : FarEndEvent
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (await this.seen.Reader.ReadAsync(patience.Token) is TEvent seen)
            {
                return seen;
            }
        }
    }
}
