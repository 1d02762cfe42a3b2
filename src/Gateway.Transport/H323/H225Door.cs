using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Gateway.Codecs.H323.H225;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;

namespace Gateway.Transport.H323;

/// <summary>What a door tells; called outside the pump, for one connection always in order.</summary>
public interface IH225Visitor
{
    /// <param name="local">Our end of the connection.</param>
    /// <param name="remote">The caller's address for a connection that was accepted; null for one that we opened.</param>
    ValueTask Opened(long connection, IPEndPoint local, IPEndPoint? remote);

    ValueTask Received(long connection, H225Decoding decoding);

    /// <summary>The last word on a connection, also when it could not be opened.</summary>
    ValueTask Closed(long connection, H225Closed closed);
}

/// <summary>
/// The call signalling channel's TCP connections, accepted and opened (H.225.0 (12/2009) 7.1; TCP port 1720). Kestrel's sockets carry both.
/// </summary>
public sealed partial class H225Door : IAsyncDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<long, H225Connection> connections = new();
    private readonly ConcurrentDictionary<Task, byte> running = new();
    private readonly SocketConnectionContextFactory factory;
    private readonly ILogger logger;
    private readonly TaskCompletionSource<IH225Visitor?> visitor = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource stopping = new();
    private long accepted;

    public H225Door(ILoggerFactory loggers)
    {
        logger = loggers.CreateLogger<H225Door>();
        factory = new SocketConnectionContextFactory(new SocketConnectionFactoryOptions(), logger);
    }

    /// <summary>Says whom to tell. Connections accepted before wait until then.</summary>
    public void Start(IH225Visitor visitor) => this.visitor.TrySetResult(visitor);

    /// <summary>Serves one accepted connection; give this to a listener. Accepted connections have negative numbers.</summary>
    public Task AcceptAsync(ConnectionContext context) => ServeAsync(-Interlocked.Increment(ref accepted), context, accepted: true);

    /// <summary>Opens a connection under a number of the caller's choice; <see cref="IH225Visitor.Opened"/> or Closed follows.</summary>
    public void Open(long connection, IPEndPoint destination)
    {
        var task = OpenAsync(connection, destination);
        running.TryAdd(task, 0);
        task.ContinueWith(done => running.TryRemove(done, out _), TaskScheduler.Default);
    }

    /// <summary>False when the connection is gone or the message cannot be sent.</summary>
    public bool Send(long connection, H225Message message)
    {
        if (connections.TryGetValue(connection, out var open) && open.Send(message))
        {
            return true;
        }

        LogNotSent(connection, message.MessageType);
        return false;
    }

    /// <summary>Closes the connection once everything sent has gone out.</summary>
    public void Close(long connection)
    {
        if (connections.TryGetValue(connection, out var open))
        {
            open.Close();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        visitor.TrySetResult(null);
        foreach (var connection in connections.Values)
        {
            connection.Close();
        }

        await Task.WhenAll(running.Keys).ConfigureAwait(false);
        factory.Dispose();
        stopping.Dispose();
    }

    private async Task OpenAsync(long connection, IPEndPoint destination)
    {
        // Whoever asked must have its turn finished before it is answered.
        await Task.Yield();
        if (await this.visitor.Task.ConfigureAwait(false) is not { } visitor)
        {
            return;
        }

        var socket = new Socket(destination.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
            timeout.CancelAfter(ConnectTimeout);
            await socket.ConnectAsync(destination, timeout.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            socket.Dispose();
            var why = e is SocketException failure ? failure.SocketErrorCode.ToString() : "no answer";
            await visitor.Closed(connection, new H225Closed($"cannot connect to {destination}: {why}")).ConfigureAwait(false);
            return;
        }

        await ServeAsync(connection, factory.Create(socket), accepted: false).ConfigureAwait(false);
    }

    private async Task ServeAsync(long number, ConnectionContext context, bool accepted)
    {
        if (await this.visitor.Task.ConfigureAwait(false) is not { } visitor)
        {
            await context.DisposeAsync().ConfigureAwait(false);
            return;
        }

        var connection = new H225Connection(context);
        connections.TryAdd(number, connection);
        await visitor.Opened(number, connection.Local, accepted ? connection.Remote : null).ConfigureAwait(false);
        var closed = await connection.RunAsync(decoding => visitor.Received(number, decoding)).ConfigureAwait(false);
        connections.TryRemove(number, out _);
        await visitor.Closed(number, closed).ConfigureAwait(false);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "H.225 connection {Connection}: {MessageType} not sent")]
    private partial void LogNotSent(long connection, H225MessageType messageType);
}
