using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Peers.Tests;

/// <summary>The <c>gateway</c> executable as a process of its own, told by a configuration file what to do, telling JSON lines.</summary>
internal sealed class GatewayProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly string folder;
    private readonly Awaited<JsonElement> lines = new();

    private GatewayProcess(Process process, string folder) => (this.process, this.folder) = (process, folder);

    /// <summary>The SIP door, as the service tells it.</summary>
    public IPEndPoint Sip { get; private set; } = new(IPAddress.None, 0);

    public static async Task<GatewayProcess> Start(string configuration)
    {
        string folder = Directory.CreateTempSubdirectory("gateway").FullName;
        string file = Path.Combine(folder, "gateway.json");
        await File.WriteAllTextAsync(file, configuration);
        Process process = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "gateway"), ["run", "--config", file, "--json"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> complaint = process.StandardError.ReadToEndAsync();
        var gateway = new GatewayProcess(process, folder);
        process.OutputDataReceived += (_, line) => gateway.Take(line.Data);
        process.BeginOutputReadLine();
        Task<JsonElement> up = gateway.Noted("service.up");
        if (await Task.WhenAny(up, process.WaitForExitAsync()) != up)
            throw new InvalidOperationException($"gateway ended at once: {await complaint}");
        string text = (await up).GetProperty("@m").GetString()!;
        gateway.Sip = IPEndPoint.Parse(text[(text.IndexOf("SIP ", StringComparison.Ordinal) + 4)..text.IndexOf(", H.323", StringComparison.Ordinal)]);
        return gateway;
    }

    /// <summary>The first log line of this event, seen already or still to come.</summary>
    public Task<JsonElement> Noted(string name) =>
        lines.Next(line => line.TryGetProperty("event", out JsonElement told) && told.GetString() == name, name);

    /// <summary>Asks it to stop, as a service supervisor does, and gives its exit code.</summary>
    public async Task<int> Stop()
    {
        using Process kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync().WaitAsync(ServiceUnderTest.Patience);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private void Take(string? line)
    {
        if (line is not null)
            lines.Add(JsonDocument.Parse(line).RootElement);
    }
}
