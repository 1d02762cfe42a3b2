using System.Collections.Concurrent;
using System.Net;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Engine.Transfers;
using Gateway.Exchange;
using Gateway.H323;
using Gateway.Host.Ladders;
using Gateway.Host.Location;
using Gateway.Host.Logging;
using Gateway.Host.Options;
using Gateway.Isdn;
using Gateway.Sip;
using Gateway.Transport;
using Gateway.Transport.H323;
using Gateway.Transport.Isdn;
using Gateway.Transport.Sip;
using Microsoft.Extensions.Logging;
using Serilog.Events;
using ExchangeNode = Gateway.Exchange.Exchange;

namespace Gateway.Host;

/// <summary>
/// The running gateway: doors of Transport, one pump, one exchange. Doors are bound first, so that every address the stacks tell their
/// peers is a real one, then the pump starts, then the doors open.
/// </summary>
public sealed class GatewayService : IAsyncDisposable, IH225Visitor
{
    private readonly GatewayConfiguration configuration;
    private readonly ILoggerFactory loggers;
    private readonly NoteLog log;
    private readonly TimeProvider clock;
    private readonly WireTap? tap;

    /// <summary>Somebody wants to know each message that is sent.</summary>
    private readonly bool isHeard;
    private readonly Action<TransferRecord>? recorded;
    private readonly TcpListeners listeners;
    private readonly H225Door h225;
    private readonly SipDoors sip;
    private readonly Dictionary<string, LapdPort> trunks = [];
    private readonly Dictionary<string, FacilityVariant> variants = [];
    private readonly ConcurrentDictionary<long, EndPoint> remotes = new();
    private readonly HashSet<string> trunksDown = [];
    private readonly TaskCompletionSource trunksUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SignallingPump<ExchangeInput, ExchangeOutput>? pump;
    private PeerNames? names;
    private long dropped;
    private long droppedTold;
    private TaskCompletionSource? stopping;
    private bool shedding;

    private GatewayService(GatewayConfiguration configuration, ILoggerFactory loggers, NoteLog log, TimeProvider clock, WireTap? tap, Action<TransferRecord>? recorded)
    {
        (this.configuration, this.loggers, this.log, this.clock, this.tap, this.recorded) = (configuration, loggers, log, clock, tap, recorded);
        isHeard = tap is not null || log.ShowsDebug;
        listeners = new TcpListeners(loggers);
        h225 = new H225Door(loggers);
        sip = new SipDoors(configuration, loggers, clock);
    }

    /// <summary>The first SIP listener as bound; null without one.</summary>
    public IPEndPoint? Sip => configuration.Listeners.FirstOrDefault(one => one.Protocol != ListenerProtocol.H323Tcp) is { } first ? SipDoors[first.Id] : null;

    /// <summary>The SIP listeners as bound, by id.</summary>
    public IReadOnlyDictionary<string, IPEndPoint> SipDoors => sip.Bound;

    /// <summary>The call signalling door as bound; null without one.</summary>
    public IPEndPoint? H323 { get; private set; }

    /// <summary>The D-channel ports as bound, by trunk.</summary>
    public IReadOnlyDictionary<string, IPEndPoint> Trunks => trunks.ToDictionary(pair => pair.Key, pair => pair.Value.Local);

    /// <summary>Ends when every trunk's data link has been established once.</summary>
    public Task TrunksUp => trunksUp.Task;

    /// <summary>Binds every door and starts. The tap and <paramref name="recorded"/> are called by the pump and must not block. Throws when a door cannot be bound, with its name in the message.</summary>
    public static async Task<GatewayService> StartAsync(
        GatewayConfiguration configuration,
        ILoggerFactory loggers,
        NoteLog log,
        TimeProvider clock,
        WireTap? tap = null,
        Action<TransferRecord>? recorded = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var service = new GatewayService(configuration, loggers, log, clock, tap, recorded);
        try
        {
            await service.BindAsync().ConfigureAwait(false);
            service.Open();
            return service;
        }
        catch
        {
            await service.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>From now on calls and transfers are decided by the numbering, routes and transferPolicy of this configuration; the rest of it is not looked at.</summary>
    public async Task AdoptAsync(GatewayConfiguration changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        var adopted = configuration with { Numbering = changed.Numbering, Routes = changed.Routes, TransferPolicy = changed.TransferPolicy };
        await pump!.PostAsync(new ExchangeInput.Adopt(EngineBinding.ToEngine(adopted))).ConfigureAwait(false);
    }

    /// <summary>Releases every call and waits, not longer than <paramref name="patience"/>, until the far ends have confirmed it.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (pump is null || !await pump.PostAsync(new ExchangeInput.Shutdown()).ConfigureAwait(false))
        {
            return;
        }

        // A far end that is gone confirms nothing, and the service must end all the same.
        await Task.WhenAny(stopping.Task, Task.Delay(patience)).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (names is not null)
        {
            await names.DisposeAsync().ConfigureAwait(false);
        }

        if (pump is not null)
        {
            await pump.DisposeAsync().ConfigureAwait(false);
        }

        await h225.DisposeAsync().ConfigureAwait(false);
        await sip.DisposeAsync().ConfigureAwait(false);
        await listeners.DisposeAsync().ConfigureAwait(false);

        foreach (var trunk in trunks.Values)
        {
            await trunk.DisposeAsync().ConfigureAwait(false);
        }
    }

    async ValueTask IH225Visitor.Opened(long connection, IPEndPoint local, IPEndPoint? remote)
    {
        tap?.Name(local, configuration.Node);
        if (remote is not null)
        {
            remotes[connection] = remote;
        }

        await pump!.PostAsync(new ExchangeInput.H323(new H323Input.Connected(new ConnectionKey(connection), remote))).ConfigureAwait(false);
    }

    async ValueTask IH225Visitor.Received(long connection, H225Decoding decoding)
    {
        var key = new ConnectionKey(connection);
        await pump!.PostAsync(new ExchangeInput.H323(decoding switch
        {
            { Message: { } message } => new H323Input.Received(key, message, decoding.ElementFaults),
            _ => new H323Input.Malformed(key, decoding.Fault!.Value, FramingLost: false),
        })).ConfigureAwait(false);
    }

    async ValueTask IH225Visitor.Closed(long connection, H225Closed closed)
    {
        remotes.TryRemove(connection, out _);
        var key = new ConnectionKey(connection);
        if (closed.Fault is { } fault)
        {
            await pump!.PostAsync(new ExchangeInput.H323(new H323Input.Malformed(key, fault, FramingLost: true))).ConfigureAwait(false);
        }

        await pump!.PostAsync(new ExchangeInput.H323(new H323Input.Closed(key, closed.Text))).ConfigureAwait(false);
    }

    private async Task BindAsync()
    {
        Func<IPEndPoint>? h323 = null;
        foreach (var listener in configuration.Listeners)
        {
            switch (listener.Protocol)
            {
                case ListenerProtocol.H323Tcp:
                    h323 = listeners.Listen(listener.Bind, h225.AcceptAsync);
                    break;
                default:
                    Bind($"listener {listener.Id}", listener.Bind, () => sip.Add(listener, listeners));
                    break;
            }
        }

        foreach (var trunk in configuration.Trunks)
        {
            Bind(
                $"trunk {trunk.Id}",
                trunk.Bind,
                () => trunks.Add(trunk.Id, new LapdPort(trunk.Bind, trunk.Remote, trunk.FrameCheckOctets, loggers.CreateLogger<LapdPort>())));
            variants.Add(trunk.Id, trunk.Variant == TrunkVariant.Qsig ? FacilityVariant.Qsig : FacilityVariant.Etsi);
        }

        await listeners.StartAsync().ConfigureAwait(false);
        H323 = h323?.Invoke();
        foreach (var door in new[] { H323 }.Concat(SipDoors.Values).Concat(Trunks.Values).OfType<IPEndPoint>())
        {
            tap?.Name(door, configuration.Node);
        }
    }

    private static void Bind(string door, IPEndPoint local, Action bind)
    {
        try
        {
            bind();
        }
        catch (System.Net.Sockets.SocketException e)
        {
            throw new IOException($"{door}: cannot listen on {local}: {e.SocketErrorCode}. Is another program using it?", e);
        }
        catch (System.Security.Cryptography.CryptographicException e)
        {
            throw new IOException($"{door}: its certificate cannot be used: {e.Message}", e);
        }
    }

    private void Open()
    {
        var settings = ExchangeBinding.ToExchange(configuration, sip.Listeners, H323) with { TellTurns = configuration.Observability.LogTurns, TellOwners = log.ShowsDebug };
        var exchange = new ExchangeNode(settings, new RandomIdentifiers());
        pump = new SignallingPump<ExchangeInput, ExchangeOutput>(new Node(exchange, log.ShowsDebug ? LogArrival : null, Settled), Act, clock, loggers.CreateLogger<GatewayService>());
        trunksDown.UnionWith(trunks.Keys);
        if (trunks.Count == 0)
        {
            trunksUp.SetResult();
        }

        pump.Start();
        h225.Start(this);
        sip.Start(input => Post(new ExchangeInput.Sip(input)), PostWaitingAsync);
        Post(new ExchangeInput.Start());
        names = new PeerNames(configuration, sip.Listeners, log, clock, async input => await pump.PostAsync(input).ConfigureAwait(false), sip.Certify);
        names.Start();
        foreach (var (id, port) in trunks)
        {
            port.Start(frame => Post(new ExchangeInput.Isdn(id, new IsdnInput.FrameReceived(frame))));
            Post(new ExchangeInput.Isdn(id, new IsdnInput.Start()));
        }
    }

    /// <summary>Datagrams that find the pump full are dropped, as the network might have done; the sender repeats them.</summary>
    private void Post(ExchangeInput input)
    {
        TellLoad();
        if ((pump!.Crowded && MayBeLost(input)) || !pump.Post(input))
        {
            Interlocked.Increment(ref dropped);
            TellDropped();
        }
    }

    /// <summary>What begins something new is repeated by its sender, or refused later; the last room is for what belongs to calls.</summary>
    private static bool MayBeLost(ExchangeInput input) => input is ExchangeInput.Sip(
        SipInput.Malformed or SipInput.Remarked or SipInput.Received(_, Codecs.Sip.Messages.SipRequest { To.Tag: null, Method.Name: not ("CANCEL" or "ACK") }));

    /// <summary>One line a second: this cannot be left to a pump that is full.</summary>
    private void TellDropped()
    {
        var (told, now) = (Volatile.Read(ref droppedTold), clock.GetTimestamp());
        if ((told == 0 || clock.GetElapsedTime(told, now) >= TimeSpan.FromSeconds(1)) && Interlocked.CompareExchange(ref droppedTold, now, told) == told)
        {
            log.Write(LogEventLevel.Warning, $"{Interlocked.Exchange(ref dropped, 0)} inputs dropped since the last such line: the signalling pump is full", ("event", "pump.full"));
        }
    }

    private void TellLoad()
    {
        if (pump!.Overloaded != shedding)
        {
            shedding = !shedding;
            pump.Post(new ExchangeInput.Overload(shedding));
        }
    }

    /// <summary>What comes by connection waits for room, and its sender with it.</summary>
    private async ValueTask PostWaitingAsync(SipInput input)
    {
        TellLoad();
        await pump!.PostAsync(new ExchangeInput.Sip(input)).ConfigureAwait(false);
    }

    private void Act(ExchangeOutput output)
    {
        switch (output)
        {
            case ExchangeOutput.SendSip(var flow, var message) send:
                if (isHeard)
                {
                    Tell(flow.Remote, "sip", MessageLabel.Of(message), send.Owner);
                }

                if (!sip.Send(flow, message))
                {
                    Post(new ExchangeInput.Sip(new SipInput.TransportFailed(flow, message.TopVia.Branch)));
                }

                break;
            case ExchangeOutput.OpenH323(var connection, var destination):
                remotes[connection.Value] = destination;
                h225.Open(connection.Value, destination);
                break;
            case ExchangeOutput.SendH323(var connection, var message) send:
                if (isHeard)
                {
                    Tell(remotes.GetValueOrDefault(connection.Value) ?? new IPEndPoint(IPAddress.None, 0), "h225", MessageLabel.Of(message), send.Owner);
                }

                h225.Send(connection.Value, message);
                break;
            case ExchangeOutput.CloseH323(var connection):
                h225.Close(connection.Value);
                break;
            case ExchangeOutput.SendFrame(var trunk, var octets) send:
                if (isHeard && MessageLabel.Of(octets, variants[trunk]) is { } label)
                {
                    Tell(configuration.Trunks.First(one => one.Id == trunk).Remote, "q931", label, send.Owner);
                }

                trunks[trunk].Send(octets);
                break;
            case ExchangeOutput.SwitchBearer(var trunk, var bearer, var remote):
                // There is no protocol to the device yet; whoever drives it can follow this line.
                log.Write(LogEventLevel.Information, $"trunk {trunk}: bearer at {bearer} sends to {remote}", ("event", "bearer.switched"), ("trunk", trunk), ("bearer", bearer), ("media", remote));
                break;
            case ExchangeOutput.TrunkChanged(var trunk, IsUp: true):
                if (trunksDown.Remove(trunk) && trunksDown.Count == 0)
                {
                    trunksUp.TrySetResult();
                }

                break;
            case ExchangeOutput.PeerLost(var peer):
                names?.AskAgain(peer.Value);
                break;
            case ExchangeOutput.Noted(var note):
                log.Write(note);
                break;
            case ExchangeOutput.Recorded(var record):
                log.Write(record);
                tap?.Remark(configuration.Node, $"{record.Transfer} {record.Outcome} by {string.Join(", ", record.MethodsTried)}");
                recorded?.Invoke(record);
                break;
            case ExchangeOutput.Turned(var line):
                log.Write(LogEventLevel.Debug, line, ("event", "turn"));
                break;
        }
    }

    /// <summary>After each turn: a service that stops waits for its last call.</summary>
    private void Settled(ExchangeNode exchange)
    {
        if (this.stopping is { } stopping && exchange.IsSettled)
        {
            stopping.TrySetResult();
        }
    }

    private void Tell(EndPoint to, string protocol, string label, MessageOwner? owner)
    {
        Log("message.sent", $"> {label}", protocol, label, to, owner);
        tap?.Hear(configuration.Node, to, label);
    }

    private void Log(string name, string text, string protocol, string label, object? far, MessageOwner? owner) => log.Write(
        LogEventLevel.Debug,
        text,
        ("event", name),
        ("protocol", protocol),
        ("message", label),
        ("far_end", far),
        ("transfer_id", owner?.Transfer),
        ("call_id", owner?.Call),
        ("leg_id", owner?.Leg),
        ("peer", owner?.Peer),
        ("correlation_id", owner?.Correlation));

    /// <summary>What arrives, told before the turn that takes it.</summary>
    private void LogArrival(ExchangeInput input, MessageOwner? owner)
    {
        switch (input)
        {
            case ExchangeInput.Sip(SipInput.Received(var flow, var message)):
                var sip = MessageLabel.Of(message);
                Log("message.received", $"< {sip}", "sip", sip, flow.Remote, owner);
                break;
            case ExchangeInput.H323(H323Input.Received(var connection, var message, _)):
                var h225 = MessageLabel.Of(message);
                Log("message.received", $"< {h225}", "h225", h225, remotes.GetValueOrDefault(connection.Value), owner);
                break;
            case ExchangeInput.Isdn(var trunk, IsdnInput.FrameReceived(var octets)) when MessageLabel.Of(octets.Span, variants[trunk]) is { } q931:
                Log("message.received", $"< {q931}", "q931", q931, trunk, owner);
                break;
        }
    }

    /// <summary>The exchange as a node of the pump.</summary>
    private sealed class Node(ExchangeNode exchange, Action<ExchangeInput, MessageOwner?>? arrived, Action<ExchangeNode> settled) : ISignallingNode<ExchangeInput, ExchangeOutput>
    {
        public TimeSpan? Next => exchange.Next;

        public void Take(ExchangeInput input, TimeSpan instant, ICollection<ExchangeOutput> outputs)
        {
            arrived?.Invoke(input, exchange.OwnerOf(input));
            exchange.Take(input, instant, outputs);
            settled(exchange);
        }

        public void Wake(TimeSpan instant, ICollection<ExchangeOutput> outputs)
        {
            exchange.Wake(instant, outputs);
            settled(exchange);
        }
    }
}
