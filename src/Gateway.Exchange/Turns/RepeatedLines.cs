using Gateway.Sip.Security;

namespace Gateway.Exchange.Turns;

/// <summary>
/// Keeps one sender of garbage from burying the log, whatever door it comes through: of one kind of line about one source ten are told at once and one a second, of
/// all sources together twenty times as many; and how many were not is told afterwards. What is remembered is bounded: beyond, all the rest counts as one.
/// </summary>
internal sealed class RepeatedLines(int capacity = 4_096)
{
    /// <summary>When the withheld ones are told, counted from the first of them.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly Rate OfOne = new(1, 10), OfAll = new(20, 200);

    private readonly SourceRates<(Source Source, string Reason)> rates = new(capacity);
    private readonly SourceRates<string> everybody = new(capacity);
    private readonly Dictionary<(Source Source, string Reason), int> withheld = [];

    /// <summary>True when the line may be told now; <paramref name="first"/> when it may not and is the first of its time.</summary>
    public bool MayTell(Source source, string reason, TimeSpan instant, out bool first)
    {
        first = false;
        if (rates.Take((source, reason), OfOne, instant) && everybody.Take(reason, OfAll, instant))
        {
            return true;
        }

        first = withheld.Count == 0;
        var key = withheld.Count < capacity || withheld.ContainsKey((source, reason)) ? (source, reason) : (default, "others");
        withheld[key] = withheld.GetValueOrDefault(key) + 1;
        return false;
    }

    /// <summary>What was withheld since it was asked last.</summary>
    public IReadOnlyList<(Source Source, string Reason, int Lines)> Take()
    {
        var lines = withheld.Select(pair => (pair.Key.Source, pair.Key.Reason, pair.Value)).ToArray();
        withheld.Clear();
        return lines;
    }
}
