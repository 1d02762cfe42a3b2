using System.Globalization;
using System.Net.Sockets;

/// <summary>
/// Loaded by the runtime into the service under load (<c>DOTNET_STARTUP_HOOKS</c>), and nothing of the service knows of it: it tells what only
/// the process itself can know. One octet asks, <c>c</c> for a full collection first; one line answers, the numbers of <c>ServiceReading</c>.
/// </summary>
internal static class StartupHook
{
    public const string PathVariable = "GATEWAY_LOAD_PROBE";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(PathVariable) is { } path)
            new Thread(() => Answer(path)) { IsBackground = true }.Start();
    }

    private static void Answer(string path)
    {
        using var door = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        door.Bind(new UnixDomainSocketEndPoint(path));
        door.Listen();
        while (true)
        {
            using var asker = new NetworkStream(door.Accept(), ownsSocket: true);
            using var answer = new StreamWriter(asker) { AutoFlush = true };
            for (var asked = asker.ReadByte(); asked >= 0; asked = asker.ReadByte())
            {
                if (asked == 'c')
                {
                    GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                    GC.WaitForPendingFinalizers();
                    GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                }

                answer.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Environment.CpuUsage.TotalTime.Ticks} {GC.GetTotalAllocatedBytes()} {GC.GetTotalMemory(false)} {Environment.WorkingSet} {GC.GetTotalPauseDuration().Ticks} {GC.CollectionCount(0)} {GC.CollectionCount(2)}"));
            }
        }
    }
}
