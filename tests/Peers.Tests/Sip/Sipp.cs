using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Peers.Tests.Sip;

/// <summary>One run of SIPp with one of our scenarios. What it expects, the scenario says; it fails when that does not come.</summary>
internal sealed class Sipp : IAsyncDisposable
{
    /// <summary>SIPp's own deadline for all it does, and for that where much of it is lost.</summary>
    private const int TimeoutSeconds = 60, LossyTimeoutSeconds = 120;

    private const int CannotBind = 254;

    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);

    private readonly Process process;
    private readonly Task<string> output;
    private readonly string folder;
    private readonly bool loses;

    private Sipp(Process process, string folder, bool loses)
    {
        (this.process, this.folder, this.loses) = (process, folder, loses);
        output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync())
            .ContinueWith(read => read.Result[1], TaskScheduler.Default);
    }

    /// <summary>Where it is reached.</summary>
    public required IPEndPoint Local { get; init; }

    /// <summary>Runs a scenario that calls, and waits for its good end.</summary>
    /// <param name="calls">How many times, ten of them a second.</param>
    /// <param name="transport">As SIPp says it: u1 UDP, t1 one TCP connection for all, tn one for each call.</param>
    /// <param name="lostPercent">How much of what it sends and hears is lost, by SIPp's own dice.</param>
    /// <param name="named">What the scenario calls <c>[gateway]</c>, where that is not whom it sends to.</param>
    public static async Task Call(
        string scenario, IPEndPoint gateway, string called, string? target = null, int calls = 1, string transport = "u1", int lostPercent = 0, IPEndPoint? named = null)
    {
        string[] keys =
        [
            .. target is null ? (string[])[] : ["-key", "target", target],
            .. Losing(lostPercent),
            .. named is null ? (string[])[] : ["-key", "gateway", $"{named}"],
        ];
        var at = new IPEndPoint(gateway.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Loopback : IPAddress.Loopback, 0);
        for (int attempt = 1; ; attempt++)
        {
            // It wants as many sockets as there may be calls, and the system may not give so many.
            await using Sipp caller = await Start(scenario, calls, transport, at, [gateway.ToString(), "-s", called, "-max_socket", "1000", .. keys]);
            await caller.process.WaitForExitAsync();
            if (caller.process.ExitCode != CannotBind || attempt == 5)
            {
                await caller.Ends();
                return;
            }
        }
    }

    /// <summary>Runs a scenario that is challenged and answers as that user, and tells from where.</summary>
    public static async Task<IPEndPoint> Prove(
        string scenario, IPEndPoint gateway, string called, string user, string password, string? target = null, string? uri = null, int calls = 1, int lostPercent = 0)
    {
        string[] keys = [.. target is null ? (string[])[] : ["-key", "target", target], .. Losing(lostPercent)];
        await using Sipp caller = await Start(scenario, calls, "u1", AnyPort, [gateway.ToString(), "-s", called, "-au", user, "-ap", password, "-auth_uri", uri ?? $"{called}@{gateway}", .. keys]);
        await caller.Ends();
        return caller.Local;
    }

    /// <summary>Starts a scenario that calls and goes on.</summary>
    public static Task<Sipp> Begin(string scenario, IPEndPoint gateway, string called) => Start(scenario, 1, "u1", AnyPort, [gateway.ToString(), "-s", called]);

    /// <summary>Starts a scenario that is called. It listens when this returns.</summary>
    public static Task<Sipp> Answer(string scenario, string transport = "u1", int calls = 1, int lostPercent = 0) =>
        Start(scenario, calls, transport, new IPEndPoint(IPAddress.Loopback, 0), Losing(lostPercent), isCalled: true);

    /// <summary>The same at an address where another scenario was before it, or that somebody else was told.</summary>
    /// <param name="contact">What the scenario calls <c>[contact]</c>: where it is reached, from afar.</param>
    public static async Task<Sipp> Answer(string scenario, IPEndPoint local, string transport = "u1", IPEndPoint? contact = null)
    {
        Sipp sipp = Launch(scenario, 1, transport, contact is null ? [] : ["-key", "contact", $"{contact}"], local);
        Assert.True(await sipp.Listens(transport), "SIPp does not listen");
        return sipp;
    }

    /// <summary>Waits for the good end of the scenario.</summary>
    public async Task Ends()
    {
        await process.WaitForExitAsync();
        // Who loses messages loses their order; that it did is part of what is to be shown.
        if (process.ExitCode != 0 || (loses ? !Read("messages").Contains(" lost (", StringComparison.Ordinal) : Surprises()))
            Assert.Fail($"SIPp ended with {process.ExitCode}\n{await output}\n{Read("errors")}\n{Read("messages")}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        await output;
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string[] Losing(int percent) => percent == 0 ? [] : ["-lost", $"{percent}"];

    /// <summary>Takes a port that is free; should somebody else be faster, another.</summary>
    private static async Task<Sipp> Start(string scenario, int calls, string transport, IPEndPoint at, string[] arguments, bool isCalled = false)
    {
        for (int attempt = 1; ; attempt++)
        {
            Sipp sipp = Launch(scenario, calls, transport, arguments, PeerProcess.FreePort(at.Address));
            // Who calls by connection need not listen.
            if ((transport != "u1" && !isCalled) || await sipp.Listens(transport))
                return sipp;
            bool again = sipp.process.ExitCode == CannotBind && attempt < 5;
            if (!again)
            {
                await sipp.Ends();
                return sipp;
            }

            await sipp.DisposeAsync();
        }
    }

    private static Sipp Launch(string scenario, int calls, string transport, string[] arguments, IPEndPoint local)
    {
        string folder = Directory.CreateTempSubdirectory("sipp").FullName;
        bool loses = arguments.Contains("-lost");
        var start = new ProcessStartInfo(Installed.Path(Peer.Sipp),
        [
            "-sf", Path.Combine(AppContext.BaseDirectory, "Sip", "scenarios", scenario + ".xml"),
            "-t", transport, "-i", $"{local.Address}", "-p", $"{local.Port}", "-m", $"{calls}", "-nostdin", "-cid_str", "%u-%p-%s",
            "-timeout", $"{(loses ? LossyTimeoutSeconds : TimeoutSeconds)}", "-timeout_error", "-default_behaviors", "all,-abortunexp",
            "-trace_err", "-error_file", "errors", "-trace_msg", "-message_file", "messages", .. arguments,
        ])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new Sipp(Process.Start(start)!, folder, loses) { Local = local };
    }

    /// <summary>Waits until the port is taken; false when SIPp ended instead.</summary>
    private async Task<bool> Listens(string transport)
    {
        Task ended = process.WaitForExitAsync();
        while (!(transport == "u1" ? IPGlobalProperties.GetIPGlobalProperties().GetActiveUdpListeners() : IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners()).Contains(Local))
        {
            if (await Task.WhenAny(ended, Task.Delay(TimeSpan.FromMilliseconds(5))) == ended)
                return process.ExitCode == 0;
        }

        return true;
    }

    /// <summary>What a Replaces says that names the call which rings here (RFC 3891 3), as soon as it rings.</summary>
    public async Task<string> RingingCall()
    {
        string? ringing;
        while ((ringing = Read("messages").Split("-----------------------------------------------").FirstOrDefault(message => message.Contains("SIP/2.0 180", StringComparison.Ordinal) && message.Contains("CSeq:", StringComparison.Ordinal))) is null)
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        string Of(string header) => ringing.Split('\n').Select(line => line.Trim()).First(line => line.StartsWith(header, StringComparison.Ordinal))[header.Length..].Trim();
        return $"{Of("Call-ID:")};to-tag={Of("From:").Split("tag=")[1]};from-tag={Of("To:").Split("tag=")[1]}";
    }

    /// <summary>
    /// Whether there came what the scenario does not have, but for repetitions: once SIPp has sent two messages in answer to one, it knows that one no more when
    /// it is repeated, as happens where the machine is slow, and takes any ACK for the one it waits for. It is therefore not left to end the call
    /// (<c>abortunexp</c>).
    /// </summary>
    private bool Surprises()
    {
        string[] messages = Read("messages").Split("-----------------------------------------------");
        string[] received = [.. messages.Where(message => message.Contains(" message received [", StringComparison.Ordinal)).Select(Text)];
        return EndedEarly(received)
            || messages.Where(message => message.StartsWith("\nUnexpected ", StringComparison.Ordinal)).Select(Text).Any(text => !IsOne(text, "ACK") && received.Count(one => one == text) < 2);
    }

    /// <summary>A BYE or CANCEL before its time is always repeated. It is excused where anything else was, for then SIPp may only think it is early.</summary>
    private bool EndedEarly(string[] received)
    {
        string errors = Read("errors");
        string[] others = [.. received.Where(text => !IsOne(text, "BYE") && !IsOne(text, "CANCEL"))];
        return others.Distinct().Count() == others.Length
            && (errors.Contains("unexpected BYE for call", StringComparison.Ordinal) || errors.Contains("unexpected CANCEL for call", StringComparison.Ordinal));
    }

    private static bool IsOne(string text, string method) => text.StartsWith($"{method} ", StringComparison.Ordinal);

    private static string Text(string traced) => traced[(traced.IndexOf("\n\n", StringComparison.Ordinal) + 2)..].Trim();

    private string Read(string file)
    {
        string path = Path.Combine(folder, file);
        return File.Exists(path) ? File.ReadAllText(path) : "";
    }
}
