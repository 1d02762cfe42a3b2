namespace House.Tests;

/// <summary>The text of the checkout that the rules are held against.</summary>
internal static class Sources
{
    /// <summary>Every C# source below the given folders, as (path relative to the root, text).</summary>
    public static IEnumerable<(string Path, string Text)> Below(params string[] folders) =>
        from folder in folders
        from file in Directory.EnumerateFiles(Repository.Under(folder), "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
        where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
        orderby path
        select (path, File.ReadAllText(file));
}
