using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gateway.Sip;

namespace Peers.Tests.Phones;

/// <summary>
/// baresip, driven and heard over its <c>ctrl_tcp</c> module: netstrings of JSON. It has no sound: a thread for it would write in the middle of
/// the trace.
/// </summary>
internal sealed partial class Baresip : Phone
{
    private readonly PeerProcess process;
    private readonly TcpClient control = new();
    private readonly Awaited<JsonElement> events = new(told => told.GetRawText());
    private string trace = "";
    private Task reading = Task.CompletedTask;
    private int commands;

    private Baresip(string number, IPEndPoint local, string folder)
        : base(number, local) =>
        process = PeerProcess.Start(Installed.Path(Peer.Baresip), ["-f", folder, "-s", "-t", "300"], folder, Trace);

    /// <summary>It listens when this returns. Should somebody be faster with a free port, it takes another.</summary>
    /// <param name="authority">Issues its certificate where it speaks TLS; it listens for that at the next port.</param>
    public static async Task<Baresip> Start(
        string number, IPEndPoint? registrar, string? password = null, SipTransport transport = SipTransport.Udp, Certificates? authority = null)
    {
        for (int attempt = 1; ; attempt++)
        {
            (IPEndPoint local, IPEndPoint control) = (PeerProcess.FreePort(), PeerProcess.FreePort());
            string folder = PeerProcess.NewFolder();
            await File.WriteAllTextAsync(Path.Combine(folder, "config"), Configuration(local, control, authority is null ? null : (await Own(authority, number), authority.Trust)));
            await File.WriteAllTextAsync(
                Path.Combine(folder, "accounts"),
                $"<sip:{number}@{registrar ?? local}{(transport == SipTransport.Udp ? "" : $";transport={transport.ToString().ToLowerInvariant()}")}>{(password is null ? "" : $";auth_pass={password}")};regint={(registrar is null ? 0 : 600)};audio_codecs=PCMA,PCMU\n");
            var phone = new Baresip(number, local, folder);
            if (await phone.process.Prints("baresip is ready."))
            {
                await phone.control.ConnectAsync(control);
                phone.reading = phone.ReadEvents();
                return phone;
            }

            await phone.DisposeAsync();
            if (attempt == 5)
                throw new InvalidOperationException($"baresip does not start:\n{phone.process}");
        }
    }

    public override async Task<string> Rings() => Id(await Event("CALL_INCOMING"));

    public override async Task Answer(string call) => await Tell(call, "accept");

    public override Task IsUp(string call) => Event("CALL_ESTABLISHED", call);

    public override Task HearsRinging(string call) => Event("CALL_RINGING", call);

    public override Task HangUp(string call) => Tell(call, "hangup");

    public override Task Ends(string call) => Event("CALL_CLOSED", call);

    public override Task Transfer(string call, string number) => Tell(call, $"transfer {Uri(number)}");

    /// <summary>It has no command for this, but it sends what it is given: a Refer-To with Replaces of the other dialog (RFC 5589 7.3).</summary>
    public override async Task TransferTo(string call, string target)
    {
        // Its events may come before its trace.
        TracedMessage answer = await Wire.First(message => message.CallId == target && message is { Method: "INVITE", Status: >= 200 and < 300 }, "answer of the target");
        (string? local, string? remote) = answer.IsSent ? (answer.Tag("To"), answer.Tag("From")) : (answer.Tag("From"), answer.Tag("To"));
        TracedMessage invite = Wire.Seen.First(message => message.IsInitialInvite && message.CallId == target);
        string number = invite.IsSent ? invite.Called : invite.Header("From").Split("sip:")[1].Split('@')[0];
        await Tell(call, $"transfer <{Uri(number)}?Replaces={target}%3Bto-tag%3D{remote}%3Bfrom-tag%3D{local}>");
    }

    /// <summary>What it notices of a call, in its own words.</summary>
    public Task<JsonElement> Event(string type, string? call = null) => events.Next(
        told => told.TryGetProperty("type", out JsonElement kind) && kind.GetString() == type && (call is null || Id(told) == call), $"{type} of {call}");

    public override async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        control.Dispose();
        await reading;
    }

    /// <summary>It does so when it ends.</summary>
    protected override Task EndRegistration() => Tell("quit");

    protected override Task DialUri(string uri) => Tell($"dial {uri}");

    protected override Task StartHold(string call) => Tell(call, "hold");

    protected override Task EndHold(string call) => Tell(call, "resume");

    /// <summary>Its commands act on the call that was chosen last, and are answered.</summary>
    private async Task Tell(string command)
    {
        string token = $"{++commands}";
        string[] words = command.Split(' ', 2);
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(new { command = words[0], @params = words.ElementAtOrDefault(1) ?? "", token });
        await control.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{json.Length}:{Encoding.UTF8.GetString(json)},"));
        JsonElement answer = await events.Next(told => told.TryGetProperty("token", out JsonElement named) && named.GetString() == token, $"answer to {command}");
        if (!answer.GetProperty("ok").GetBoolean())
            throw new InvalidOperationException($"baresip, {command}: {answer.GetRawText()}");
    }

    private async Task Tell(string call, string command)
    {
        await Tell($"callfind {call}");
        await Tell(command);
    }

    private static string Id(JsonElement told) => told.TryGetProperty("id", out JsonElement id) ? id.GetString()! : "";

    /// <summary>It wants certificate and key in one file.</summary>
    private static async Task<string> Own(Certificates authority, string number)
    {
        (string certificate, string key) = authority.Issue($"phone-{number}", "127.0.0.1");
        string both = authority.In($"phone-{number}-with-key.pem");
        await File.WriteAllTextAsync(both, await File.ReadAllTextAsync(certificate) + '\n' + await File.ReadAllTextAsync(key));
        return both;
    }

    private static string Configuration(IPEndPoint local, IPEndPoint control, (string Certificate, string Trust)? tls) =>
        $"""
        poll_method epoll
        sip_listen {local}
        net_interface {local.Address}
        ctrl_tcp_listen {control}
        {(tls is { } files ? $"sip_certificate {files.Certificate}\nsip_cafile {files.Trust}\nsip_verify_server yes" : "")}
        statmode_default off
        call_max_calls 8
        module_path {Installed.BaresipModules}
        module g711.so
        module_tmp account.so
        module_app menu.so
        module_app ctrl_tcp.so

        """;

    private void Trace(string text)
    {
        trace += text;
        int end = 0;
        foreach (Match match in Traced().Matches(trace))
        {
            (IPEndPoint from, IPEndPoint to) = (IPEndPoint.Parse(match.Groups["from"].Value), IPEndPoint.Parse(match.Groups["to"].Value));
            Wire.Add(new TracedMessage(from.Equals(Local) || to.Equals(Gateway), from, to, match.Groups["message"].Value));
            end = match.Index + match.Length;
        }

        trace = trace[end..];
    }

    private async Task ReadEvents()
    {
        byte[] buffer = new byte[65536];
        string heard = "";
        try
        {
            while (await control.GetStream().ReadAsync(buffer) is var octets and > 0)
            {
                heard += Encoding.Latin1.GetString(buffer, 0, octets);
                while (heard.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && int.Parse(heard.AsSpan(0, colon)) is var length && heard.Length >= colon + length + 2)
                {
                    events.Add(JsonDocument.Parse(heard.Substring(colon + 1, length)).RootElement);
                    heard = heard[(colon + length + 2)..];
                }
            }
        }
        catch (IOException)
        {
            // It was ended.
        }
    }

    // Colours mark where a message begins and ends.
    [GeneratedRegex(@"\x1b\[36;1m#\n(UDP|TCP|TLS) (?<from>\S+) -> (?<to>\S+)\n(?<message>.*?)\x1b\[;m\n", RegexOptions.Singleline)]
    private static partial Regex Traced();
}
