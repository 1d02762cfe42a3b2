namespace Gateway.Codecs.Tests;

/// <summary>Finds the files under <c>fixtures/</c>.</summary>
internal static class Fixture
{
    private static readonly string Root = FindRoot();

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    public static string Text(string relative) => File.ReadAllText(Path(relative));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Gateway.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("no Gateway.sln above " + AppContext.BaseDirectory);
        return System.IO.Path.Combine(folder.FullName, "fixtures");
    }
}
