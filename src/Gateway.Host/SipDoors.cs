using System.Collections.Concurrent;
using System.Net;
using Gateway.Codecs.Sip.Messages;
using Gateway.Host.Options;
using Gateway.Sip;
using Gateway.Transport;
using Gateway.Transport.Sip;
using Microsoft.Extensions.Logging;

namespace Gateway.Host;

/// <summary>The SIP listeners of the service, UDP ports and doors of connections alike: which one a flow goes through, and what arrives at each.</summary>
internal sealed class SipDoors(GatewayConfiguration configuration, ILoggerFactory loggers, TimeProvider clock) : IAsyncDisposable
{
    private const int RememberedPlaces = 1000;

    private readonly ILogger logger = loggers.CreateLogger<SipDoors>();

    /// <summary>Places that could not be reached, with the reason that was told.</summary>
    private readonly ConcurrentDictionary<IPEndPoint, string> unreachable = new();
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<IPEndPoint, string>> certified = new();
    private readonly List<Door> doors = [];

    /// <summary>By listener id, as bound.</summary>
    public IReadOnlyDictionary<string, IPEndPoint> Bound => doors.ToDictionary(door => door.Options.Id, door => door.Local);

    /// <summary>As peers shall name them, in the order of the configuration.</summary>
    public IReadOnlyList<Listener> Listeners => [.. doors.Select(door => door.Listener)];

    /// <summary>Binds a UDP port, or adds a listener that is bound when <paramref name="tcp"/> starts.</summary>
    public void Add(ListenerOptions options, TcpListeners tcp)
    {
        if (options.Protocol == ListenerProtocol.SipUdp)
        {
            var port = new SipPort(options.Bind, loggers.CreateLogger<SipPort>());
            doors.Add(new Door(options, SipTransport.Udp, () => port.Local) { Port = port });
            return;
        }

        var connections = configuration.Sip.Connections;
        var settings = new SipStreamSettings
        {
            Total = connections.Total,
            PerSource = connections.PerSource,
            Idle = TimeSpan.FromSeconds(connections.IdleSeconds),
            Connect = TimeSpan.FromSeconds(connections.ConnectSeconds),
            WaitingMessages = connections.WaitingMessages,
            KeepAlive = connections.KeepAliveSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Limits = new SipLimits(configuration.Sip.MaximumMessageOctets),
        };
        var streams = new SipStreamDoor(settings, Tls(options), CertifiedName, clock, loggers.CreateLogger<SipStreamDoor>());
        doors.Add(new Door(options, options.Protocol == ListenerProtocol.SipTls ? SipTransport.Tls : SipTransport.Tcp, tcp.Listen(options.Bind, streams.AcceptAsync))
        {
            Streams = streams,
        });
    }

    /// <summary>Begins to read.</summary>
    /// <param name="post">Takes what comes by datagram; drops it when there is no room.</param>
    /// <param name="wait">Takes what comes by connection, and waits for room.</param>
    public void Start(Action<SipInput> post, Func<SipInput, ValueTask> wait)
    {
        foreach (var door in doors)
        {
            var listener = door.Listener;
            door.Port?.Start((remote, decoded) => post(Heard(new Flow(listener, remote), decoded)));
            door.Streams?.Start(new Visitor(this, listener, post, wait), door.Local.Address);
        }
    }

    /// <summary>
    /// Sends a message; over another connection when its own is gone. False when it cannot leave. Of a connection that may be learnt
    /// later; then it is told as <see cref="SipInput.TransportFailed"/>.
    /// </summary>
    public bool Send(Flow flow, SipMessage message)
    {
        foreach (var door in doors)
        {
            if (ReferenceEquals(door.Listener, flow.Local) || door.Listener == flow.Local)
            {
                return Send(door, flow, message) || (flow.Connection is not null && Send(door, flow.Anew(message), message));
            }
        }

        return false;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var door in doors)
        {
            if (door.Port is { } port)
            {
                await port.DisposeAsync().ConfigureAwait(false);
            }

            if (door.Streams is { } streams)
            {
                await streams.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>False when the same was told of this place already, and nothing has come from it since.</summary>
    private bool IsNews(IPEndPoint place, string why)
    {
        if (unreachable.TryGetValue(place, out var told) && told == why)
        {
            return false;
        }

        if (unreachable.Count >= RememberedPlaces)
        {
            unreachable.Clear();
        }

        unreachable[place] = why;
        return true;
    }

    private static bool Send(Door door, Flow flow, SipMessage message) =>
        door.Local.AddressFamily == flow.Remote.AddressFamily
        && (door.Port is { } port ? port.Send(message, flow.Remote) : door.Streams!.Send(flow.Connection, flow.Remote, message));

    private static SipInput Heard(Flow flow, SipDecoded decoded) => decoded.IsWhole
        ? new SipInput.Received(flow, decoded.Message!)
        : new SipInput.Malformed(flow, decoded);

    private SipTls? Tls(ListenerOptions listener)
    {
        if (listener is not { Protocol: ListenerProtocol.SipTls, Tls: { } tls })
        {
            return null;
        }

        var files = new TlsFiles(tls.Certificate, tls.Key, tls.KeyPassword?.Read(out _), tls.Trust);
        return new SipTls(
            new TlsCertificates(files, clock, loggers.CreateLogger<TlsCertificates>()),
            tls.ClientCertificate switch
            {
                ClientCertificate.Require => ClientCertificatePolicy.Require,
                ClientCertificate.Request => ClientCertificatePolicy.Request,
                _ => ClientCertificatePolicy.None,
            },
            only13: tls.MinimumVersion == TlsVersion.Tls13);
    }

    /// <summary>What the certificates at the addresses must be for to which the names of a peer lead.</summary>
    public void Certify(string peer, IReadOnlyDictionary<IPEndPoint, string> names) => certified[peer] = names;

    /// <summary>What a peer's certificate must be for: its own name, its domain, or its name or address as configured (RFC 5922 4, 7.2).</summary>
    private string CertifiedName(IPEndPoint remote)
    {
        foreach (var names in certified.Values)
        {
            if (names.TryGetValue(remote, out var name))
            {
                return name;
            }
        }

        var peer = configuration.Peers.FirstOrDefault(peer => peer.Protocol == Options.PeerProtocol.Sip && ExchangeBinding.Destinations(peer).Any(place => place.Remote.Equals(remote)));
        return peer?.TlsName ?? peer?.Domain ?? remote.Address.ToString();
    }

    private sealed class Door(ListenerOptions options, SipTransport transport, Func<IPEndPoint> local)
    {
        private Listener? listener;

        public ListenerOptions Options { get; } = options;

        public SipPort? Port { get; init; }

        public SipStreamDoor? Streams { get; init; }

        public IPEndPoint Local => local();

        /// <summary>Known once the door is bound.</summary>
        public Listener Listener => listener ??= Named(Options.Advertise is { } text ? Advertised.Of(text) : null);

        private Listener Named(Advertised? advertised) =>
            new(transport, advertised?.Host ?? Local.Address.ToString(), advertised?.Port ?? Local.Port) { Family = Local.AddressFamily };
    }

    private sealed class Visitor(SipDoors doors, Listener listener, Action<SipInput> post, Func<SipInput, ValueTask> wait) : ISipVisitor
    {
        public ValueTask Received(SipConnection connection, SipDecoded decoded)
        {
            if (connection.IsOpenedByUs && !doors.unreachable.IsEmpty)
            {
                doors.unreachable.TryRemove(connection.Remote, out _);
            }

            return wait(Heard(Flow(connection), decoded));
        }

        /// <summary>What a connection that was accepted took down with it goes over another one; what one of ours did has failed.</summary>
        public ValueTask NotSent(SipConnection connection, SipMessage message)
        {
            var flow = Flow(connection);
            return !connection.IsOpenedByUs && doors.Send(flow, message) ? ValueTask.CompletedTask : wait(new SipInput.TransportFailed(flow, message.TopVia.Branch));
        }

        public void TurnedAway(IPEndPoint remote) =>
            post(new SipInput.Remarked(new Flow(listener, remote), "connection turned away", $"connection with {listener.Transport}:{remote} turned away: too many are open"));

        public async ValueTask Closed(SipConnection connection, SipClosed closed)
        {
            var flow = Flow(connection);
            if (!closed.IsFailure || (connection.IsOpenedByUs && !doors.IsNews(connection.Remote, closed.Text)))
            {
                Lines.Closed(doors.logger, listener.Transport, connection.Remote, closed.Text);
            }
            else
            {
                await wait(new SipInput.Remarked(flow, "connection broken", $"connection with {flow}: {closed.Text}")).ConfigureAwait(false);
            }

            await wait(new SipInput.TransportFailed(flow, null)).ConfigureAwait(false);
        }

        private Flow Flow(SipConnection connection) => new(listener, connection.Remote) { Connection = connection.Number };
    }
}

/// <summary>Log lines of SIP doors.</summary>
internal static partial class Lines
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "SIP over {Transport}: connection with {Remote}: {Why}")]
    public static partial void Closed(ILogger logger, SipTransport transport, IPEndPoint remote, string why);
}
