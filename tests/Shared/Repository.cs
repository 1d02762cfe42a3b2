using System.Runtime.CompilerServices;

namespace Shared;

/// <summary>The checkout the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static string Under(params string[] path) => Path.Combine([Root, .. path]);

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
