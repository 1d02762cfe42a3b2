using Gateway.Host.Logging;
using Serilog.Events;
using Serilog.Parsing;

namespace Host.Tests.Logging;

public class LogQueueTests
{
    [Fact]
    public void Every_line_is_written_in_order_before_the_end()
    {
        using var written = new StringWriter();
        using (var queue = new LogQueue(new HumanLines(), written))
        {
            for (int line = 0; line < 10_000; line++)
                queue.Emit(Event($"line {line}."));
        }

        var lines = written.ToString().TrimEnd().Split(Environment.NewLine);
        Assert.Equal(10_000, lines.Length);
        Assert.All(lines.Index(), line => Assert.EndsWith($" line {line.Index}.", line.Item));
    }

    [Fact]
    public void A_terminal_that_is_gone_holds_nothing_up()
    {
        using var gone = new Gone();
        using var queue = new LogQueue(new HumanLines(), gone);
        queue.Emit(Event("nobody reads this"));
        queue.Emit(Event("nor this"));
    }

    private static LogEvent Event(string text) =>
        new(DateTimeOffset.UnixEpoch, LogEventLevel.Information, null, new MessageTemplateParser().Parse(text), []);

    private sealed class Gone : StringWriter
    {
        public override void Flush() => throw new IOException("broken pipe");
    }
}
