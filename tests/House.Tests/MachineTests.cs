using System.Text.RegularExpressions;

namespace House.Tests;

/// <summary>Every state machine shows its chart, every chart has its machine, and a stack's machine says which figure it draws.</summary>
public partial class MachineTests
{
    public static TheoryData<string> Machines => [.. Files.Select(source => source.Path)];

    public static TheoryData<string> Standardized => [.. Files.Select(source => source.Path).Where(path => !path.StartsWith("src/Gateway.Engine/", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Machines))]
    public void A_machine_has_a_chart(string path) => Assert.Contains(Charts(), chart => Draws(chart, path));

    [Fact]
    public void A_chart_has_a_machine() => Assert.All(Charts(), chart => Assert.Contains(Files, source => Draws(chart, source.Path)));

    [Theory, MemberData(nameof(Standardized))]
    public void A_machine_of_a_stack_names_the_figure_or_clause_and_its_edition(string path)
    {
        var summary = Documentation().Match(Files.Single(source => source.Path == path).Text.ReplaceLineEndings("\n")).Value;
        Assert.Matches(Citation.Dated, summary);
        Assert.Matches(Citation.Clause, summary);
    }

    private static IEnumerable<(string Path, string Text)> Files => Sources.Below("src").Where(source => Machine().IsMatch(source.Text));

    private static IEnumerable<string> Charts() =>
        Directory.EnumerateFiles(Repository.Under("fixtures", "charts"), "*.txt").Select(file => Path.GetFileNameWithoutExtension(file));

    // src/Gateway.Sip/Dialogs/InviteUsage.cs is drawn by Sip.InviteUsage; a machine with sides has one chart for each, as Isdn.User.Call.
    private static bool Draws(string chart, string path)
    {
        var (room, machine) = (path.Split('/')[1]["Gateway.".Length..], Path.GetFileNameWithoutExtension(path));
        var words = chart.Split('.');
        return words[0] == room && words[^1] == machine && words.Length <= 3;
    }

    /// <summary>The one signature of a machine: a state and an input give a transition; in the Engine the state is the object itself.</summary>
    [GeneratedRegex(@"\b(Transition\s+Handle\s*\(|override Turn Handle\s*\(|record Transfer$.*\bTurn Handle\s*\()", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Machine();

    /// <summary>The doc comment of the type that has the file's name: the last one that stands at the margin before a class or record of many lines.</summary>
    [GeneratedRegex(@"(^///[^\n]*\n)+(?=public (static|sealed) (partial )?class)", RegexOptions.Multiline)]
    private static partial Regex Documentation();
}
