using System.Net;
using System.Threading.Channels;
using Gateway.Engine.Transfers;
using Gateway.Host.Ladders;
using Gateway.Host.Logging;
using Gateway.Host.Options;
using Gateway.Lab;
using Gateway.Sip;
using Gateway.Transport.Sip;
using Microsoft.Extensions.Logging;

namespace Gateway.Host.Demo;

/// <summary>The whole lab on loopback: a telephone, the gateway, an H.323 endpoint and two switches, over real sockets on free ports.</summary>
internal sealed class DemoStage : IAsyncDisposable
{
    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);
    private static readonly IPEndPoint PhoneMedia = new(IPAddress.Loopback, 43000);

    private readonly Channel<FarEndEvent> phoneSaw = Channel.CreateUnbounded<FarEndEvent>();
    private readonly Channel<TransferRecord> records = Channel.CreateUnbounded<TransferRecord>();
    private readonly WireTap tap = new(TimeProvider.System);
    private readonly SipPort phonePort;
    private LabService? lab;
    private GatewayService? gateway;
    private FarEndHost? phone;

    private DemoStage(ILoggerFactory loggers) => phonePort = new SipPort(AnyPort, loggers.CreateLogger<SipPort>());

    /// <summary>The person at the telephone; number 1001.</summary>
    public Person Caller { get; private set; } = null!;

    public static async Task<DemoStage> BuildAsync(GatewayConfiguration configuration, ILoggerFactory loggers, NoteLog log)
    {
        var stage = new DemoStage(loggers);
        var freed = OnFreePorts(configuration, stage.phonePort.Local);
        stage.lab = await LabService.BindAsync(freed, loggers, TimeProvider.System, stage.tap).ConfigureAwait(false);
        stage.gateway = await GatewayService.StartAsync(
            stage.lab.Configuration, loggers, log, TimeProvider.System, stage.tap, record => stage.records.Writer.TryWrite(record)).ConfigureAwait(false);
        stage.lab.Start(stage.gateway);
        await stage.gateway.TrunksUp.WaitAsync(TimeSpan.FromSeconds(15)).ConfigureAwait(false);
        stage.tap.Name(stage.phonePort.Local, "phone");
        var listener = new Listener(SipTransport.Udp, stage.phonePort.Local.Address.ToString(), stage.phonePort.Local.Port);
        var phone = new SipPhone(new SipPhoneSettings(listener, stage.gateway.Sip!, PhoneMedia, ["1001"]), new RandomIdentifiers());
        stage.phone = FarEndHost.OnSip(
            "phone", phone, stage.phonePort, listener, TimeProvider.System, loggers, what => stage.phoneSaw.Writer.TryWrite(what), stage.tap);
        stage.Caller = new Person("the phone", stage.phone, stage.phoneSaw.Reader);
        return stage;
    }

    /// <summary>The next finished transfer, as the gateway recorded it.</summary>
    public async Task<TransferRecord> RecordAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        return await records.Reader.ReadAsync(patience.Token).ConfigureAwait(false);
    }

    /// <summary>What was said since the last ladder.</summary>
    public Ladder Ladder(string title) => tap.Take(title, lab!.Configuration.Node);

    public async ValueTask DisposeAsync()
    {
        if (phone is not null)
        {
            await phone.DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            await phonePort.DisposeAsync().ConfigureAwait(false);
        }

        if (gateway is not null)
        {
            await gateway.DisposeAsync().ConfigureAwait(false);
        }

        if (lab is not null)
        {
            await lab.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The same configuration, every address of its own on a port that is free, so that the demonstration disturbs nobody.</summary>
    private static GatewayConfiguration OnFreePorts(GatewayConfiguration configuration, IPEndPoint phone) => configuration with
    {
        Listeners = [.. configuration.Listeners.Select(listener => listener with { Bind = AnyPort })],
        Trunks = [.. configuration.Trunks.Select(trunk => trunk with { Bind = AnyPort, Remote = AnyPort })],
        Peers =
        [
            .. configuration.Peers.Select(peer => peer.Protocol switch
            {
                PeerProtocol.Sip => peer with { Address = phone },
                PeerProtocol.H323 => peer with { Address = AnyPort },
                _ => peer,
            }),
        ],
        Lab = new LabOptions { H323 = AnyPort, Switches = [.. configuration.Trunks.Select(trunk => trunk.Id)] },
    };
}
