using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Gateway.Benchmarks.Load;

/// <summary>One run of SIPp with one of the scenarios beside this file.</summary>
internal sealed class Sipp : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly string folder;

    private Sipp(Process process, string folder) => (this.process, this.folder) = (process, folder);

    /// <summary>True when it ended and nothing it expected was missing.</summary>
    public bool EndedWell => process.HasExited && process.ExitCode == 0;

    public bool HasEnded => process.HasExited;

    /// <summary>Where SIPp is installed; null when it is not.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(place => Path.Combine(place, "sipp")).FirstOrDefault(File.Exists);

    /// <summary>Listens on a port, for <paramref name="calls"/> calls or until it is disposed.</summary>
    public static Sipp Answer(string scenario, int port, int? calls)
    {
        var sipp = Launch(scenario, port, calls is { } some ? ["-m", $"{some}"] : []);
        var patience = Stopwatch.StartNew();
        while (!IPGlobalProperties.GetIPGlobalProperties().GetActiveUdpListeners().Any(door => door.Port == port))
        {
            if (sipp.HasEnded || patience.Elapsed > Patience)
            {
                var why = sipp.Complaint();
                sipp.Dispose();
                throw new LoadFailure($"SIPp does not answer with {scenario}: {why}");
            }

            Thread.Sleep(5);
        }

        return sipp;
    }

    /// <summary>Begins to call.</summary>
    public static Sipp Call(string scenario, int gateway, double rate, int calls, params ReadOnlySpan<string> more) => Launch(
        scenario, FreePort(), [$"127.0.0.1:{gateway}", "-s", "1000", "-key", "target", "2000", "-r", rate.ToString("0", CultureInfo.InvariantCulture), "-m", $"{calls}", .. more]);

    /// <summary>A port of loopback that nobody uses at this moment.</summary>
    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>False when it took longer.</summary>
    public bool Ends(TimeSpan within) => process.WaitForExit(within);

    /// <summary>The newest line of its statistics.</summary>
    public SippStatistics Statistics() => SippStatistics.Read(Path.Combine(folder, "statistics"));

    /// <summary>From the request that started the clock to the response that stopped it, in milliseconds as SIPp's clock ticks, sorted.</summary>
    public double[] ResponseTimes()
    {
        var file = Directory.EnumerateFiles(folder, "*_rtt.csv").FirstOrDefault();
        return file is null ? [] : [.. File.ReadLines(file).Skip(1).Select(line => line.Split(';'))
            .Where(fields => fields.Length == 3)
            .Select(fields => double.Parse(fields[1], CultureInfo.InvariantCulture)).Order()];
    }

    public string Complaint() => string.Join(' ', new[] { "output", "errors" }.Select(name => Path.Combine(folder, name))
        .Where(File.Exists).SelectMany(File.ReadLines).Where(line => !line.Contains("Maximum number of open sockets", StringComparison.Ordinal)).TakeLast(3)).Trim();

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static Sipp Launch(string scenario, int port, ReadOnlySpan<string> arguments)
    {
        var folder = Directory.CreateTempSubdirectory("sipp").FullName;
        // The scenario's copy beside the results gives the file of response times a place.
        var copy = Path.Combine(folder, scenario + ".xml");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Load", "scenarios", scenario + ".xml"), copy);
        string[] options =
        [
            "-c", "exec \"$0\" \"$@\" > output 2> errors", Program!,
            "-sf", copy, "-i", "127.0.0.1", "-p", $"{port}", "-nostdin", "-buff_size", "4194304", "-l", "60000", "-timer_resol", "1",
            "-trace_stat", "-stf", "statistics", "-fd", "1", .. arguments,
        ];
        return new Sipp(Process.Start(new ProcessStartInfo("sh", options) { WorkingDirectory = folder })!, folder);
    }
}
