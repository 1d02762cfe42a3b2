using System.Net;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Host.Options;
using Gateway.Isdn;
using Gateway.Lab;
using Gateway.Transport;
using Gateway.Transport.H323;
using Gateway.Transport.Isdn;
using Microsoft.Extensions.Logging;

namespace Gateway.Host;

/// <summary>
/// The built-in far ends that a configuration asks for: an H.323 endpoint, and a switch at the other end of each named trunk.
/// Bound first, so that a configuration with ports of 0 learns the real ones; started when the gateway's own doors are known.
/// </summary>
public sealed class LabService : IAsyncDisposable
{
    private static readonly IPEndPoint EndpointMedia = new(IPAddress.Loopback, 42000);

    private readonly Dictionary<string, LapdPort> _ports = [];
    private readonly List<FarEndHost> _hosts = [];
    private readonly TcpListeners _listeners;
    private readonly H225Door _door;
    private readonly ILoggerFactory _loggers;
    private readonly TimeProvider _clock;
    private readonly WireTap? _tap;

    private LabService(GatewayConfiguration configuration, ILoggerFactory loggers, TimeProvider clock, WireTap? tap)
    {
        (Configuration, _loggers, _clock, _tap) = (configuration, loggers, clock, tap);
        _listeners = new TcpListeners(loggers);
        _door = new H225Door(loggers);
    }

    /// <summary>The configuration with the real addresses of the far ends in it.</summary>
    public GatewayConfiguration Configuration { get; private set; }

    public FarEndHost? Endpoint { get; private set; }

    public IReadOnlyDictionary<string, FarEndHost> Switches { get; private set; } = new Dictionary<string, FarEndHost>();

    /// <exception cref="IOException">An address is in use.</exception>
    public static async Task<LabService> BindAsync(GatewayConfiguration configuration, ILoggerFactory loggers, TimeProvider clock, WireTap? tap = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var lab = new LabService(configuration, loggers, clock, tap);
        try
        {
            await lab.BindAsync().ConfigureAwait(false);
            return lab;
        }
        catch
        {
            await lab.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Puts the far ends into service; they call through <paramref name="gateway"/>.</summary>
    public void Start(GatewayService gateway, Action<string, FarEndEvent>? happened = null)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        if (Configuration.Lab?.H323 is { } address)
        {
            var endpoint = new H323Endpoint(new H323EndpointSettings(address, gateway.H323 ?? address, EndpointMedia, "3001"), new RandomIdentifiers());
            Endpoint = FarEndHost.OnH323("endpoint", endpoint, _door, _clock, _loggers, Told("endpoint"), _tap);
            _hosts.Add(Endpoint);
        }

        var switches = new Dictionary<string, FarEndHost>();
        foreach (var trunk in Configuration.Trunks.Where(trunk => _ports.ContainsKey(trunk.Id)))
        {
            _ports[trunk.Id].Remote = gateway.Trunks[trunk.Id];
            var qsig = trunk.Variant == TrunkVariant.Qsig;
            var side = trunk.Side == TrunkSide.User ? IsdnSide.Network : IsdnSide.User;
            var farEnd = new IsdnSwitch(new IsdnSwitchSettings(new IsdnTrunkSettings(side, qsig ? IsdnVariant.Qsig : IsdnVariant.Etsi), qsig ? "5001" : "4001"));
            var host = FarEndHost.OnLapd(
                trunk.Id, farEnd, _ports[trunk.Id], gateway.Trunks[trunk.Id], qsig ? FacilityVariant.Qsig : FacilityVariant.Etsi, _clock, _loggers, Told(trunk.Id), _tap);
            switches.Add(trunk.Id, host);
            _hosts.Add(host);
        }

        Switches = switches;

        Action<FarEndEvent>? Told(string name) => happened is null ? null : what => happened(name, what);
    }

    public async ValueTask DisposeAsync()
    {
        // A started far end owns its door; only what was never handed over is closed here.
        foreach (var host in _hosts)
        {
            await host.DisposeAsync().ConfigureAwait(false);
        }

        if (Endpoint is null)
        {
            await _door.DisposeAsync().ConfigureAwait(false);
        }

        await _listeners.DisposeAsync().ConfigureAwait(false);
        foreach (var (_, port) in _ports.ExceptBy(Switches.Keys, pair => pair.Key))
        {
            await port.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task BindAsync()
    {
        if (Configuration.Lab is not { } lab)
        {
            return;
        }

        Func<IPEndPoint>? bound = lab.H323 is null ? null : _listeners.Listen(lab.H323, _door.AcceptAsync);
        await _listeners.StartAsync().ConfigureAwait(false);
        if (bound is not null)
        {
            var address = bound();
            _tap?.Name(address, "endpoint");
            Configuration = Configuration with
            {
                Lab = lab with { H323 = address },
                Peers = [.. Configuration.Peers.Select(peer => peer.Protocol == PeerProtocol.H323 && lab.H323!.Equals(peer.Address) ? peer with { Address = address } : peer)],
            };
        }

        Configuration = Configuration with { Trunks = [.. Configuration.Trunks.Select(trunk => lab.Switches.Contains(trunk.Id) ? Bind(trunk) : trunk)] };
    }

    private TrunkOptions Bind(TrunkOptions trunk)
    {
        var port = new LapdPort(trunk.Remote, trunk.Bind.Port == 0 ? null : trunk.Bind, trunk.FrameCheckOctets, _loggers.CreateLogger<LapdPort>());
        _ports.Add(trunk.Id, port);
        _tap?.Name(port.Local, trunk.Id);
        return trunk with { Remote = port.Local };
    }
}
