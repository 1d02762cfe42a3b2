using Gateway.Exchange.Turns;

namespace Engine.Tests.Exchange;

public class TimerTableTests
{
    private readonly TimerTable<string> timers = new();

    [Fact]
    public void Timers_come_out_in_the_order_they_are_due()
    {
        timers.Start("late", TimeSpan.FromSeconds(2));
        timers.Start("early", TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(1), timers.Next);
        Assert.Equal(["early", "late"], TakeAll(TimeSpan.FromSeconds(2)));
        Assert.Null(timers.Next);
    }

    [Fact]
    public void Timers_due_together_come_out_in_the_order_they_were_started()
    {
        timers.Start("b", TimeSpan.FromSeconds(1));
        timers.Start("a", TimeSpan.FromSeconds(1));
        Assert.Equal(["b", "a"], TakeAll(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void A_stopped_timer_never_comes()
    {
        timers.Start("t", TimeSpan.FromSeconds(1));
        timers.Stop("t");
        Assert.Null(timers.Next);
        Assert.Empty(TakeAll(TimeSpan.FromHours(1)));
    }

    [Fact]
    public void A_restarted_timer_comes_once_at_its_new_instant()
    {
        timers.Start("t", TimeSpan.FromSeconds(1));
        timers.Start("t", TimeSpan.FromSeconds(5));
        Assert.Empty(TakeAll(TimeSpan.FromSeconds(4)));
        Assert.Equal(["t"], TakeAll(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public void Nothing_is_due_before_its_instant()
    {
        timers.Start("t", TimeSpan.FromSeconds(1));
        Assert.False(timers.TryTake(TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(1), out _));
    }

    private List<string> TakeAll(TimeSpan instant)
    {
        var taken = new List<string>();
        while (timers.TryTake(instant, out var key))
        {
            taken.Add(key);
        }

        return taken;
    }
}
