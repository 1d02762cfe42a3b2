using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Peers.Tests;

/// <summary>Somebody else's program in a folder of its own, which is gone with it. All it prints is handed on as it comes, one character for each octet.</summary>
internal sealed class PeerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly string folder;
    private readonly Task reading;
    private readonly Awaited<string> lines = new();

    private PeerProcess(Process process, string folder, Action<string>? output, Action<string>? errors)
    {
        (this.process, this.folder) = (process, folder);
        reading = Task.WhenAll(Read(process.StandardOutput.BaseStream, output), Read(process.StandardError.BaseStream, errors));
    }

    public Stream Input => process.StandardInput.BaseStream;

    /// <param name="output">Hears what it prints, <paramref name="errors"/> what it prints on the other stream.</param>
    /// <param name="folder">Has been made by <see cref="NewFolder"/>.</param>
    public static PeerProcess Start(string program, string[] arguments, string folder, Action<string>? output, Action<string>? errors = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["HOME"] = folder;
        start.Environment["LC_ALL"] = "C";
        return new PeerProcess(Process.Start(start)!, folder, output, errors);
    }

    public static string NewFolder() => Directory.CreateTempSubdirectory("peer").FullName;

    /// <summary>A port of loopback that nobody has just now, neither over TCP nor, on any address, over UDP.</summary>
    public static IPEndPoint FreePort(IPAddress? address = null)
    {
        while (true)
        {
            using var tcp = new TcpListener(address ?? IPAddress.Loopback, 0);
            tcp.Start();
            var free = (IPEndPoint)tcp.LocalEndpoint;
            try
            {
                using var udp = new UdpClient(free.Port);
                return free;
            }
            catch (SocketException)
            {
                // Another.
            }
        }
    }

    /// <summary>Waits until it has printed a line with this, true, or has ended instead, false.</summary>
    public async Task<bool> Prints(string text) =>
        await Task.WhenAny(lines.Next(line => line.Contains(text, StringComparison.Ordinal), text), reading) != reading || HasPrinted(text);

    public bool HasPrinted(string text) => lines.Seen.Any(line => line.Contains(text, StringComparison.Ordinal));

    public override string ToString() => string.Join('\n', lines.Seen);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        await reading;
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Read(Stream stream, Action<string>? hear)
    {
        byte[] buffer = new byte[65536];
        string rest = "";
        while (await stream.ReadAsync(buffer) is var octets and > 0)
        {
            string text = Encoding.Latin1.GetString(buffer, 0, octets);
            string[] split = (rest + text).Split('\n');
            rest = split[^1];
            foreach (string line in split[..^1])
                lines.Add(line);
            hear?.Invoke(text);
        }
    }
}
