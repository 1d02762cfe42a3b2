namespace Shared;

/// <summary>The files under <c>fixtures/</c>, named by their path below it.</summary>
internal static class Fixture
{
    public static string Path(string relative) => Repository.Under("fixtures", relative);

    public static string Text(string relative) => File.ReadAllText(Path(relative));

    /// <summary>The lines that say something; comments start with #.</summary>
    public static IEnumerable<string> Lines(string relative) => File.ReadLines(Path(relative)).Where(line => line.Length > 0 && line[0] != '#');

    /// <summary>Those lines as words separated by blanks.</summary>
    public static IEnumerable<string[]> Words(string relative) => Lines(relative).Select(line => line.Split(' '));
}
