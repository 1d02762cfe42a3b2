using System.Net;

namespace Peers.Tests.Names;

/// <summary>dnsmasq as the DNS server of <c>.example</c>, on a free port of loopback.</summary>
internal sealed class Dnsmasq : IAsyncDisposable
{
    private readonly PeerProcess process;

    private Dnsmasq(PeerProcess process, IPEndPoint local) => (this.process, Local) = (process, local);

    public IPEndPoint Local { get; }

    /// <param name="records">As on its command line: <c>host-record=a.example,127.0.0.1</c>, <c>srv-host=...</c>, <c>naptr-record=...</c>, <c>cname=...</c>.</param>
    public static async Task<Dnsmasq> Start(params string[] records)
    {
        IPEndPoint local = PeerProcess.FreePort();
        string[] arguments =
        [
            "--keep-in-foreground", "--log-facility=-", "--log-queries", "--conf-file=/dev/null", "--pid-file=", "--user=root", "--no-resolv", "--no-hosts", "--local=/example/", "--local-ttl=1",
            "--bind-interfaces", $"--listen-address={local.Address}", $"--port={local.Port}", .. records.Select(record => $"--{record}"),
        ];
        var server = new Dnsmasq(PeerProcess.Start(Installed.Path(Peer.Dnsmasq), arguments, PeerProcess.NewFolder(), null), local);
        if (!await server.process.Prints("started, version"))
            throw new InvalidOperationException($"dnsmasq does not start:\n{server.process}");
        return server;
    }

    /// <summary>Waits until it has been asked that, as <c>query[SRV] _sip._udp.a.example</c>.</summary>
    public Task<bool> IsAsked(string question) => process.Prints($"query[{question} from");

    public bool WasAsked(string question) => process.HasPrinted($"query[{question} from");

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
