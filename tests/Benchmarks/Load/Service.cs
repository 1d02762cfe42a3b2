using System.Diagnostics;
using System.Net.Sockets;

namespace Gateway.Benchmarks.Load;

/// <summary>The <c>gateway</c> executable as a process of its own, on a free port of loopback, with SIPp as all its neighbours. Its log goes to a file, as a supervisor would have it.</summary>
internal sealed class Service : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Process process;
    private readonly string folder;
    private readonly Socket probe;
    private readonly NetworkStream questions;
    private readonly StreamReader answers;

    private Service(Process process, string folder, int port, Socket probe)
    {
        (this.process, this.folder, Port, this.probe) = (process, folder, port, probe);
        questions = new NetworkStream(probe);
        answers = new StreamReader(questions);
    }

    /// <summary>Its SIP door.</summary>
    public int Port { get; }

    public bool IsUp => !process.HasExited;

    /// <param name="called">Where calls to 1... go.</param>
    /// <param name="target">Where calls to 2... go.</param>
    /// <param name="method">The one by which transfers are made.</param>
    public static Service Start(int called, int target, string method)
    {
        var folder = Directory.CreateTempSubdirectory("gateway-load").FullName;
        File.WriteAllText(Path.Combine(folder, "gateway.json"), $$"""
            {
              "schemaVersion": 1,
              "node": "load",
              "listeners": [{ "id": "sip", "protocol": "sip-udp", "bind": "127.0.0.1:0" }],
              "peers": [
                { "id": "callers", "protocol": "sip", "sources": ["127.0.0.0/8"] },
                { "id": "called", "protocol": "sip", "address": "127.0.0.1:{{called}}", "methods": [{{(method == "refer" ? "\"refer\"" : "")}}] },
                { "id": "targets", "protocol": "sip", "address": "127.0.0.1:{{target}}" }
              ],
              "routes": [{ "id": "called", "called": "1*", "to": "called" }, { "id": "targets", "called": "2*", "to": "targets" }],
              "transferPolicy": { "rules": [{ "id": "everybody", "action": "allow", "methods": ["{{method}}"] }] }
            }
            """);
        var start = new ProcessStartInfo("sh", ["-c", "exec \"$0\" run --config gateway.json --json > log 2> complaints", Path.Combine(AppContext.BaseDirectory, "gateway")])
        {
            WorkingDirectory = folder,
        };
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        start.Environment[StartupHook.PathVariable] = Path.Combine(folder, "probe");
        var process = Process.Start(start)!;
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < Patience && !process.HasExited)
        {
            if (PortIn(Path.Combine(folder, "log")) is { } port && File.Exists(Path.Combine(folder, "probe")))
            {
                var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                probe.Connect(new UnixDomainSocketEndPoint(Path.Combine(folder, "probe")));
                return new Service(process, folder, port, probe);
            }

            Thread.Sleep(20);
        }

        if (!process.HasExited)
            process.Kill();
        throw new LoadFailure($"the service did not come up: {File.ReadAllText(Path.Combine(folder, "complaints")).Trim()}");
    }

    public ServiceReading Read() => Ask('r');

    /// <summary>Reads after everything that nobody holds any more was collected.</summary>
    public ServiceReading Settle() => Ask('c');

    public void Dispose()
    {
        answers.Dispose();
        questions.Dispose();
        probe.Dispose();
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static int? PortIn(string log)
    {
        const string Mark = "SIP 127.0.0.1:";
        var text = File.Exists(log) ? ReadShared(log) : "";
        var at = text.IndexOf(Mark, StringComparison.Ordinal);
        var end = at < 0 ? -1 : text.IndexOf(',', at);
        return end < 0 ? null : int.Parse(text.AsSpan(at + Mark.Length, end - at - Mark.Length), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }

    private ServiceReading Ask(char question)
    {
        questions.WriteByte((byte)question);
        return ServiceReading.Parse(answers.ReadLine() ?? throw new LoadFailure("the service ended under load"));
    }
}
