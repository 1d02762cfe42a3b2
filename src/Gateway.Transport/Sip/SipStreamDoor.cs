using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Gateway.Codecs.Sip.Messages;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;

namespace Gateway.Transport.Sip;

/// <summary>What a door of connections tells; called outside the pump, for one connection always in order.</summary>
public interface ISipVisitor
{
    /// <summary>A message, or the reason why it is none. May wait, and the peer then waits too.</summary>
    ValueTask Received(SipConnection connection, SipDecoded decoded);

    /// <summary>One that was not let in, for too many are open. Not in order with anything, and must not wait.</summary>
    void TurnedAway(IPEndPoint remote);

    /// <summary>What was queued and never left, told before <see cref="Closed"/>.</summary>
    ValueTask NotSent(SipConnection connection, SipMessage message);

    /// <summary>The last word on a connection, also when it could not be opened.</summary>
    ValueTask Closed(SipConnection connection, SipClosed closed);
}

/// <summary>Why a connection is gone.</summary>
/// <param name="IsFailure">Somebody should look: it could not be opened, or broke, or the peer does not read. What was malformed has been told as such.</param>
public sealed record SipClosed(string Text, bool IsFailure);

/// <summary>
/// SIP over TCP, or over TLS: connections accepted and opened (RFC 3261 18). One to the same remote endpoint is used again by
/// whoever sends there (RFC 5923 in spirit). Kestrel's sockets carry both kinds.
/// </summary>
public sealed partial class SipStreamDoor : IAsyncDisposable
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<long, SipConnection> connections = new();
    private readonly ConcurrentDictionary<IPEndPoint, SipConnection> ways = new();
    private readonly ConcurrentDictionary<Task, byte> running = new();
    private readonly Dictionary<IPAddress, int> sources = [];
    private readonly SipStreamSettings settings;
    private readonly SipTls? tls;
    private readonly Func<IPEndPoint, string> nameOf;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly SocketConnectionContextFactory factory;
    private readonly TaskCompletionSource<ISipVisitor?> visitor = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource stopping = new();
    private readonly ITimer watch;
    private IPAddress? local;
    private long last;

    /// <param name="tls">Null: plain TCP.</param>
    /// <param name="nameOf">What the certificate at a remote endpoint must be for.</param>
    public SipStreamDoor(SipStreamSettings settings, SipTls? tls, Func<IPEndPoint, string> nameOf, TimeProvider clock, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(clock);
        (this.settings, this.tls, this.nameOf, this.clock, this.logger) = (settings, tls, nameOf, clock, logger);
        factory = new SocketConnectionContextFactory(new SocketConnectionFactoryOptions(), logger);
        watch = clock.CreateTimer(_ => Look(), null, LookInterval, LookInterval);
    }

    /// <summary>Connections that are open or being opened.</summary>
    public int Count => connections.Count;

    /// <summary>Says whom to tell. Connections accepted before wait until then.</summary>
    /// <param name="from">The address that connections are opened from; any when it is unspecified.</param>
    public void Start(ISipVisitor visitor, IPAddress? from = null)
    {
        local = from is null || from.Equals(IPAddress.Any) || from.Equals(IPAddress.IPv6Any) ? null : from;
        this.visitor.TrySetResult(visitor);
    }

    /// <summary>Serves one accepted connection; give this to a listener.</summary>
    public async Task AcceptAsync(ConnectionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var remote = (IPEndPoint)context.RemoteEndPoint!;
        if (!Enter(remote.Address))
        {
            if (visitor.Task is { IsCompletedSuccessfully: true, Result: { } visited })
            {
                visited.TurnedAway(remote);
            }

            context.Abort(new ConnectionAbortedException("too many connections"));
            return;
        }

        try
        {
            if (await visitor.Task.ConfigureAwait(false) is { } told)
            {
                await RunAsync(New(remote, isOpenedByUs: false), told, _ => Task.FromResult(context)).ConfigureAwait(false);
            }
        }
        finally
        {
            Leave(remote.Address);
        }
    }

    /// <summary>
    /// Sends over the connection of that number, or, without one, over a connection to the remote endpoint, which is opened when there
    /// is none. False when it cannot be queued; what is queued and does not leave is told to the visitor.
    /// </summary>
    public bool Send(long? number, IPEndPoint remote, SipMessage message)
    {
        ArgumentNullException.ThrowIfNull(remote);
        if (number is { } known)
        {
            return connections.TryGetValue(known, out var named) && named.Send(message);
        }

        if (ways.TryGetValue(remote, out var way) && way.Send(message))
        {
            return true;
        }

        if (stopping.IsCancellationRequested || connections.Count >= settings.Total)
        {
            return false;
        }

        var connection = New(remote, isOpenedByUs: true);
        var sent = connection.Send(message);
        var task = OpenAsync(connection);
        running.TryAdd(task, 0);
        task.ContinueWith(done => running.TryRemove(done, out _), TaskScheduler.Default);
        return sent;
    }

    public async ValueTask DisposeAsync()
    {
        await watch.DisposeAsync().ConfigureAwait(false);
        await stopping.CancelAsync().ConfigureAwait(false);
        visitor.TrySetResult(null);
        foreach (var connection in connections.Values)
        {
            connection.Close("the service stops");
        }

        await Task.WhenAll(running.Keys).ConfigureAwait(false);
        factory.Dispose();
        stopping.Dispose();
    }

    private SipConnection New(IPEndPoint remote, bool isOpenedByUs)
    {
        var connection = new SipConnection(Interlocked.Increment(ref last), remote, isOpenedByUs, settings, clock);
        connections.TryAdd(connection.Number, connection);
        ways[remote] = connection;
        return connection;
    }

    private void Look()
    {
        foreach (var connection in connections.Values)
        {
            connection.Look();
        }
    }

    private async Task OpenAsync(SipConnection connection)
    {
        // Whoever asked must have its turn finished before it is answered.
        await Task.Yield();
        if (await visitor.Task.ConfigureAwait(false) is { } told)
        {
            await RunAsync(connection, told, ConnectAsync).ConfigureAwait(false);
        }

        async Task<ConnectionContext> ConnectAsync(CancellationToken cancellation)
        {
            var socket = new Socket(connection.Remote.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                if (local is not null && local.AddressFamily == connection.Remote.AddressFamily)
                {
                    socket.Bind(new IPEndPoint(local, 0));
                }

                await socket.ConnectAsync(connection.Remote, cancellation).ConfigureAwait(false);
                return factory.Create(socket);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }

    private async Task RunAsync(SipConnection connection, ISipVisitor told, Func<CancellationToken, Task<ConnectionContext>> connect)
    {
        ConnectionContext? context = null;
        SslStream? secured = null;
        SipClosed closed;
        try
        {
            using (var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token))
            {
                patience.CancelAfter(settings.Connect);
                context = await connect(patience.Token).ConfigureAwait(false);
                if (tls is not null)
                {
                    var stream = new DuplexStream(context.Transport);
                    secured = connection.IsOpenedByUs
                        ? await tls.ConnectAsync(stream, nameOf(connection.Remote), patience.Token).ConfigureAwait(false)
                        : await tls.AcceptAsync(stream, patience.Token).ConfigureAwait(false);
                }
            }

            var pipe = secured is null ? context.Transport : new StreamPipe(secured);
            closed = await connection.RunAsync(context, pipe, decoded => told.Received(connection, decoded), message => told.NotSent(connection, message)).ConfigureAwait(false);
            await pipe.Output.CompleteAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is SocketException or IOException or AuthenticationException or OperationCanceledException or ConnectionAbortedException or InvalidOperationException)
        {
            // Nobody may find a connection that never came up; what waits for it is told.
            Forget(connection);
            var step = context is null ? "cannot connect" : tls is null ? "lost" : "no TLS";
            closed = await connection.FailAsync(
                $"{step}: {(e is SocketException failure ? failure.SocketErrorCode.ToString() : e is OperationCanceledException ? "no answer" : (e.InnerException ?? e).Message)}",
                message => told.NotSent(connection, message)).ConfigureAwait(false);
        }

        Forget(connection);
        if (secured is not null)
        {
            await EndAsync(secured).ConfigureAwait(false);
        }

        if (context is not null)
        {
            await context.DisposeAsync().ConfigureAwait(false);
        }

        await told.Closed(connection, closed).ConfigureAwait(false);
    }

    /// <summary>Says goodbye as TLS wants it (RFC 8446 6.1), to a peer that listens.</summary>
    private async Task EndAsync(SslStream secured)
    {
        try
        {
            if (secured.IsAuthenticated)
            {
                await secured.ShutdownAsync().WaitAsync(settings.Linger, clock).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or TimeoutException)
        {
            LogRude(e.Message);
        }

        await secured.DisposeAsync().ConfigureAwait(false);
    }

    private void Forget(SipConnection connection)
    {
        connections.TryRemove(connection.Number, out _);
        ways.TryRemove(new KeyValuePair<IPEndPoint, SipConnection>(connection.Remote, connection));
    }

    private bool Enter(IPAddress source)
    {
        lock (sources)
        {
            var open = sources.GetValueOrDefault(source);
            if (open >= settings.PerSource || connections.Count >= settings.Total || stopping.IsCancellationRequested)
            {
                return false;
            }

            sources[source] = open + 1;
            return true;
        }
    }

    private void Leave(IPAddress source)
    {
        lock (sources)
        {
            if (sources[source] is > 1 and var open)
            {
                sources[source] = open - 1;
            }
            else
            {
                sources.Remove(source);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "TLS was not ended in form: {Why}")]
    private partial void LogRude(string why);

    /// <summary>What TLS reads and writes, as pipes.</summary>
    private sealed class StreamPipe(Stream stream) : IDuplexPipe
    {
        public PipeReader Input { get; } = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));

        public PipeWriter Output { get; } = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
    }
}
