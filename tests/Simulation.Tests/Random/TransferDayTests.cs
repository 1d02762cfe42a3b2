using System.Globalization;

namespace Simulation.Tests.Random;

/// <summary>Thousands of transfers between telephones. A failure names the seed; one that found something stays by its number.</summary>
public class TransferDayTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const int TransfersInADay = 25;

    [Fact]
    public void Five_thousand_transfers_end_well_and_leave_nothing() => Play(0, 200);

    /// <summary>More of them, when there is time: STORM_TRANSFERS=1000000 in the environment, or 1000000-7 for the days from the seventh million on.</summary>
    [Fact]
    public void As_many_transfers_as_were_asked_for_end_well()
    {
        if (Environment.GetEnvironmentVariable("STORM_TRANSFERS")?.Split('-') is not [var count, .. var from])
            return;
        var days = (int.Parse(count, CultureInfo.InvariantCulture) + TransfersInADay - 1) / TransfersInADay;
        Play(from is [var first] ? days * int.Parse(first, CultureInfo.InvariantCulture) : 0, days);
    }

    private void Play(int first, int days)
    {
        var accepted = 0;
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        Parallel.For(first, first + days, seed =>
        {
            TransferDay? day = null;
            try
            {
                day = new TransferDay((ulong)seed);
                for (var transfer = 0; transfer < TransfersInADay; transfer++)
                    day.Transfer();
                day.End();
                Interlocked.Add(ref accepted, day.Accepted);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                Assert.Fail($"seed {seed}: {failure.Message}\n{failure.StackTrace}");
            }
        });
        var seconds = System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalSeconds;
        output.WriteLine($"{days * TransfersInADay} transfers, {accepted} REFERs accepted, {days * TransfersInADay / seconds:0} transfers a second");
        Assert.True(accepted > days * TransfersInADay / 2, $"only {accepted} REFERs were accepted");
    }
}
