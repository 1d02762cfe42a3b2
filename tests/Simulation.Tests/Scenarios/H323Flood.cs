using System.Net;
using Gateway.Codecs.Asn1;
using Gateway.Exchange;
using Gateway.H323;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>Connections full of garbage, counted: what is logged, and what stays.</summary>
public class H323Flood
{
    private const int Connections = 20_000;

    private readonly List<ExchangeOutput> outputs = [];
    private readonly Exchange exchange = new(new ExchangeSettings(), new Identifiers("gw", new Dice(1)));

    private IEnumerable<string> Lines => outputs.OfType<ExchangeOutput.Noted>().Select(noted => noted.Note.Text);

    [Fact]
    public void Garbage_of_one_caller_leaves_nothing_behind_and_few_lines()
    {
        for (var number = 1; number <= Connections; number++)
        {
            Accept(number, "203.0.113.5");
        }

        Assert.Equal(10, Lines.Count());
        Accept(Connections + 1, "203.0.113.6");
        Assert.Equal(11, Lines.Count());
        Assert.Equal(Connections + 1, outputs.OfType<ExchangeOutput.CloseH323>().Count());
        exchange.Wake(TimeSpan.FromMinutes(1), outputs);
        Assert.Equal($"{Connections - 10} more lines of Malformed about 203.0.113.5 withheld", Lines.Last());
        Assert.True(exchange.IsIdle, exchange.Remains);
        Assert.Empty(exchange.Timers);
    }

    private void Accept(int number, string from)
    {
        var connection = new ConnectionKey(-number);
        exchange.Take(new ExchangeInput.H323(new H323Input.Connected(connection, new IPEndPoint(IPAddress.Parse(from), 40_000))), default, outputs);
        exchange.Take(
            new ExchangeInput.H323(new H323Input.Malformed(connection, new DecodeFault(DecodeFaultReason.Malformed, 0, "RFC 1006 clause 6", "TPKT"), FramingLost: true)),
            default,
            outputs);
    }
}
