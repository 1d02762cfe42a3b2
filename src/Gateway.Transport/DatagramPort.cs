using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace Gateway.Transport;

/// <summary>Takes one datagram. Called on the port's own loop; the span is only valid during the call.</summary>
public delegate void DatagramReceived(ReadOnlySpan<byte> datagram, IPEndPoint remote);

/// <summary>
/// One UDP socket and its receive loop. It is bound when made, so the real port is known before anybody listens;
/// <see cref="Start"/> begins to read.
/// </summary>
public sealed partial class DatagramPort : IAsyncDisposable
{
    /// <summary>The largest UDP payload over IPv4 (RFC 768 length field less IP and UDP headers), in octets.</summary>
    public const int MaximumOctets = 65507;

    private readonly Socket socket;
    private readonly ILogger logger;
    private readonly CancellationTokenSource stopping = new();
    private Task loop = Task.CompletedTask;

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

    public void Start(DatagramReceived received) => loop = ReceiveAsync(received, stopping.Token);

    /// <summary>Sends one datagram; false, and a log line, when the operating system refuses it.</summary>
    public bool Send(ReadOnlySpan<byte> datagram, IPEndPoint remote)
    {
        ArgumentNullException.ThrowIfNull(remote);
        try
        {
            socket.SendTo(datagram, SocketFlags.None, remote);
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
        await stopping.CancelAsync().ConfigureAwait(false);
        socket.Dispose();
        await loop.ConfigureAwait(false);
        stopping.Dispose();
    }

    private async Task ReceiveAsync(DatagramReceived received, CancellationToken stopping)
    {
        var buffer = GC.AllocateUninitializedArray<byte>(MaximumOctets, pinned: true);
        var any = new IPEndPoint(socket.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var result = await socket.ReceiveFromAsync(buffer, SocketFlags.None, any, stopping).ConfigureAwait(false);
                received(buffer.AsSpan(0, result.ReceivedBytes), (IPEndPoint)result.RemoteEndPoint);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (SocketException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (ObjectDisposedException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (SocketException e)
            {
                // An earlier send came back as unreachable; the socket itself is well.
                LogReceiveFailed(Local, e.SocketErrorCode);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "UDP {Local}: {Octets} octets to {Remote} not sent: {Error}")]
    private partial void LogSendFailed(int octets, IPEndPoint local, IPEndPoint remote, SocketError error);

    [LoggerMessage(Level = LogLevel.Information, Message = "UDP {Local}: receive reported {Error}; going on")]
    private partial void LogReceiveFailed(IPEndPoint local, SocketError error);
}
