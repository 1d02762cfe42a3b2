using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace House.Tests;

/// <summary>What a page holds: files of a size that can be read, prose of a page, tables of deviations, and the product alone.</summary>
public partial class PageTests
{
    private const int SourceLines = 500;

    private const int ReadmeLines = 90;

    public static TheoryData<string> Readmes => ["codecs/README.md", "src/README.md", "tests/README.md", "fixtures/README.md"];

    public static TheoryData<string> Deviations =>
        [.. from room in new[] { "Sip", "Isdn", "H323" } from file in new[] { $"codecs/Gateway.Codecs.{room}", $"src/Gateway.{room}" } select file + "/Deviations.md"];

    [Fact]
    public void A_source_has_at_most_500_lines() => Rule.Holds(
        Sources.Below("codecs", "src").Where(source => source.Text.Count(letter => letter == '\n') > SourceLines).Select(source => source.Path));

    [Theory, MemberData(nameof(Readmes))]
    public void A_readme_is_a_page(string path)
    {
        Assert.True(File.Exists(Repository.Under(path)), $"{path} is missing");
        Assert.InRange(File.ReadLines(Repository.Under(path)).Count(), 1, ReadmeLines);
    }

    [Theory, MemberData(nameof(Deviations))]
    public void Deviations_are_a_table_that_names_clauses(string path)
    {
        var rows = File.ReadLines(Repository.Under(path)).Where(line => line.StartsWith('|')).Skip(2).ToArray();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.True(row.Split('|').Length >= 4, $"{path}: {row}"));
    }

    [Fact]
    public void The_house_speaks_of_the_product_alone() => Rule.Holds(
        from page in Pages()
        from line in page.Lines.Select((text, index) => (Text: text, Number: index + 1))
        where Workplace().IsMatch(line.Text)
        select $"{page.Path}:{line.Number}: {line.Text.Trim()}");

    [Fact]
    public void No_page_names_a_place_of_one_machine() => Rule.Holds(
        from page in Pages()
        from line in page.Lines.Select((text, index) => (Text: text, Number: index + 1))
        where MachinePath().IsMatch(line.Text)
        select $"{page.Path}:{line.Number}: {line.Text.Trim()}");

    [Fact]
    public void Every_package_with_a_version_is_used_and_listed()
    {
        var used = Directory.EnumerateFiles(Repository.Root, "*.*proj", SearchOption.AllDirectories)
            .Append(Repository.Under("Directory.Build.props"))
            .SelectMany(file => Names(file, "PackageReference")).ToHashSet(StringComparer.Ordinal);
        var versioned = Names(Repository.Under("Directory.Packages.props"), "PackageVersion").ToArray();
        var readme = File.ReadAllText(Repository.Under("README.md"));
        Assert.All(versioned, name => Assert.Contains(name, used));
        Assert.All(versioned, name => Assert.True(
            readme.Contains(name, StringComparison.Ordinal) || readme.Contains(name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..], StringComparison.Ordinal),
            $"README.md does not say what {name} is for"));
    }

    private static IEnumerable<string> Names(string file, string element) =>
        XDocument.Load(file).Descendants(element).Select(reference => (string)reference.Attribute("Include")!);

    /// <summary>What people write by hand: sources, prose, configuration. The octets and traces of fixtures are quotations; this room states the rules.</summary>
    private static IEnumerable<(string Path, string[] Lines)> Pages() =>
        from file in new[] { "codecs", "src", "tests", "fixtures", "." }.SelectMany(folder => Directory.EnumerateFiles(
            Repository.Under(folder), "*", folder == "." ? SearchOption.TopDirectoryOnly : SearchOption.AllDirectories))
        let path = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
        where Written().IsMatch(path) && !Built().IsMatch(path) && !path.StartsWith("tests/House.Tests/", StringComparison.Ordinal)
        select (path, File.ReadAllLines(file));

    [GeneratedRegex(@"\.(cs|c|md|csproj|props|json|sh|sln|editorconfig)$|(^|/)test$")]
    private static partial Regex Written();

    [GeneratedRegex(@"(^|/)(obj|bin)/|^fixtures/.*\.json$|(^|/)\.")]
    private static partial Regex Built();

    [GeneratedRegex(@"(?i)\bissue #|\bpull request\b|\bLLM\b|\b(sub-?)?agents? (wrote|session|run|brief)|\bhelper (wrote|session|agent|run)|\bthis session\b|\bprevious session\b|\bco-authored|\bphase report|\bworktree\b|\bchatbot\b")]
    private static partial Regex Workplace();

    [GeneratedRegex(@"(?<![\w.:>])/(work|home|root|tmp|Users)/\w|[A-Z]:\\\\?Users\\\\?")]
    private static partial Regex MachinePath();
}
