using System.Diagnostics;

namespace Peers.Tests.Wire;

/// <summary>What tshark makes of a recording.</summary>
internal static class Tshark
{
    /// <summary>A row per frame that the display filter takes; of a field that occurs more than once every value, with commas between.</summary>
    /// <param name="preferences">Settings of dissectors, <c>name:value</c>.</param>
    public static Task<string[][]> Read(Recording recording, string filter, string[] fields, params string[] preferences) =>
        Read(recording.ToFile(), filter, fields, preferences);

    /// <inheritdoc cref="Read(Recording, string, string[], string[])"/>
    public static async Task<string[][]> Read(byte[] capture, string filter, string[] fields, params string[] preferences)
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, capture);
            using Process tshark = Process.Start(new ProcessStartInfo(
                Installed.Path(Peer.Tshark),
                [
                    "-n", "-r", file, "-Y", filter, "-T", "fields", "-E", "separator=/t",
                    .. fields.SelectMany(field => new[] { "-e", field }), .. preferences.SelectMany(one => new[] { "-o", one }),
                ])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            Task<string> complaint = tshark.StandardError.ReadToEndAsync();
            string rows = await tshark.StandardOutput.ReadToEndAsync();
            await tshark.WaitForExitAsync();
            if (tshark.ExitCode != 0)
                Assert.Fail($"tshark ended with {tshark.ExitCode}: {await complaint}");
            return [.. rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split('\t'))];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
