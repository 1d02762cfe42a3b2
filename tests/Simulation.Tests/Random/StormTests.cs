using System.Globalization;
using Gateway.Engine.Transfers;

namespace Simulation.Tests.Random;

/// <summary>Random days. A failure names the seed; one that found something stays by its number.</summary>
public class StormTests
{
    private const int Steps = 60;

    [Theory]
    [InlineData(0, 250)]
    [InlineData(250, 250)]
    [InlineData(500, 250)]
    [InlineData(750, 250)]
    public void Whatever_happens_every_call_ends_and_every_REFER_is_told_its_end_once(int first, int count) => Play(first, count);

    /// <summary>More of them, when there is time: STORM_DAYS=first-count in the environment, for example 1000-5000.</summary>
    [Fact]
    public void As_many_days_as_were_asked_for_end_well()
    {
        if (Environment.GetEnvironmentVariable("STORM_DAYS")?.Split('-') is [var first, var count])
            Play(int.Parse(first, CultureInfo.InvariantCulture), int.Parse(count, CultureInfo.InvariantCulture));
    }

    private static void Play(int first, int count)
    {
        for (var seed = first; seed < first + count; seed++)
        {
            Storm? storm = null;
            try
            {
                storm = new Storm((ulong)seed);
                storm.Blow(Steps);
                storm.CalmDown();
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                Assert.Fail($"seed {seed}: {failure.Message}\n{string.Join('\n', storm?.World.Transcript.Lines.TakeLast(60) ?? [])}\n{failure.StackTrace}");
            }
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_day()
    {
        var (one, other) = (new Storm(4711), new Storm(4711));
        one.Blow(200);
        other.Blow(200);
        Assert.Equal(one.World.Transcript.Lines, other.World.Transcript.Lines);
    }

    [Fact]
    public void Days_are_wild_enough_to_see_every_method_succeed_and_fail()
    {
        var seen = new HashSet<(string Method, bool Succeeded)>();
        for (ulong seed = 0; seed < 100; seed++)
        {
            var storm = new Storm(seed);
            storm.Blow(Steps);
            seen.UnionWith(storm.Records.Where(record => record.MethodsTried.Count > 0)
                .Select(record => (record.MethodsTried[^1], record.Outcome is TransferOutcome.Succeeded or TransferOutcome.FellBack)));
        }

        foreach (var method in new[] { "h450", "ect", "qsig-join", "bridge" })
        {
            Assert.Contains((method, true), seen);
            Assert.Contains((method, false), seen);
        }
    }
}
