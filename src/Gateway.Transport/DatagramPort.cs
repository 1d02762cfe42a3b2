using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace Gateway.Transport;

/// <summary>Takes one datagram. Called on the port's own loop; the span is only valid during the call.</summary>
public delegate void DatagramReceived(ReadOnlySpan<byte> datagram, IPEndPoint remote);

/// <summary>
/// One UDP socket and its receive loop. It is bound when made, so the real port is known before anybody listens;
/// <see cref="Start"/> begins to read, on a thread of its own: a blocking receive is one system call, and nothing is handed from thread to
/// thread for each datagram.
/// </summary>
public sealed partial class DatagramPort : IAsyncDisposable
{
    /// <summary>The largest UDP payload over IPv4 (RFC 768 length field less IP and UDP headers), in octets.</summary>
    public const int MaximumOctets = 65507;

    /// <summary>Addresses remembered in either direction. Whoever sends from more of them only makes us forget.</summary>
    private const int KnownAddresses = 4096;

    private readonly Socket socket;
    private readonly ILogger logger;
    private readonly Dictionary<SocketAddress, IPEndPoint> senders = [];
    private readonly ConcurrentDictionary<IPEndPoint, SocketAddress> receivers = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool stopping;
    private bool started;

    /// <exception cref="SocketException">The address is in use or not on this machine.</exception>
    public DatagramPort(IPEndPoint local, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(local);
        this.logger = logger;
        socket = new Socket(local.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            if (OperatingSystem.IsWindows())
            {
                // Otherwise a peer's "port unreachable" breaks the next receive (SIO_UDP_CONNRESET).
                socket.IOControl(unchecked((int)0x9800000C), [0], null);
            }

            socket.ReceiveBufferSize = 4 << 20;
            socket.Bind(local);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public IPEndPoint Local => (IPEndPoint)socket.LocalEndPoint!;

    public void Start(DatagramReceived received)
    {
        started = true;
        new Thread(() => Receive(received)) { IsBackground = true, Name = $"UDP {Local}" }.Start();
    }

    /// <summary>Sends one datagram; false, and a log line, when the operating system refuses it.</summary>
    public bool Send(ReadOnlySpan<byte> datagram, IPEndPoint remote)
    {
        ArgumentNullException.ThrowIfNull(remote);
        try
        {
            if (remote.AddressFamily == socket.AddressFamily)
            {
                socket.SendTo(datagram, SocketFlags.None, Known(remote));
            }
            else
            {
                socket.SendTo(datagram, SocketFlags.None, remote);
            }

            return true;
        }
        catch (SocketException e)
        {
            LogSendFailed(datagram.Length, Local, remote, e.SocketErrorCode);
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        stopping = true;
        socket.Dispose();
        if (started)
        {
            await ended.Task.ConfigureAwait(false);
        }
    }

    private void Receive(DatagramReceived received)
    {
        var buffer = GC.AllocateUninitializedArray<byte>(MaximumOctets, pinned: true);
        var sender = new SocketAddress(socket.AddressFamily);
        while (!stopping)
        {
            try
            {
                var octets = socket.ReceiveFrom(buffer, SocketFlags.None, sender);
                if (!stopping)
                {
                    received(buffer.AsSpan(0, octets), Known(sender));
                }
            }
            catch (Exception e) when (stopping && e is SocketException or ObjectDisposedException)
            {
                break;
            }
            catch (SocketException e)
            {
                // An earlier send came back as unreachable; the socket itself is well.
                LogReceiveFailed(Local, e.SocketErrorCode);
            }
        }

        ended.SetResult();
    }

    private IPEndPoint Known(SocketAddress sender)
    {
        if (senders.TryGetValue(sender, out var known))
        {
            return known;
        }

        if (senders.Count >= KnownAddresses)
        {
            senders.Clear();
        }

        var copy = new SocketAddress(sender.Family, sender.Size);
        sender.Buffer.Span[..sender.Size].CopyTo(copy.Buffer.Span);
        var address = (IPEndPoint)new IPEndPoint(socket.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0).Create(sender);
        senders.Add(copy, address);
        return address;
    }

    private SocketAddress Known(IPEndPoint receiver)
    {
        if (receivers.TryGetValue(receiver, out var known))
        {
            return known;
        }

        if (receivers.Count >= KnownAddresses)
        {
            receivers.Clear();
        }

        return receivers.GetOrAdd(receiver, receiver.Serialize());
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "UDP {Local}: {Octets} octets to {Remote} not sent: {Error}")]
    private partial void LogSendFailed(int octets, IPEndPoint local, IPEndPoint remote, SocketError error);

    [LoggerMessage(Level = LogLevel.Information, Message = "UDP {Local}: receive reported {Error}; going on")]
    private partial void LogReceiveFailed(IPEndPoint local, SocketError error);
}
