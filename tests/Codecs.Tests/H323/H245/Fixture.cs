using System.Runtime.CompilerServices;

namespace Codecs.Tests.H323.H245;

/// <summary>Lines of a file in fixtures/h245: words separated by blanks, the last one hex; comments start with #.</summary>
internal static class Fixture
{
    public static IEnumerable<string[]> Lines(string file, [CallerFilePath] string here = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "..", "fixtures", "h245", file))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' '));
}
