using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using Gateway.Codecs.Sip.Messages;
using Gateway.Transport;
using Gateway.Transport.Sip;
using Microsoft.Extensions.Logging.Abstractions;

namespace Host.Tests.Transport;

/// <summary>A door of connections on loopback, and what it told.</summary>
internal sealed class DoorStage : ISipVisitor, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TcpListeners listeners = new(NullLoggerFactory.Instance);
    private readonly Channel<object> told = Channel.CreateUnbounded<object>();

    private DoorStage(SipStreamDoor door) => Door = door;

    public SipStreamDoor Door { get; }

    public IPEndPoint Local { get; private set; } = new(IPAddress.None, 0);

    /// <summary>What the visitor does with a message before it is told.</summary>
    public Func<SipConnection, SipDecoded, ValueTask> Does { get; set; } = (_, _) => ValueTask.CompletedTask;

    public static async Task<DoorStage> Open(SipStreamSettings? settings = null, SipTls? tls = null, TimeProvider? clock = null, IPAddress? address = null, string name = "localhost")
    {
        var stage = new DoorStage(new SipStreamDoor(settings ?? new SipStreamSettings(), tls, _ => name, clock ?? TimeProvider.System, NullLogger.Instance));
        var bound = stage.listeners.Listen(new IPEndPoint(address ?? IPAddress.Loopback, 0), stage.Door.AcceptAsync);
        await stage.listeners.StartAsync();
        stage.Local = bound();
        stage.Door.Start(stage, stage.Local.Address);
        return stage;
    }

    public static SipMessage Message(string text) => SipMessage.Decode(Octets(text)).Message!;

    public static byte[] Octets(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));

    public static string Asking(int number, string more = "Content-Length: 0\n\n") =>
        $"OPTIONS sip:gw@127.0.0.1 SIP/2.0\nVia: SIP/2.0/TCP 127.0.0.1:5070;branch=z9hG4bK{number};rport\nFrom: <sip:a@127.0.0.1>;tag=1\nTo: <sip:gw@127.0.0.1>\n" +
        $"Call-ID: {number}\nCSeq: {number} OPTIONS\nMax-Forwards: 70\n{more}";

    public async Task<(SipConnection Connection, SipDecoded Decoded)> Received() => await Next<(SipConnection, SipDecoded)>();

    public async Task<SipMessage> NotSent() => await Next<SipMessage>();

    public async Task<IPEndPoint> TurnedAway() => await Next<IPEndPoint>();

    public async Task<SipClosed> Closed() => await Next<SipClosed>();

    public async Task<Stream> Connect()
    {
        var client = new TcpClient(Local.AddressFamily) { NoDelay = true };
        await client.ConnectAsync(Local);
        return client.GetStream();
    }

    /// <summary>Reads so many octets, or fewer when the other side closes.</summary>
    public static async Task<string> Read(Stream stream, int octets)
    {
        using var deadline = new CancellationTokenSource(Patience);
        var buffer = new byte[octets];
        return Encoding.UTF8.GetString(buffer, 0, await stream.ReadAtLeastAsync(buffer, octets, throwOnEndOfStream: false, deadline.Token));
    }

    ValueTask ISipVisitor.Received(SipConnection connection, SipDecoded decoded) => Tell(Does(connection, decoded), (connection, decoded));

    void ISipVisitor.TurnedAway(IPEndPoint remote) => told.Writer.TryWrite(remote);

    ValueTask ISipVisitor.NotSent(SipConnection connection, SipMessage message) => Tell(default, message);

    ValueTask ISipVisitor.Closed(SipConnection connection, SipClosed closed) => Tell(default, closed);

    public async ValueTask DisposeAsync()
    {
        await Door.DisposeAsync();
        await listeners.DisposeAsync();
    }

    private async ValueTask Tell(ValueTask before, object what)
    {
        await before;
        told.Writer.TryWrite(what);
    }

    private async Task<T> Next<T>()
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await told.Reader.ReadAsync(deadline.Token) is T wanted)
            {
                return wanted;
            }
        }
    }
}
