using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using Peers.Tests.Wire;

namespace Peers.Tests;

/// <summary>
/// An ISDN switch or PBX on libpri in a process of its own (libpri/peer.c says which commands and events there are). The D-channel is UDP on
/// loopback: one LAPD frame and two octets in place of the FCS per datagram.
/// </summary>
internal sealed class Libpri : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly Lazy<string> Program = new(Compile);

    private readonly Process process;
    private readonly Channel<JsonElement> events = Channel.CreateUnbounded<JsonElement>();
    private readonly List<JsonElement> passed = [];
    private readonly Recording? recording;
    private readonly bool isNetwork;

    private Libpri(Process process, Recording? recording, bool isNetwork) =>
        (this.process, this.recording, this.isNetwork) = (process, recording, isNetwork);

    /// <summary>Where it listens.</summary>
    public int Port { get; private set; }

    /// <param name="node"><c>network</c> or <c>cpe</c>.</param>
    /// <param name="switchType"><c>euroisdn</c>, <c>qsig</c>, <c>ni2</c>, <c>dms100</c>, <c>5ess</c> or <c>4ess</c>.</param>
    /// <param name="peerPort">0: whoever sends the first datagram.</param>
    /// <param name="recording">Gets every information frame, sent and received.</param>
    public static async Task<Libpri> Start(string node, string switchType, int peerPort = 0, Recording? recording = null)
    {
        var start = new ProcessStartInfo(Program.Value, ["0", $"{peerPort}", node, switchType])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var peer = new Libpri(Process.Start(start)!, recording, node == "network");
        peer.process.OutputDataReceived += (_, line) => peer.Take(line.Data);
        peer.process.ErrorDataReceived += (_, _) => { };
        peer.process.BeginOutputReadLine();
        peer.process.BeginErrorReadLine();
        peer.Port = (await peer.Expect("PORT")).GetProperty("port").GetInt32();
        return peer;
    }

    public async Task Send(string command)
    {
        await process.StandardInput.WriteLineAsync(command);
        await process.StandardInput.FlushAsync();
    }

    /// <summary>The next event of this name that fits; others are kept for later. Fails when it does not come in time.</summary>
    public async Task<JsonElement> Expect(string name, Func<JsonElement, bool>? fits = null)
    {
        bool Matches(JsonElement told) => told.GetProperty("event").GetString() == name && (fits is null || fits(told));

        int kept = passed.FindIndex(Matches);
        if (kept >= 0)
        {
            JsonElement found = passed[kept];
            passed.RemoveAt(kept);
            return found;
        }

        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            while (true)
            {
                JsonElement told = await events.Reader.ReadAsync(deadline.Token);
                if (Matches(told))
                    return told;
                passed.Add(told);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ChannelClosedException)
        {
            throw new TimeoutException($"libpri did not tell {name}; it told {string.Join(' ', passed.Select(told => told.GetRawText()))}", ended);
        }
    }

    public Task<JsonElement> Expect(string name, int call) =>
        Expect(name, told => told.GetProperty("call").GetInt32() == call);

    public async ValueTask DisposeAsync()
    {
        // It ends when its standard input does.
        process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            events.Writer.TryComplete();
            return;
        }

        using JsonDocument told = JsonDocument.Parse(line);
        JsonElement root = told.RootElement;
        if (root.GetProperty("event").GetString() is "sent" or "received" && recording is not null)
        {
            bool sent = root.GetProperty("event").GetString() == "sent";
            recording.AddLapd(Convert.FromHexString(root.GetProperty("hex").GetString()!), fromNetwork: sent == isNetwork);
        }

        events.Writer.TryWrite(root.Clone());
    }

    private static string Compile()
    {
        string program = Path.Combine(AppContext.BaseDirectory, "libpri-peer");
        using Process compiler = Process.Start("gcc", ["-O1", "-Wall", "-Werror", "-o", program, Repository.Under("tests", "Peers.Tests", "libpri", "peer.c"), "-lpri"]);
        compiler.WaitForExit();
        return compiler.ExitCode == 0 ? program : throw new InvalidOperationException("libpri/peer.c does not compile");
    }
}
