using System.Text.RegularExpressions;

namespace House.Tests;

/// <summary>Below Transport nothing reads a clock, rolls dice, waits, locks or talks to the world: that is what makes replay exact.</summary>
public partial class BanTests
{
    private static readonly string[] PureRooms =
        ["codecs", "src/Gateway.Sip", "src/Gateway.Isdn", "src/Gateway.H323", "src/Gateway.Engine", "src/Gateway.Exchange", "src/Gateway.Lab"];

    public static TheoryData<string, string> Bans => new()
    {
        { @"\bDateTime(Offset)?\.(Utc)?Now\b", "the time is told, not read" },
        { @"\bStopwatch\b|\bTimeProvider\b|\bEnvironment\.TickCount", "the time is told, not read" },
        { @"\bTask\.(Delay|Run)\b|\basync\b|\bawait\b", "nothing is awaited below Transport" },
        { @"\bThread\b|\bInterlocked\b|\bMonitor\.|\block\s*\(", "one pump, no locks" },
        { @"\bnew Random\b|\bRandom\.Shared\b|\bRandom \w|\bRandomNumberGenerator\b|\bGuid\.NewGuid\b", "identifiers are injected" },
        { @"\bSocket\b|\bUdpClient\b|\bTcpClient\b|\bTcpListener\b", "sockets live in Transport" },
        { @"\bConsole\.|\bILogger\b|\bSerilog\b", "the observer is told; Host prints" },
    };

    [Theory, MemberData(nameof(Bans))]
    public void The_pure_rooms_stay_pure(string pattern, string because)
    {
        var ban = new Regex(pattern, RegexOptions.CultureInvariant);
        var hits = Sources.Below(PureRooms)
            .SelectMany(source => Code(source.Text).Select((line, index) => (source.Path, Line: index + 1, Text: line)))
            .Where(line => ban.IsMatch(line.Text))
            .Select(line => $"{line.Path}:{line.Line}: {line.Text.Trim()} ({because})");
        Rule.Holds(hits);
    }

    [Fact]
    public void The_pure_rooms_keep_no_static_mutable_fields()
    {
        var hits = Sources.Below(PureRooms)
            .SelectMany(source => Code(source.Text).Select((line, index) => (source.Path, Line: index + 1, Text: line)))
            .Where(line => StaticMutableField().IsMatch(line.Text))
            .Select(line => $"{line.Path}:{line.Line}: {line.Text.Trim()}");
        Rule.Holds(hits);
    }

    [Fact]
    public void Nothing_is_left_unfinished_by_its_own_words()
    {
        var hits = Sources.Below("codecs", "src")
            .Where(source => Unfinished().IsMatch(source.Text))
            .Select(source => source.Path);
        Rule.Holds(hits);
    }

    [Fact]
    public void No_exception_is_swallowed_in_silence()
    {
        var hits = Sources.Below("codecs", "src").Where(source => Swallowed().IsMatch(source.Text)).Select(source => source.Path);
        Rule.Holds(hits);
    }

    [Fact]
    public void Tests_do_not_sleep()
    {
        var hits = Sources.Below("tests")
            .Where(source => !source.Path.StartsWith("tests/House.Tests/", StringComparison.Ordinal))
            // Whether another program has opened its port can only be asked again and again.
            .Where(source => source.Path != "tests/Peers.Tests/Sip/Sipp.cs")
            // A load lasts as long as it lasts, and is no test.
            .Where(source => !source.Path.StartsWith("tests/Benchmarks/", StringComparison.Ordinal))
            .Where(source => Sleeping().IsMatch(source.Text))
            .Select(source => source.Path);
        Rule.Holds(hits);
    }

    /// <summary>The lines of a source without comments; strings stay, they may hide nothing here.</summary>
    private static IEnumerable<string> Code(string text) =>
        text.Split('\n').Select(line => line.TrimStart().StartsWith("//", StringComparison.Ordinal) ? "" : LineComment().Replace(line, ""));

    [GeneratedRegex(@"(?<!:)//.*$")]
    private static partial Regex LineComment();

    [GeneratedRegex(@"^\s*(public|private|internal|protected)\s+static\s+(?!readonly|partial|class|abstract|explicit|implicit|operator|extern|unsafe|ref|delegate|record|event)[\w<>\[\],?. ]+\s+\w+\s*(=[^>=]|;)")]
    private static partial Regex StaticMutableField();

    [GeneratedRegex(@"NotImplementedException|\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"catch\s*(\(Exception[^)]*\))?\s*\{\s*\}")]
    private static partial Regex Swallowed();

    [GeneratedRegex(@"Thread\.Sleep|Task\.Delay")]
    private static partial Regex Sleeping();
}
