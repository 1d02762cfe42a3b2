using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Gateway.Sip;

namespace Peers.Tests.Phones;

/// <summary>linphone without a window (linphone-daemon), driven over its standard input, heard over its output and its log. It has no sound card.</summary>
internal sealed partial class Linphone : Phone
{
    private readonly PeerProcess process;
    private readonly Awaited<(string State, int Id)> states = new();
    private readonly Awaited<string> answers = new();
    private readonly Awaited<(int Id, string CallId)> calls = new();
    private string trace = "";
    private string said = "";
    private string? state;

    private Linphone(string number, IPEndPoint local, string folder)
        : base(number, local) =>
        process = PeerProcess.Start(
            Installed.Path(Peer.Linphone), ["--config", Path.Combine(folder, "linphonerc"), "--log", "/dev/stderr", "--disable-stats-events"], folder, Hear, Trace);

    /// <summary>It listens when this returns. Should somebody be faster with a free port, it takes another.</summary>
    /// <param name="authority">Whom it trusts over TLS.</param>
    public static async Task<Linphone> Start(
        string number, IPEndPoint? registrar, string? password = null, SipTransport transport = SipTransport.Udp, Certificates? authority = null)
    {
        for (int attempt = 1; ; attempt++)
        {
            IPEndPoint local = PeerProcess.FreePort();
            string folder = PeerProcess.NewFolder();
            // Without this folder, where it wants its database, it does not start its stack.
            Directory.CreateDirectory(Path.Combine(folder, ".local", "share", "linphone"));
            Directory.CreateDirectory(Path.Combine(folder, ".config", "linphone"));
            await File.WriteAllTextAsync(Path.Combine(folder, "linphonerc"), Configuration(number, local, transport, authority));
            var phone = new Linphone(number, local, folder);
            await phone.Tell("port sip");
            if (!phone.process.HasPrinted("belle-sip-error") && (transport != SipTransport.Udp || await phone.Hears()))
            {
                if (registrar is not null)
                    await phone.Tell($"register sip:{number}@{registrar} sip:{registrar}{(transport == SipTransport.Udp ? "" : $";transport={transport.ToString().ToLowerInvariant()}")}{(password is null ? "" : $" {password}")}");
                return phone;
            }

            await phone.DisposeAsync();
            if (attempt == 5)
                throw new InvalidOperationException($"linphone does not start:\n{phone.process}");
        }
    }

    private const string Knock = "knock";

    /// <summary>It says that it has a port before it has it: only what arrives there proves it. The tests do not hear of it.</summary>
    private async Task<bool> Hears()
    {
        using var knock = new UdpClient(new IPEndPoint(Local.Address, 0));
        byte[] options = Encoding.ASCII.GetBytes(
            $"OPTIONS sip:{Local} SIP/2.0\r\nVia: SIP/2.0/UDP {knock.Client.LocalEndPoint};branch=z9hG4bKknock;rport\r\nMax-Forwards: 70\r\nFrom: <sip:knock@{Local.Address}>;tag=1\r\n"
            + $"To: <sip:{Local}>\r\nCall-ID: {Knock}\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n");
        for (int attempt = 0; attempt < 5; attempt++)
        {
            await knock.SendAsync(options, Local);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1 + attempt));
            try
            {
                await knock.ReceiveAsync(patience.Token);
                return true;
            }
            catch (OperationCanceledException)
            {
                // Nobody is there yet, or somebody else.
            }
            catch (SocketException)
            {
                // Nobody is there yet: the port is unreachable.
            }
        }

        return false;
    }

    public override async Task<string> Rings()
    {
        (_, int id) = await States("LinphoneCallIncomingReceived");
        return (await calls.Next(call => call.Id == id, $"Call-ID of call {id}")).CallId;
    }

    public override Task Answer(string call) => Tell($"answer {Id(call)}");

    public override Task IsUp(string call) => States("LinphoneCallStreamsRunning", call);

    public override Task HearsRinging(string call) => States("LinphoneCallOutgoingRinging", call);

    public override Task HangUp(string call) => Tell($"terminate {Id(call)}");

    public override Task Ends(string call) => States("LinphoneCallReleased", call);

    public override Task Transfer(string call, string number) => Tell($"call-transfer {Id(call)} {Uri(number)}");

    public override Task TransferTo(string call, string target) => Tell($"call-transfer {Id(call)} {Id(target)}");

    public override async ValueTask DisposeAsync() => await process.DisposeAsync();

    protected override Task EndRegistration() => Tell("unregister ALL");

    protected override Task DialUri(string uri) => Tell($"call {uri}");

    protected override Task StartHold(string call) => Tell($"call-pause {Id(call)}");

    protected override Task EndHold(string call) => Tell($"call-resume {Id(call)}");

    /// <summary>Its TLS knows no addresses among the names of a certificate, so that it checks the chain alone.</summary>
    private static string Configuration(string number, IPEndPoint local, SipTransport transport, Certificates? authority) =>
        $"""
        [sip]
        sip_port={(transport == SipTransport.Udp ? local.Port : 0)}
        sip_tcp_port={(transport == SipTransport.Tcp ? local.Port : 0)}
        sip_tls_port={(transport == SipTransport.Tls ? local.Port : 0)}
        {(authority is null ? "" : $"root_ca={authority.Trust}\nverify_server_cn=0")}
        bind_address={local.Address}
        use_ipv6=0
        guess_hostname=0
        contact=sip:{number}@{local.Address}
        [rtp]
        bind_address={local.Address}
        audio_rtp_port=31000-39999

        """;

    private async Task Tell(string command)
    {
        await process.Input.WriteAsync(Encoding.ASCII.GetBytes(command + "\n"));
        await process.Input.FlushAsync();
        string answer = await answers.Next(_ => true, $"answer to {command}");
        if (answer != "Ok")
            throw new InvalidOperationException($"linphone, {command}: {answer}");
    }

    private Task<(string State, int Id)> States(string state, string? call = null) =>
        states.Next(told => told.State == state && (call is null || told.Id == Id(call)), $"{state} of {call}");

    private int Id(string call) => calls.Seen.First(one => one.CallId == call).Id;

    private void Hear(string text)
    {
        string[] lines = (said + text).Split('\n');
        said = lines[^1];
        foreach (string line in lines[..^1])
        {
            switch (line.Split(": ", 2))
            {
                case ["Status", var status]:
                    answers.Add(status);
                    break;
                case ["Event", var told]:
                    state = told;
                    break;
                case ["Id", var id] when state is not null:
                    states.Add((state, int.Parse(id)));
                    state = null;
                    break;
            }
        }
    }

    private void Trace(string text)
    {
        trace += text;
        int end = 0;
        for (Match match = Traced().Match(trace); match.Success; match = Traced().Match(trace, end))
        {
            int length = int.Parse(match.Groups["length"].Value);
            if (match.Index + match.Length + length > trace.Length)
                break;
            (IPEndPoint far, bool sent) = (IPEndPoint.Parse(match.Groups["far"].Value), match.Groups["sent"].Success);
            foreach (string message in Messages(trace.Substring(match.Index + match.Length, length)))
                Hear(new TracedMessage(sent, sent ? Local : far, sent ? far : Local, message));
            end = match.Index + match.Length + length;
        }

        trace = trace[end..];
    }

    /// <summary>Several may come at once over a connection.</summary>
    private static IEnumerable<string> Messages(string octets)
    {
        for (int at = 0; octets.IndexOf("\r\n\r\n", at, StringComparison.Ordinal) is var head and >= 0;)
        {
            Match body = ContentLength().Match(octets[at..(head + 2)]);
            int end = Math.Min(octets.Length, head + 4 + (body.Success ? int.Parse(body.Groups["length"].Value) : 0));
            yield return octets[at..end];
            at = end;
        }
    }

    /// <summary>It numbers its calls from 1 as they come up, whoever places them.</summary>
    private void Hear(TracedMessage message)
    {
        if (message.Text.Trim().Length == 0 || message.CallId == Knock)
            return;
        IReadOnlyList<(int Id, string CallId)> known = calls.Seen;
        if (message.IsInitialInvite && known.All(call => call.CallId != message.CallId))
            calls.Add((known.Count + 1, message.CallId));
        Wire.Add(message);
    }

    [GeneratedRegex(@"(message (?<sent>sent) to \[\w+://(?<far>\S+)\], size: \[(?<length>\d+)\] bytes|received \[(?<length>\d+)\] new bytes from \[\w+://(?<far>\S+)\]:)\n")]
    private static partial Regex Traced();

    [GeneratedRegex(@"^Content-Length: *(?<length>\d+)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex ContentLength();
}
