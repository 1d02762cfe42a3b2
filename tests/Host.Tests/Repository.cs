namespace Host.Tests;

/// <summary>Where the sources and fixtures are.</summary>
internal static class Repository
{
    public static string Under(params string[] path) => Path.Combine([Root, .. path]);

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Gateway.sln")))
                folder = folder.Parent;
            return folder?.FullName ?? throw new DirectoryNotFoundException("Gateway.sln is in no folder above the tests");
        }
    }
}
