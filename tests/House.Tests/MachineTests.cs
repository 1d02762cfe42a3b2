using System.Text.RegularExpressions;

namespace House.Tests;

/// <summary>Every state machine shows its chart, and every chart has its machine.</summary>
public partial class MachineTests
{
    [Fact]
    public void Every_machine_has_a_chart()
    {
        var charts = Directory.EnumerateFiles(Path.Combine(Repository.Root, "fixtures", "charts"), "*.txt")
            .Select(Path.GetFileNameWithoutExtension).ToHashSet(StringComparer.Ordinal);
        var machines = Sources.Below("src").Where(source => Machine().IsMatch(source.Text))
            .Select(source => Path.GetFileNameWithoutExtension(source.Path));
        Assert.All(machines, machine => Assert.Contains(charts, chart => chart!.EndsWith(machine!, StringComparison.Ordinal)));
    }

    /// <summary>The one signature of a machine: a state and an input give a transition.</summary>
    [GeneratedRegex(@"\bTransition\s+Handle\s*\(")]
    private static partial Regex Machine();
}
