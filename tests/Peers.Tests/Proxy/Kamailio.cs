using System.Net;
using Gateway.Sip;

namespace Peers.Tests.Proxy;

/// <summary>What lies between the telephones and the gateway.</summary>
internal enum Topology
{
    /// <summary>One socket, Record-Route, loose routing (RFC 3261 16.12).</summary>
    OneSocket,

    /// <summary>One socket for each side, and a Record-Route for each (RFC 5658 4.2).</summary>
    TwoSockets,

    /// <summary>The same, and TCP towards the gateway.</summary>
    TwoTransports,

    /// <summary>Neither side sees an address of the other: routes, contacts and Via are disguised (module <c>topoh</c>).</summary>
    Hidden,

    /// <summary>The same, and each side knows a call by a Call-ID of its own (<c>mask_callid</c>).</summary>
    HiddenCallId,

    /// <summary>Routes, contacts and Via are taken out and kept in tables (module <c>topos</c>, over <c>db_text</c>).</summary>
    Stripped,

    /// <summary>One socket and several workers, which overtake each other.</summary>
    Workers,

    /// <summary>TLS towards the gateway, both sides with certificates (RFC 3261 26.3.1).</summary>
    Tls,
}

/// <summary>
/// Kamailio as operators run it: telephones register with it, whatever they dial else goes to the gateway, and it stays in every dialog. It has
/// loopback addresses of its own, which nobody takes a port of by chance.
/// </summary>
internal sealed class Kamailio : IAsyncDisposable
{
    private static readonly IPAddress Inside = IPAddress.Parse("127.0.33.1");

    private static readonly IPAddress Outside = IPAddress.Parse("127.0.33.2");

    private PeerProcess? process;

    public Kamailio(Topology topology)
    {
        Topology = topology;
        Local = PeerProcess.FreePort(Inside);
        Trunk = topology is Topology.TwoSockets or Topology.TwoTransports or Topology.Tls ? PeerProcess.FreePort(Outside) : Local;
    }

    /// <summary>Issues what the two of them show each other over TLS.</summary>
    public Certificates Authority { get; } = new();

    public SipTransport Transport => Topology switch
    {
        Topology.TwoTransports => SipTransport.Tcp,
        Topology.Tls => SipTransport.Tls,
        _ => SipTransport.Udp,
    };

    public Topology Topology { get; }

    /// <summary>Where telephones find it.</summary>
    public IPEndPoint Local { get; }

    /// <summary>Where the gateway finds it.</summary>
    public IPEndPoint Trunk { get; }

    /// <summary>It listens when this returns.</summary>
    public async Task Start(IPEndPoint gateway)
    {
        string folder = PeerProcess.NewFolder();
        string configuration = Path.Combine(folder, "kamailio.cfg");
        await File.WriteAllTextAsync(configuration, Configuration(gateway, folder));
        foreach (string table in Topology == Topology.Stripped ? (string[])["version", "topos_d", "topos_t"] : [])
        {
            // The tables as they come refuse what topos leaves empty.
            string columns = await File.ReadAllTextAsync(Path.Combine("/usr/share/kamailio/dbtext/kamailio", table));
            await File.WriteAllTextAsync(Path.Combine(folder, table), columns.Replace("(string)", "(string,null)", StringComparison.Ordinal));
        }

        process = PeerProcess.Start(
            Installed.Path(Peer.Kamailio), ["-f", configuration, "-DD", "-E", "-Y", folder, "-P", Path.Combine(folder, "pid"), "-m", "32", "-M", "8"], folder, null);
        if (!await process.Prints("the proxy is ready"))
            throw new InvalidOperationException($"kamailio does not start:\n{process}");
    }

    /// <summary>What it has told.</summary>
    public override string ToString() => $"{process}";

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await process.DisposeAsync();
        Authority.Dispose();
    }

    private string Modules(string folder)
    {
        (string certificate, string key) = Authority.Issue("proxy", $"{Outside}");
        return Topology switch
        {
            Topology.Hidden => "loadmodule \"topoh.so\"\nmodparam(\"topoh\", \"mask_ip\", \"127.0.33.9\")",
            Topology.HiddenCallId => "loadmodule \"topoh.so\"\nmodparam(\"topoh\", \"mask_ip\", \"127.0.33.9\")\nmodparam(\"topoh\", \"mask_callid\", 1)",
            Topology.Stripped =>
                $"loadmodule \"db_text.so\"\nloadmodule \"topos.so\"\nmodparam(\"topos\", \"storage\", \"db\")\nmodparam(\"topos\", \"db_url\", \"text://{folder}\")",
            Topology.Tls =>
                $"""
                loadmodule "tls.so"
                modparam("tls", "tls_method", "TLSv1.2+")
                modparam("tls", "certificate", "{certificate}")
                modparam("tls", "private_key", "{key}")
                modparam("tls", "ca_list", "{Authority.Trust}")
                modparam("tls", "verify_certificate", 1)
                modparam("tls", "require_certificate", 1)
                """,
            _ => "",
        };
    }

    private string Configuration(IPEndPoint gateway, string folder)
    {
        bool isTcp = Transport != SipTransport.Udp;
        string transport = Transport.ToString().ToLowerInvariant();
        string fromGateway = Trunk.Equals(Local) ? $"$si == \"{gateway.Address}\" && $sp == {gateway.Port}" : $"$Rp == {Trunk.Port}";
        return $$"""
        #!KAMAILIO
        debug=2
        log_stderror=yes
        fork=yes
        # One worker, so that no re-INVITE overtakes the ACK before it, unless just this is wanted.
        children={{(Topology == Topology.Workers ? 4 : 1)}}
        disable_tcp={{(isTcp ? "no" : "yes")}}
        enable_tls={{(Topology == Topology.Tls ? "yes" : "no")}}
        tcp_children=1
        auto_aliases=no
        listen=udp:{{Local}}
        {{(Trunk.Equals(Local) ? "" : $"listen={transport}:{Trunk}")}}
        mpath="{{Installed.KamailioModules}}"
        loadmodule "tm.so"
        loadmodule "sl.so"
        loadmodule "rr.so"
        loadmodule "pv.so"
        loadmodule "maxfwd.so"
        loadmodule "usrloc.so"
        loadmodule "registrar.so"
        loadmodule "siputils.so"
        loadmodule "textops.so"
        loadmodule "xlog.so"
        modparam("rr", "enable_double_rr", 1)
        modparam("usrloc", "db_mode", 0)
        {{Modules(folder)}}

        event_route[core:worker-one-init] {
            xlog("L_NOTICE", "the proxy is ready\n");
        }

        request_route {
            if (!mf_process_maxfwd_header("10")) {
                sl_send_reply("483", "Too Many Hops");
                exit;
            }
            force_rport();
            if (is_method("CANCEL")) {
                if (t_check_trans()) { t_relay(); }
                exit;
            }
            if (has_totag()) {
                if (loose_route()) {
                    if (is_method("NOTIFY")) { record_route(); }
                    if (is_gruu()) { lookup("location"); }
                    t_relay();
                    exit;
                }
                if (is_method("ACK")) {
                    if (t_check_trans()) { t_relay(); }
                    exit;
                }
                sl_send_reply("404", "Not here");
                exit;
            }
            t_check_trans();
            if (is_method("REGISTER")) {
                save("location");
                exit;
            }
            if ({{fromGateway}}) {
                if (!lookup("location")) {
                    sl_send_reply("404", "Not Found");
                    exit;
                }
                $fs = "udp:{{Local}}";
            } else {
                $du = "sip:{{gateway}};transport={{transport}}";
                $fs = "{{transport}}:{{Trunk}}";
            }
            record_route();
            t_relay();
        }

        """;
    }
}
