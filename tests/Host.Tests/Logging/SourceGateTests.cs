using System.Net;
using Gateway.Host.Logging;

namespace Host.Tests.Logging;

public class SourceGateTests
{
    private static readonly IPAddress Noisy = IPAddress.Parse("192.0.2.1");

    private readonly HandClock clock = new();

    [Fact]
    public void Ten_lines_at_once_then_one_a_second_and_what_was_withheld_is_counted()
    {
        var gate = new SourceGate(clock);
        Assert.Equal(10, Enumerable.Range(0, 25).Count(_ => gate.Admits(Noisy, out var withheld) && withheld == 0));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(gate.Admits(Noisy, out var count));
        Assert.Equal(15, count);
        Assert.False(gate.Admits(Noisy, out _));
    }

    [Fact]
    public void One_source_does_not_silence_another()
    {
        var gate = new SourceGate(clock);
        foreach (var _ in Enumerable.Range(0, 100))
        {
            gate.Admits(Noisy, out var _);
        }

        Assert.True(gate.Admits(IPAddress.Parse("192.0.2.2"), out _));
    }
}
