using Gateway.Sip;

namespace Stacks.Tests.Sip;

public class SipTimersTests
{
    [Fact]
    public void Every_timer_has_a_default_and_a_clause() => Assert.All(Enum.GetValues<SipTimer>(), timer =>
    {
        Assert.True(SipTimers.Table[timer].Default > TimeSpan.Zero);
        Assert.StartsWith("RFC ", SipTimers.Table[timer].Clause, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData(SipTimer.A, 500, 1000, 2000, 4000, 8000, 16000, 32000)]
    [InlineData(SipTimer.E, 500, 1000, 2000, 4000, 4000, 4000, 4000)]
    [InlineData(SipTimer.G, 500, 1000, 2000, 4000, 4000, 4000, 4000)]
    [InlineData(SipTimer.AnswerRetransmission, 500, 1000, 2000, 4000, 4000, 4000, 4000)]
    public void Retransmission_timers_double_up_to_t2_but_timer_a_without_limit(SipTimer timer, params int[] milliseconds) =>
        Assert.Equal(milliseconds, Enumerable.Range(0, 7).Select(n => (int)SipTimers.Duration(timer, reliable: false, n).TotalMilliseconds));

    [Theory]
    [InlineData(SipTimer.B, 32000, 32000)]
    [InlineData(SipTimer.D, 32000, 0)]
    [InlineData(SipTimer.F, 32000, 32000)]
    [InlineData(SipTimer.H, 32000, 32000)]
    [InlineData(SipTimer.I, 5000, 0)]
    [InlineData(SipTimer.J, 32000, 0)]
    [InlineData(SipTimer.K, 5000, 0)]
    [InlineData(SipTimer.L, 32000, 32000)]
    [InlineData(SipTimer.M, 32000, 32000)]
    public void Waiting_timers_are_those_of_rfc_3261_table_4(SipTimer timer, int unreliable, int reliable)
    {
        Assert.Equal(unreliable, SipTimers.Duration(timer, reliable: false).TotalMilliseconds);
        Assert.Equal(reliable, SipTimers.Duration(timer, reliable: true).TotalMilliseconds);
    }
}
