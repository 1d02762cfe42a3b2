using Gateway.Engine.Legs;
using Gateway.Engine.Transfers;
using Gateway.Exchange;

namespace Engine.Tests.Exchange;

public class TransferWatchTests
{
    private static readonly PeerName Phones = new("phones");

    private TransferWatch watch = new(new TransferWatchSettings());

    [Theory]
    [InlineData(19, 1, 0)]
    [InlineData(20, 1, 0)]
    [InlineData(20, 2, 1)]
    [InlineData(100, 5, 0)]
    [InlineData(100, 6, 1)]
    [InlineData(100, 60, 1)]
    public void More_than_one_of_twenty_that_failed_is_told_once(int transfers, int failures, int told)
    {
        // The failures come last, so that the share only rises.
        var lines = Enumerable.Range(1, transfers).Select(n => watch.Ended(n > transfers - failures ? TransferOutcome.Failed : TransferOutcome.Succeeded, Second(n))).OfType<string>();
        Assert.Equal(told, lines.Count());
    }

    [Fact]
    public void What_was_refused_given_up_or_done_otherwise_is_no_failure()
    {
        for (var n = 0; n < 60; n++)
            Assert.Null(watch.Ended(n % 3 == 0 ? TransferOutcome.Refused : n % 3 == 1 ? TransferOutcome.Abandoned : TransferOutcome.FellBack, Second(n)));
    }

    [Fact]
    public void A_failure_counts_for_a_quarter_of_an_hour()
    {
        Assert.Null(watch.Ended(TransferOutcome.Failed, Second(0)));
        for (var n = 1; n < 19; n++)
            Assert.Null(watch.Ended(TransferOutcome.Succeeded, Second(n)));
        Assert.Equal("2 of 20 transfers failed within 15 minutes", watch.Ended(TransferOutcome.Failed, Second(899)));

        watch = new TransferWatch(new TransferWatchSettings());
        Assert.Null(watch.Ended(TransferOutcome.Failed, Second(0)));
        for (var n = 1; n < 20; n++)
            Assert.Null(watch.Ended(TransferOutcome.Succeeded, Second(n)));
        Assert.Null(watch.Ended(TransferOutcome.Failed, Second(900)));
    }

    [Fact]
    public void It_is_told_again_once_the_share_was_below_four_of_a_hundred()
    {
        int Told(int transfers, TransferOutcome outcome) => Enumerable.Range(0, transfers).Count(_ => watch.Ended(outcome, TimeSpan.Zero) is not null);
        Assert.Equal(0, Told(18, TransferOutcome.Succeeded));
        Assert.Equal(1, Told(2, TransferOutcome.Failed));
        // 2 of 50 is four of a hundred, and not below.
        Assert.Equal(0, Told(30, TransferOutcome.Succeeded));
        Assert.Equal(0, Told(2, TransferOutcome.Failed));
        // 4 of 101 is below; then 6 of 103 is too much again.
        Assert.Equal(0, Told(49, TransferOutcome.Succeeded));
        Assert.Equal(1, Told(2, TransferOutcome.Failed));
    }

    [Fact]
    public void More_than_ten_requests_of_one_party_within_a_minute_are_told_once_in_that_minute()
    {
        var told = Enumerable.Range(0, 60).Where(n => watch.Asked(Phones, "100", Second(2 * n)) is not null);
        Assert.Equal([10, 40], told);
    }

    [Fact]
    public void Ten_within_a_minute_or_eleven_of_two_parties_are_none_too_many()
    {
        for (var n = 0; n < 50; n++)
            Assert.Null(watch.Asked(Phones, "100", Second(6 * n)));
        for (var n = 0; n < 20; n++)
            Assert.Null(watch.Asked(n % 2 == 0 ? Phones : new PeerName("others"), "200", Second(300)));
    }

    [Fact]
    public void What_is_remembered_is_bounded()
    {
        watch = new TransferWatch(new TransferWatchSettings { Remembered = 100 });
        for (var n = 0; n < 1_000; n++)
            watch.Ended(n < 900 ? TransferOutcome.Failed : TransferOutcome.Succeeded, TimeSpan.Zero);
        Assert.Equal([6], Enumerable.Range(1, 9).Where(_ => watch.Ended(TransferOutcome.Failed, TimeSpan.Zero) is not null));

        for (var n = 0; n < 10; n++)
            Assert.Null(watch.Asked(Phones, "100", TimeSpan.Zero));
        for (var n = 0; n < 100; n++)
            watch.Asked(Phones, $"{200 + n}", TimeSpan.Zero);
        Assert.Null(watch.Asked(Phones, "100", TimeSpan.Zero));
    }

    private static TimeSpan Second(int n) => TimeSpan.FromSeconds(n);
}
