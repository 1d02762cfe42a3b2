using System.Net;
using System.Text;
using Gateway.Codecs.Sip.Messages;
using Gateway.Engine.Legs;
using Gateway.Exchange;
using Gateway.Sip;
using Gateway.Sip.Security;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>Floods over UDP, counted: what is answered, what is logged, and what stays (RFC 3261 26.1.5).</summary>
public class SipFlood
{
    private const int Messages = 20_000;

    private static readonly Listener Door = new(SipTransport.Udp, "198.51.100.1", 5060);

    private readonly List<ExchangeOutput> outputs = [];
    private readonly Exchange exchange = new(
        new ExchangeSettings
        {
            SipDoors = [Door],
            Admission = new AdmissionSettings { Key = new byte[32] },
            Peers =
            [
                new PeerAddress(new PeerName("phones"), PeerProtocol.Sip, Sources: [IPNetwork.Parse("192.0.2.0/24")])
                {
                    Admission = new AdmissionRules { Digest = new DigestRules("gateway", [DigestAccount.WithPassword("alice", "wonderland")]) },
                },
            ],
        },
        new Identifiers("gw", new Dice(1)));

    private IEnumerable<string> Lines => outputs.OfType<ExchangeOutput.Noted>().Select(noted => noted.Note.Text);

    [Theory]
    [InlineData("INVITE", "203.0.113.5", 10)]
    [InlineData("JUGGLE", "203.0.113.5", 10)]
    [InlineData("ACK", "203.0.113.5", 0)]
    [InlineData("ACK", "192.0.2.5", 0)]
    [InlineData("INVITE", "192.0.2.5", Messages)]
    public void Requests_leave_nothing_behind_and_few_lines(string method, string from, int answers)
    {
        for (var number = 0; number < Messages; number++)
        {
            Receive(Read($"{method} sip:3001@198.51.100.1 SIP/2.0\nVia: SIP/2.0/UDP {from};branch=z9hG4bK{number}\nFrom: <sip:a@b>;tag=1\nTo: <sip:a@b>\nCall-ID: c{number}\nCSeq: 1 {method}\nContact: <sip:a@{from}>\nMax-Forwards: 70\n"), from);
        }

        Assert.Equal(answers, outputs.OfType<ExchangeOutput.SendSip>().Count());
        AssertQuiet();
    }

    [Fact]
    public void Responses_to_nothing_leave_nothing_behind_and_few_lines()
    {
        for (var number = 0; number < Messages; number++)
        {
            Receive(Read($"SIP/2.0 200 OK\nVia: SIP/2.0/UDP 198.51.100.1;branch=z9hG4bK{number}\nFrom: <sip:a@b>;tag=1\nTo: <sip:a@b>;tag=2\nCall-ID: c{number}\nCSeq: 1 INVITE\n"), "203.0.113.5");
        }

        Assert.Empty(outputs.OfType<ExchangeOutput.SendSip>());
        AssertQuiet();
        Assert.Contains(Lines, line => line.Contains($"{Messages - 10} more lines of", StringComparison.Ordinal) && line.Contains("203.0.113.5", StringComparison.Ordinal));
    }

    [Fact]
    public void Garbage_of_many_senders_leaves_nothing_behind_and_bounded_lines()
    {
        for (var number = 0; number < Messages; number++)
        {
            Receive(SipMessage.Decode(Encoding.UTF8.GetBytes($"INVITE sip:a SIP/2.0\r\nVia: SIP/2.0/UDP 10.0.{number >> 8 & 255}.{number & 255};branch=z9hG4bK{number}\r\nCSeq: x\r\n\r\n")), $"10.0.{number >> 8 & 255}.{number & 255}");
        }

        Assert.InRange(outputs.OfType<ExchangeOutput.SendSip>().Count(), 1, 500);
        Assert.Equal(200, Lines.Count());
        Assert.True(exchange.IsIdle, exchange.Remains);
        Assert.True(exchange.Timers.Count() <= 1);
    }

    [Fact]
    public void Connections_that_break_or_are_turned_away_leave_few_lines_of_each_kind()
    {
        var flow = new Flow(new Listener(SipTransport.Tcp, "198.51.100.1", 5060), new IPEndPoint(IPAddress.Parse("203.0.113.5"), 40_000));
        for (var number = 0; number < Messages; number++)
        {
            exchange.Take(new ExchangeInput.Sip(new SipInput.Remarked(flow, "connection broken", $"connection {number} broke")), default, outputs);
            exchange.Take(new ExchangeInput.Sip(new SipInput.Remarked(flow, "connection turned away", $"connection {number} turned away")), default, outputs);
        }

        Assert.Equal(20, Lines.Count());
        exchange.Wake(TimeSpan.FromMinutes(1), outputs);
        Assert.Equal(
            ["connection broken", "connection turned away"],
            Lines.Skip(20).Select(line => line.Replace($"{Messages - 10} more lines of ", "", StringComparison.Ordinal).Replace(" about 203.0.113.5 withheld", "", StringComparison.Ordinal)));
        Assert.Empty(exchange.Timers);
    }

    private static SipDecoded Read(string text) => SipMessage.Decode(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n") + "\r\n"));

    private void Receive(SipDecoded decoded, string from)
    {
        var flow = new Flow(Door, new IPEndPoint(IPAddress.Parse(from), 5060));
        exchange.Take(new ExchangeInput.Sip(decoded.IsWhole ? new SipInput.Received(flow, decoded.Message) : new SipInput.Malformed(flow, decoded)), default, outputs);
    }

    private void AssertQuiet()
    {
        Assert.True(exchange.IsIdle, exchange.Remains);
        Assert.True(exchange.Timers.Count() <= 1);
        Assert.InRange(Lines.Count(), 0, 10);
        exchange.Wake(TimeSpan.FromMinutes(1), outputs);
        Assert.InRange(Lines.Count(), 0, 11);
        Assert.Empty(exchange.Timers);
    }
}
