using System.Xml.Linq;

namespace House.Tests;

/// <summary>Dependencies point one way; the arrows are the table below, and a project may leave one out but never add one.</summary>
public class DependencyTests
{
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Gateway.Codecs.Asn1"] = [],
        ["Gateway.Codecs.Sip"] = [],
        ["Gateway.Codecs.Isdn"] = ["Gateway.Codecs.Asn1"],
        ["Gateway.Codecs.H323"] = ["Gateway.Codecs.Asn1"],
        ["Gateway.Codecs.Capture"] = ["Gateway.Codecs.Asn1", "Gateway.Codecs.Isdn", "Gateway.Codecs.H323", "Gateway.Codecs.Sip"],
        ["Gateway.Sip"] = ["Gateway.Codecs.Sip"],
        ["Gateway.Isdn"] = ["Gateway.Codecs.Isdn"],
        ["Gateway.H323"] = ["Gateway.Codecs.H323"],
        ["Gateway.Engine"] = [],
        ["Gateway.Exchange"] = ["Gateway.Engine", "Gateway.Sip", "Gateway.Isdn", "Gateway.H323"],
        ["Gateway.Transport"] = ["Gateway.Codecs.Isdn", "Gateway.Codecs.H323", "Gateway.Codecs.Sip"],
        ["Gateway.Lab"] = ["Gateway.Sip", "Gateway.Isdn", "Gateway.H323"],
        ["Gateway.Host"] = ["Gateway.Exchange", "Gateway.Transport", "Gateway.Lab", "Gateway.Codecs.Capture"],
    };

    public static TheoryData<string> Projects => [.. Arrows.Keys];

    [Fact]
    public void The_table_names_every_project_of_the_product()
    {
        var found = ProjectFiles().Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);
        Assert.Equal(Arrows.Keys.Order(StringComparer.Ordinal), found);
    }

    [Theory, MemberData(nameof(Projects))]
    public void A_project_references_only_what_its_arrows_allow(string project)
    {
        var file = ProjectFiles().Single(path => Path.GetFileNameWithoutExtension(path) == project);
        var references = XDocument.Load(file).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')));
        Assert.Empty(references.Except(Arrows[project]));
    }

    [Theory, MemberData(nameof(Projects))]
    public void Packages_stay_above_the_pure_rooms(string project)
    {
        if (project is "Gateway.Host")
        {
            return;
        }

        var file = ProjectFiles().Single(path => Path.GetFileNameWithoutExtension(path) == project);
        Assert.Empty(XDocument.Load(file).Descendants("PackageReference").Select(reference => (string?)reference.Attribute("Include")));
    }

    [Fact]
    public void Versions_stand_in_one_place() =>
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories),
            file => XDocument.Load(file).Descendants("PackageReference").Any(reference => reference.Attribute("Version") is not null));

    private static IEnumerable<string> ProjectFiles() =>
        new[] { "codecs", "src" }.SelectMany(folder =>
            Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories));
}
