using System.Net;
using Gateway.Codecs.Isdn.Facility;
using Gateway.H323;
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

    private readonly Dictionary<string, LapdPort> ports = [];
    private readonly List<FarEndHost> hosts = [];
    private readonly TcpListeners listeners;
    private readonly H225Door door;
    private readonly ILoggerFactory loggers;
    private readonly TimeProvider clock;
    private readonly WireTap? tap;

    private LabService(GatewayConfiguration configuration, ILoggerFactory loggers, TimeProvider clock, WireTap? tap)
    {
        (Configuration, this.loggers, this.clock, this.tap) = (configuration, loggers, clock, tap);
        listeners = new TcpListeners(loggers);
        door = new H225Door(loggers);
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
            // Both share one machine, which may be slow.
            var timers = new H323Timers { T303 = TimeSpan.FromSeconds(30) };
            var endpoint = new H323Endpoint(new H323EndpointSettings(address, gateway.H323 ?? address, EndpointMedia, "3001") { Timers = timers }, new RandomIdentifiers());
            Endpoint = FarEndHost.OnH323("endpoint", endpoint, door, clock, loggers, Told("endpoint"), tap);
            hosts.Add(Endpoint);
        }

        var switches = new Dictionary<string, FarEndHost>();
        foreach (var trunk in Configuration.Trunks.Where(trunk => ports.ContainsKey(trunk.Id)))
        {
            ports[trunk.Id].Remote = gateway.Trunks[trunk.Id];
            var qsig = trunk.Variant == TrunkVariant.Qsig;
            var side = trunk.Side == TrunkSide.User ? IsdnSide.Network : IsdnSide.User;
            var farEnd = new IsdnSwitch(new IsdnSwitchSettings(new IsdnTrunkSettings(side, qsig ? IsdnVariant.Qsig : IsdnVariant.Etsi), qsig ? "5001" : "4001"));
            var host = FarEndHost.OnLapd(
                trunk.Id, farEnd, ports[trunk.Id], gateway.Trunks[trunk.Id], qsig ? FacilityVariant.Qsig : FacilityVariant.Etsi, clock, loggers, Told(trunk.Id), tap);
            switches.Add(trunk.Id, host);
            hosts.Add(host);
        }

        Switches = switches;

        Action<FarEndEvent>? Told(string name) => happened is null ? null : what => happened(name, what);
    }

    public async ValueTask DisposeAsync()
    {
        // A started far end owns its door; only what was never handed over is closed here.
        foreach (var host in hosts)
        {
            await host.DisposeAsync().ConfigureAwait(false);
        }

        if (Endpoint is null)
        {
            await door.DisposeAsync().ConfigureAwait(false);
        }

        await listeners.DisposeAsync().ConfigureAwait(false);
        foreach (var (_, port) in ports.ExceptBy(Switches.Keys, pair => pair.Key))
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

        Func<IPEndPoint>? bound = lab.H323 is null ? null : listeners.Listen(lab.H323, door.AcceptAsync);
        await listeners.StartAsync().ConfigureAwait(false);
        if (bound is not null)
        {
            var address = bound();
            tap?.Name(address, "endpoint");
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
        var port = new LapdPort(trunk.Remote, trunk.Bind.Port == 0 ? null : trunk.Bind, trunk.FrameCheckOctets, loggers.CreateLogger<LapdPort>());
        ports.Add(trunk.Id, port);
        tap?.Name(port.Local, trunk.Id);
        return trunk with { Remote = port.Local };
    }
}
