using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Gateway.Codecs.Sip.Dns;

namespace Host.Tests.Location;

/// <summary>A DNS server on a free port of loopback, over UDP and TCP, whose zone can be changed.</summary>
internal sealed class NameServer : IAsyncDisposable
{
    /// <summary>RFC 1035 4.2.1.</summary>
    private const int LongestDatagram = 512;

    private readonly CancellationTokenSource ending = new();
    private readonly Channel<string> asked = Channel.CreateUnbounded<string>();
    private readonly UdpClient udp;
    private readonly TcpListener tcp;
    private readonly Task serving;
    private volatile DnsRecord[] zone = [];

    private NameServer(UdpClient udp, TcpListener tcp)
    {
        (this.udp, this.tcp) = (udp, tcp);
        serving = Task.WhenAll(ServeUdpAsync(), ServeTcpAsync());
    }

    public IPEndPoint Local => (IPEndPoint)udp.Client.LocalEndPoint!;

    /// <summary>What it answers, whatever it is asked; no error: from its zone.</summary>
    public DnsResponseCode Fails { get; set; }

    public bool IsSilent { get; set; }

    /// <summary>It sends but the beginning of its answers.</summary>
    public bool IsCut { get; set; }

    /// <summary>Before each answer come two that somebody else made up: with another id, and to another question.</summary>
    public bool IsForged { get; set; }

    /// <summary>The next question, as <c>A a.example by UDP</c>.</summary>
    public async Task<string> Asked(string wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (await asked.Reader.ReadAsync(patience.Token) is var question && question == wanted)
            {
                return question;
            }
        }
    }

    public static NameServer Start(params string[] zone)
    {
        while (true)
        {
            var udp = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
            var tcp = new TcpListener((IPEndPoint)udp.Client.LocalEndPoint!);
            try
            {
                tcp.Start();
                var server = new NameServer(udp, tcp);
                server.Serve(zone);
                return server;
            }
            catch (SocketException)
            {
                // Somebody has that port over TCP.
                udp.Dispose();
            }
        }
    }

    public void Serve(params string[] lines) => zone = Zone.Records(lines);

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        udp.Dispose();
        tcp.Dispose();
        ending.Dispose();
    }

    private async Task ServeUdpAsync()
    {
        while (true)
        {
            var query = await udp.ReceiveAsync(ending.Token);
            if (Answer(query.Buffer, "UDP") is not { } answer)
            {
                continue;
            }

            if (IsForged)
            {
                DnsRecord[] lie = [new DnsRecord.Address(answer.Question!.Value.Name, 9, IPAddress.Parse("127.0.0.99"))];
                await udp.SendAsync((answer with { Id = (ushort)(answer.Id + 1), Answers = [.. lie] }).Encode(), query.RemoteEndPoint, ending.Token);
                await udp.SendAsync((answer with { Question = answer.Question.Value with { Name = Zone.Name("other.example") } }).Encode(), query.RemoteEndPoint, ending.Token);
                await udp.SendAsync(new byte[] { 1, 2, 3 }, query.RemoteEndPoint, ending.Token);
            }

            var octets = answer.Encode();
            octets = IsCut ? octets[..^3] : octets;
            await udp.SendAsync(octets.Length > LongestDatagram ? (answer with { IsTruncated = true }).Encode() : octets, query.RemoteEndPoint, ending.Token);
        }
    }

    private async Task ServeTcpAsync()
    {
        while (true)
        {
            using var client = await tcp.AcceptTcpClientAsync(ending.Token);
            var stream = client.GetStream();
            var head = new byte[2];
            await stream.ReadExactlyAsync(head, ending.Token);
            var query = new byte[BinaryPrimitives.ReadUInt16BigEndian(head)];
            await stream.ReadExactlyAsync(query, ending.Token);
            if (Answer(query, "TCP")?.Encode() is { } octets)
            {
                await stream.WriteAsync((byte[])[(byte)(octets.Length >> 8), (byte)octets.Length, .. octets], ending.Token);
            }
        }
    }

    private DnsMessage? Answer(byte[] octets, string by)
    {
        var query = DnsMessage.Decode(octets, out _)!;
        var question = query.Question!.Value;
        asked.Writer.TryWrite($"{question.Type.ToString().ToUpperInvariant()} {question.Name} by {by}");
        var alias = zone.OfType<DnsRecord.Alias>().FirstOrDefault(record => record.Owner == question.Name);
        var owner = alias?.Target ?? question.Name;
        return IsSilent ? null : query with
        {
            IsResponse = true,
            ResponseCode = Fails,
            Answers = Fails != DnsResponseCode.NoError ? [] : [.. alias is null ? [] : new DnsRecord[] { alias }, .. zone.Where(record => record.Owner == owner && Zone.TypeOf(record) == question.Type)],
        };
    }
}
