using System.Collections.Concurrent;
using System.Net;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Exchange.Turns;
using Gateway.H323;
using Gateway.Host.Ladders;
using Gateway.Lab;
using Gateway.Sip;
using Gateway.Transport.H323;
using Gateway.Transport.Isdn;
using Gateway.Transport.Sip;
using Microsoft.Extensions.Logging;

namespace Gateway.Host;

/// <summary>Runs one built-in far end on real sockets, with a pump of its own, as if it were another machine.</summary>
public sealed partial class FarEndHost : IAsyncDisposable, IH225Visitor
{
    private readonly SignallingPump<FarEndInput, FarEndOutput> pump;
    private readonly ConcurrentDictionary<long, EndPoint> remotes = new();
    private readonly Action<FarEndEvent>? happened;
    private readonly WireTap? tap;
    private readonly string name;
    private readonly ILogger logger;
    private SipPort? sip;
    private H225Door? h225;
    private LapdPort? lapd;
    private EndPoint? lapdRemote;
    private FacilityVariant variant;

    private FarEndHost(string name, FarEnd farEnd, TimeProvider clock, ILoggerFactory loggers, Action<FarEndEvent>? happened, WireTap? tap)
    {
        (this.name, this.happened, this.tap, logger) = (name, happened, tap, loggers.CreateLogger<FarEndHost>());
        pump = new SignallingPump<FarEndInput, FarEndOutput>(new Node(farEnd), Act, clock, logger);
    }

    /// <summary>A far end behind a SIP port; the port becomes this host's own.</summary>
    public static FarEndHost OnSip(
        string name, FarEnd farEnd, SipPort port, Listener listener, TimeProvider clock, ILoggerFactory loggers, Action<FarEndEvent>? happened = null, WireTap? tap = null)
    {
        ArgumentNullException.ThrowIfNull(port);
        var host = new FarEndHost(name, farEnd, clock, loggers, happened, tap) { sip = port };
        host.Begin();
        port.Start((remote, decoded) =>
        {
            var flow = new Flow(listener, remote);
            host.Tell(new FarEndInput.Sip(decoded.IsWhole ? new SipInput.Received(flow, decoded.Message!) : new SipInput.Malformed(flow, decoded)));
        });
        return host;
    }

    /// <summary>A far end behind call signalling connections; the door becomes this host's own.</summary>
    public static FarEndHost OnH323(
        string name, FarEnd farEnd, H225Door door, TimeProvider clock, ILoggerFactory loggers, Action<FarEndEvent>? happened = null, WireTap? tap = null)
    {
        ArgumentNullException.ThrowIfNull(door);
        var host = new FarEndHost(name, farEnd, clock, loggers, happened, tap) { h225 = door };
        host.Begin();
        door.Start(host);
        return host;
    }

    /// <summary>A far end at the other end of a D-channel; the port becomes this host's own.</summary>
    public static FarEndHost OnLapd(
        string name,
        FarEnd farEnd,
        LapdPort port,
        EndPoint remote,
        FacilityVariant variant,
        TimeProvider clock,
        ILoggerFactory loggers,
        Action<FarEndEvent>? happened = null,
        WireTap? tap = null)
    {
        ArgumentNullException.ThrowIfNull(port);
        var host = new FarEndHost(name, farEnd, clock, loggers, happened, tap) { lapd = port, lapdRemote = remote, variant = variant };
        host.Begin();
        port.Start(frame => host.Tell(new FarEndInput.Frame(frame)));
        return host;
    }

    /// <summary>Something happens to the far end, or its person wants something.</summary>
    public void Tell(FarEndInput input) => pump.Post(input);

    public async ValueTask DisposeAsync()
    {
        await pump.DisposeAsync().ConfigureAwait(false);
        foreach (var door in new IAsyncDisposable?[] { sip, h225, lapd }.OfType<IAsyncDisposable>())
        {
            await door.DisposeAsync().ConfigureAwait(false);
        }
    }

    async ValueTask IH225Visitor.Opened(long connection, IPEndPoint local, IPEndPoint? remote)
    {
        tap?.Name(local, name);
        if (remote is not null)
        {
            remotes[connection] = remote;
        }

        await pump.PostAsync(new FarEndInput.H323(new H323Input.Connected(new ConnectionKey(connection), remote))).ConfigureAwait(false);
    }

    async ValueTask IH225Visitor.Received(long connection, H225Decoding decoding)
    {
        var key = new ConnectionKey(connection);
        await pump.PostAsync(new FarEndInput.H323(decoding.Message is { } message
            ? new H323Input.Received(key, message, decoding.ElementFaults)
            : new H323Input.Malformed(key, decoding.Fault!.Value, FramingLost: false))).ConfigureAwait(false);
    }

    async ValueTask IH225Visitor.Closed(long connection, H225Closed closed) =>
        await pump.PostAsync(new FarEndInput.H323(new H323Input.Closed(new ConnectionKey(connection), closed.Text))).ConfigureAwait(false);

    private void Begin()
    {
        pump.Start();
        Tell(new FarEndInput.Start());
    }

    private void Act(FarEndOutput output)
    {
        switch (output)
        {
            case FarEndOutput.SendSip(var flow, var message):
                Show(flow.Remote, MessageLabel.Of(message));
                sip!.Send(message, flow.Remote);
                break;
            case FarEndOutput.OpenH323(var connection, var destination):
                remotes[connection.Value] = destination;
                h225!.Open(connection.Value, destination);
                break;
            case FarEndOutput.SendH323(var connection, var message):
                Show(remotes.GetValueOrDefault(connection.Value), MessageLabel.Of(message));
                h225!.Send(connection.Value, message);
                break;
            case FarEndOutput.CloseH323(var connection):
                h225!.Close(connection.Value);
                break;
            case FarEndOutput.SendFrame(var octets):
                if (MessageLabel.Of(octets, variant) is { } label)
                {
                    Show(lapdRemote, label);
                }

                lapd!.Send(octets);
                break;
            case FarEndOutput.Happened(var happened):
                this.happened?.Invoke(happened);
                break;
            case FarEndOutput.Observed(var line):
                LogObserved(name, line);
                break;
        }
    }

    private void Show(EndPoint? to, string label)
    {
        if (to is not null)
        {
            tap?.Hear(name, to, label);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{FarEnd}: {Line}")]
    private partial void LogObserved(string farEnd, string line);

    /// <summary>The far end as a node of a pump, its timers in a table of its own.</summary>
    private sealed class Node(FarEnd farEnd) : ISignallingNode<FarEndInput, FarEndOutput>
    {
        private readonly TimerTable<object> timers = new();
        private readonly List<FarEndOutput> said = [];

        public TimeSpan? Next => timers.Next;

        public void Take(FarEndInput input, TimeSpan instant, ICollection<FarEndOutput> outputs)
        {
            farEnd.Take(input, said);
            foreach (var output in said)
            {
                switch (output)
                {
                    case FarEndOutput.StartTimer(var key, var duration):
                        timers.Start(key, instant + duration);
                        break;
                    case FarEndOutput.StopTimer(var key):
                        timers.Stop(key);
                        break;
                    default:
                        outputs.Add(output);
                        break;
                }
            }

            said.Clear();
        }

        public void Wake(TimeSpan instant, ICollection<FarEndOutput> outputs)
        {
            while (timers.TryTake(instant, out var key))
            {
                Take(new FarEndInput.Expired(key), instant, outputs);
            }
        }
    }
}
