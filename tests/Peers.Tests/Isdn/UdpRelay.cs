using System.Net;
using System.Net.Sockets;

namespace Peers.Tests.Isdn;

/// <summary>Stands between the service and its D-channel peer, so that a test can say something in the peer's stead.</summary>
internal sealed class UdpRelay : IAsyncDisposable
{
    private readonly UdpClient near = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly UdpClient far = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly CancellationTokenSource stopping = new();
    private readonly IPEndPoint peer;
    private readonly Task passing;
    private volatile IPEndPoint? service;

    public UdpRelay(IPEndPoint peer)
    {
        this.peer = peer;
        passing = Task.WhenAll(Pass(near, far), Pass(far, near));
    }

    /// <summary>Where the service finds its peer.</summary>
    public IPEndPoint Local => (IPEndPoint)near.Client.LocalEndPoint!;

    /// <summary>Says something to the service in the peer's stead.</summary>
    public void Inject(ReadOnlySpan<byte> datagram) => near.Send(datagram, service!);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await passing;
        near.Dispose();
        far.Dispose();
        stopping.Dispose();
    }

    private async Task Pass(UdpClient from, UdpClient to)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                UdpReceiveResult datagram = await from.ReceiveAsync(stopping.Token);
                if (from == near)
                    service = datagram.RemoteEndPoint;
                if ((from == near ? peer : service) is { } destination)
                    await to.SendAsync(datagram.Buffer, destination, stopping.Token);
            }
            catch (Exception ended) when (ended is OperationCanceledException or SocketException)
            {
                // Either side may be gone.
            }
        }
    }
}
