using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Gateway.Transport;

/// <summary>Kestrel as what it is below HTTP: TCP listeners that hand each accepted connection to a handler.</summary>
public sealed class TcpListeners(ILoggerFactory loggers) : IAsyncDisposable
{
    private readonly KestrelServerOptions options = new() { AddServerHeader = false };
    private KestrelServer? server;
    private bool isWanted;

    /// <summary>Adds a listener; call before <see cref="StartAsync"/>, after which the result tells the real port.</summary>
    public Func<IPEndPoint> Listen(IPEndPoint local, Func<ConnectionContext, Task> handler)
    {
        ListenOptions? listener = null;
        isWanted = true;
        options.Listen(local, options =>
        {
            listener = options;
            options.Run(handler);
        });
        return () => listener?.IPEndPoint ?? local;
    }

    /// <exception cref="IOException">An address is in use or not on this machine.</exception>
    public async Task StartAsync(CancellationToken cancellation = default)
    {
        if (!isWanted)
        {
            // Kestrel that is told no address takes localhost:5000.
            return;
        }

        options.ApplicationServices = new ServiceCollection().AddSingleton(loggers).AddLogging().BuildServiceProvider();
        var sockets = new SocketTransportFactory(Options.Create(new SocketTransportOptions { CreateBoundListenSocket = Bound }), loggers);
        server = new KestrelServer(Options.Create(options), sockets, loggers);
        await server.StartAsync(new NoHttp(), cancellation).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            // Whoever owns the connections has closed them by now; what is still open is cut off.
            await server.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
            server.Dispose();
        }
    }

    /// <summary>One listener, one address family: otherwise [::] would take the port from 0.0.0.0, and UDP would differ from TCP.</summary>
    private static Socket Bound(EndPoint local)
    {
        if (local is not IPEndPoint { Address: var address } || !address.Equals(IPAddress.IPv6Any))
        {
            return SocketTransportOptions.CreateDefaultBoundListenSocket(local);
        }

        var socket = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp) { DualMode = false };
        socket.Bind(local);
        return socket;
    }

    /// <summary>Kestrel wants an HTTP application; no listener of ours ever leads to it.</summary>
    private sealed class NoHttp : IHttpApplication<object>
    {
        public object CreateContext(IFeatureCollection contextFeatures) => this;

        public Task ProcessRequestAsync(object context) => Task.CompletedTask;

        public void DisposeContext(object context, Exception? exception)
        {
        }
    }
}
