using System.Threading.Channels;
using Gateway.Host;
using Microsoft.Extensions.Logging.Abstractions;

namespace Host.Tests;

public class SignallingPumpTests
{
    private readonly HandClock clock = new();
    private readonly Channel<string> said = Channel.CreateUnbounded<string>();

    [Fact]
    public async Task Inputs_are_processed_one_by_one_in_order()
    {
        await using var pump = Pump(new Echo());
        pump.Post("a");
        pump.Post("b");
        Assert.Equal("a@0", await Said());
        Assert.Equal("b@0", await Said());
    }

    [Fact]
    public async Task A_timer_rings_when_the_clock_reaches_it()
    {
        await using var pump = Pump(new Echo { Next = TimeSpan.FromSeconds(4) });
        pump.Post("start");
        Assert.Equal("start@0", await Said());
        clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal("woken@4", await Said());
    }

    [Fact]
    public async Task An_alarm_that_rang_early_is_set_again()
    {
        var node = new Echo { Next = TimeSpan.FromSeconds(4) };
        await using var pump = Pump(node);
        pump.Post("start");
        Assert.Equal("start@0", await Said());
        node.Next = TimeSpan.FromSeconds(6);
        clock.Advance(TimeSpan.FromSeconds(4));
        pump.Post("after");
        Assert.Equal("after@4", await Said());
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("woken@6", await Said());
    }

    [Fact]
    public async Task A_turn_that_throws_does_not_stop_the_next()
    {
        await using var pump = Pump(new Echo());
        pump.Post("throw");
        pump.Post("b");
        Assert.Equal("b@0", await Said());
    }

    [Fact]
    public async Task A_full_channel_refuses_and_a_stopped_pump_finishes_what_it_has()
    {
        var pump = new SignallingPump<string, string>(new Echo(), said => this.said.Writer.TryWrite(said), clock, NullLogger.Instance, capacity: 4);
        Assert.False(pump.Overloaded);
        Assert.True(Enumerable.Range(0, 4).All(i => pump.Post($"{i}")));
        Assert.True(pump.Overloaded);
        Assert.False(pump.Post("one too many"));
        pump.Start();
        await pump.DisposeAsync();
        Assert.Equal(4, said.Reader.Count);
    }

    private SignallingPump<string, string> Pump(Echo node)
    {
        var pump = new SignallingPump<string, string>(node, said => this.said.Writer.TryWrite(said), clock, NullLogger.Instance);
        pump.Start();
        return pump;
    }

    private async Task<string> Said() => await said.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    private sealed class Echo : ISignallingNode<string, string>
    {
        public TimeSpan? Next { get; set; }

        public void Take(string input, TimeSpan instant, ICollection<string> outputs)
        {
            if (input == "throw")
            {
                throw new InvalidOperationException("on purpose");
            }

            outputs.Add($"{input}@{instant.TotalSeconds}");
        }

        public void Wake(TimeSpan instant, ICollection<string> outputs)
        {
            Next = null;
            outputs.Add($"woken@{instant.TotalSeconds}");
        }
    }
}
