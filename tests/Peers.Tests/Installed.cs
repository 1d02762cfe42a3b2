namespace Peers.Tests;

/// <summary>Which of the programs we test against this machine has.</summary>
internal static class Installed
{
    public static readonly string? Sipp = Find("sipp");

    public static readonly string? Tshark = Find("tshark");

    /// <summary>Why a test has to be skipped; null when it can run, or when CI=true says that everything has to be there.</summary>
    public static string? Missing(string name, string? path) =>
        path is null && Environment.GetEnvironmentVariable("CI") != "true" ? $"{name} is not installed" : null;

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
