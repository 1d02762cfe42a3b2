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

    private readonly Channel<FarEndEvent> _phoneSaw = Channel.CreateUnbounded<FarEndEvent>();
    private readonly Channel<TransferRecord> _records = Channel.CreateUnbounded<TransferRecord>();
    private readonly WireTap _tap = new(TimeProvider.System);
    private readonly SipPort _phonePort;
    private LabService? _lab;
    private GatewayService? _gateway;
    private FarEndHost? _phone;

    private DemoStage(ILoggerFactory loggers) => _phonePort = new SipPort(AnyPort, loggers.CreateLogger<SipPort>());

    /// <summary>The person at the telephone; number 1001.</summary>
    public Person Caller { get; private set; } = null!;

    public static async Task<DemoStage> BuildAsync(GatewayConfiguration configuration, ILoggerFactory loggers, NoteLog log)
    {
        var stage = new DemoStage(loggers);
        var freed = OnFreePorts(configuration, stage._phonePort.Local);
        stage._lab = await LabService.BindAsync(freed, loggers, TimeProvider.System, stage._tap).ConfigureAwait(false);
        stage._gateway = await GatewayService.StartAsync(
            stage._lab.Configuration, loggers, log, TimeProvider.System, stage._tap, record => stage._records.Writer.TryWrite(record)).ConfigureAwait(false);
        stage._lab.Start(stage._gateway);
        await stage._gateway.TrunksUp.WaitAsync(TimeSpan.FromSeconds(15)).ConfigureAwait(false);
        stage._tap.Name(stage._phonePort.Local, "phone");
        var listener = new Listener(SipTransport.Udp, stage._phonePort.Local.Address.ToString(), stage._phonePort.Local.Port);
        var phone = new SipPhone(new SipPhoneSettings(listener, stage._gateway.Sip!, PhoneMedia, ["1001"]), new RandomIdentifiers());
        stage._phone = FarEndHost.OnSip(
            "phone", phone, stage._phonePort, listener, TimeProvider.System, loggers, what => stage._phoneSaw.Writer.TryWrite(what), stage._tap);
        stage.Caller = new Person("the phone", stage._phone, stage._phoneSaw.Reader);
        return stage;
    }

    /// <summary>The next finished transfer, as the gateway recorded it.</summary>
    public async Task<TransferRecord> RecordAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        return await _records.Reader.ReadAsync(patience.Token).ConfigureAwait(false);
    }

    /// <summary>What was said since the last ladder.</summary>
    public Ladder Ladder(string title) => _tap.Take(title, _lab!.Configuration.Node);

    public async ValueTask DisposeAsync()
    {
        if (_phone is not null)
        {
            await _phone.DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            await _phonePort.DisposeAsync().ConfigureAwait(false);
        }

        if (_gateway is not null)
        {
            await _gateway.DisposeAsync().ConfigureAwait(false);
        }

        if (_lab is not null)
        {
            await _lab.DisposeAsync().ConfigureAwait(false);
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
