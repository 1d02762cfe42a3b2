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

    private readonly Socket _socket;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stopping = new();
    private Task _loop = Task.CompletedTask;

    /// <exception cref="SocketException">The address is in use or not on this machine.</exception>
    public DatagramPort(IPEndPoint local, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(local);
        _logger = logger;
        _socket = new Socket(local.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            if (OperatingSystem.IsWindows())
            {
                // Otherwise a peer's "port unreachable" breaks the next receive (SIO_UDP_CONNRESET).
                _socket.IOControl(unchecked((int)0x9800000C), [0], null);
            }

            _socket.ReceiveBufferSize = 4 << 20;
            _socket.Bind(local);
        }
        catch
        {
            _socket.Dispose();
            throw;
        }
    }

    public IPEndPoint Local => (IPEndPoint)_socket.LocalEndPoint!;

    public void Start(DatagramReceived received) => _loop = ReceiveAsync(received, _stopping.Token);

    /// <summary>Sends one datagram; false, and a log line, when the operating system refuses it.</summary>
    public bool Send(ReadOnlySpan<byte> datagram, IPEndPoint remote)
    {
        ArgumentNullException.ThrowIfNull(remote);
        try
        {
            _socket.SendTo(datagram, SocketFlags.None, remote);
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
        await _stopping.CancelAsync().ConfigureAwait(false);
        _socket.Dispose();
        await _loop.ConfigureAwait(false);
        _stopping.Dispose();
    }

    private async Task ReceiveAsync(DatagramReceived received, CancellationToken stopping)
    {
        var buffer = GC.AllocateUninitializedArray<byte>(MaximumOctets, pinned: true);
        var any = new IPEndPoint(_socket.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var result = await _socket.ReceiveFromAsync(buffer, SocketFlags.None, any, stopping).ConfigureAwait(false);
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
