using System.Net;
using System.Net.Sockets;

namespace Peers.Tests.Wire;

/// <summary>Stands between the service and its H.323 peer and records what passes. Connections are numbered from port 40001 in the recording.</summary>
internal sealed class TcpRelay : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Recording recording;
    private readonly Task accepting;
    private ushort connections = 40000;

    public TcpRelay(Recording recording)
    {
        this.recording = recording;
        listener.Start();
        accepting = Accept();
    }

    /// <summary>Where the service finds its peer.</summary>
    public IPEndPoint Local => (IPEndPoint)listener.LocalEndpoint;

    /// <summary>Where the peer really is; to be told before the first connection.</summary>
    public IPEndPoint? Peer { get; set; }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        stopping.Dispose();
    }

    private async Task Accept()
    {
        var running = new List<Task>();
        try
        {
            while (true)
                running.Add(Pass(await listener.AcceptTcpClientAsync(stopping.Token), ++connections));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(running);
        }
    }

    private async Task Pass(TcpClient near, ushort port)
    {
        using (near)
        using (var far = new TcpClient { NoDelay = true })
        {
            near.NoDelay = true;
            await far.ConnectAsync(Peer!, stopping.Token);
            await Task.WhenAll(
                Pass(near.Client, far.Client, octets => recording.AddTcp(port, Recording.CallSignallingPort, octets.Span)),
                Pass(far.Client, near.Client, octets => recording.AddTcp(Recording.CallSignallingPort, port, octets.Span)));
        }
    }

    private async Task Pass(Socket from, Socket to, Action<ReadOnlyMemory<byte>> record)
    {
        byte[] buffer = new byte[65536];
        try
        {
            while (await from.ReceiveAsync(buffer, stopping.Token) is var octets and > 0)
            {
                record(buffer.AsMemory(0, octets));
                await to.SendAsync(buffer.AsMemory(0, octets), stopping.Token);
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
            // Either side may be gone.
        }
    }
}
