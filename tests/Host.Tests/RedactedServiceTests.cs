using System.Net;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Gateway.Engine.Policy;
using Gateway.Host;
using Gateway.Host.Logging;
using Gateway.Host.Options;
using Gateway.Lab;
using Gateway.Sip;
using Gateway.Transport.Sip;
using Microsoft.Extensions.Logging.Abstractions;
using Serilog.Extensions.Logging;

namespace Host.Tests;

/// <summary>What the service writes of calls whose numbers the configuration hides: every message, every turn, on the terminal and in the file.</summary>
public partial class RedactedServiceTests
{
    private const string Caller = "34416329601001", Transferee = "34416329600101", Busy = "34416329600286", Target = "34416329600202";

    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);

    private readonly Channel<FarEndEvent> seen = Channel.CreateUnbounded<FarEndEvent>();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_number_is_written_of_a_call_a_failed_transfer_and_a_successful_one(bool json)
    {
        var folder = Directory.CreateTempSubdirectory("redacted").FullName;
        await using var output = new StringWriter();
        var observability = new ObservabilityOptions { ShowLastDigits = 2, LogTurns = true, LogFile = Path.Combine(folder, "log") };
        await using (var logger = LogQueue.CreateLogger(observability, verbose: true, json, output))
        {
            await PlayAsync(Configuration() with { Observability = observability }, logger);
        }

        var written = output.ToString();
        var inFile = string.Concat(Directory.GetFiles(folder).Select(File.ReadAllText));
        Directory.Delete(folder, recursive: true);
        Assert.All(new[] { written, inFile }, text =>
        {
            Assert.Contains("xxxxxxxxxxxx86", text, StringComparison.Ordinal);
            Assert.Contains("transfer Failed", text, StringComparison.Ordinal);
            Assert.Contains("transfer Succeeded", text, StringComparison.Ordinal);
            // The octets that all of them share; four digits of any would be found by the next.
            Assert.DoesNotContain("34416329", text, StringComparison.Ordinal);
            Assert.All(new[] { Caller, Transferee, Busy, Target }, number => Assert.DoesNotContain(number[^6..], text, StringComparison.Ordinal));
        });
        // The id of the story is whole, and the same in every line.
        Assert.Single(Correlation().Matches(inFile).Select(match => match.Value).Distinct());
    }

    [GeneratedRegex("(?<=\"correlation_id\":\")[^\"]*")]
    private static partial Regex Correlation();

    private async Task PlayAsync(GatewayConfiguration configuration, Serilog.Core.Logger logger)
    {
        using var loggers = new SerilogLoggerFactory(logger);
        await using var lab = await LabService.BindAsync(configuration, loggers, TimeProvider.System);
        await using var service = await GatewayService.StartAsync(lab.Configuration, loggers, new NoteLog(logger), TimeProvider.System);
        lab.Start(service);
        var port = new SipPort(AnyPort, NullLogger.Instance);
        var listener = new Listener(SipTransport.Udp, port.Local.Address.ToString(), port.Local.Port);
        var settings = new SipPhoneSettings(listener, service.Sip!, new IPEndPoint(IPAddress.Loopback, 43000), [Caller]);
        await using var phone = FarEndHost.OnSip("phone", new SipPhone(settings, new RandomIdentifiers()), port, listener, TimeProvider.System, NullLoggerFactory.Instance, what => seen.Writer.TryWrite(what));
        phone.Tell(new FarEndInput.Dial(Transferee));
        var call = (await When<FarEndEvent.Answered>()).Call;
        phone.Tell(new FarEndInput.Transfer(call, Busy));
        Assert.InRange((await When<FarEndEvent.TransferProgress>(progress => progress.Status >= 200)).Status, 400, 699);
        phone.Tell(new FarEndInput.Transfer(call, Target));
        Assert.Equal(200, (await When<FarEndEvent.TransferProgress>(progress => progress.Status >= 200)).Status);
        await When<FarEndEvent.Released>();
        await service.StopAsync(TimeSpan.FromSeconds(10));
    }

    private static GatewayConfiguration Configuration() => new()
    {
        Listeners =
        [
            new ListenerOptions { Id = "sip", Protocol = ListenerProtocol.SipUdp, Bind = AnyPort },
            new ListenerOptions { Id = "h323", Protocol = ListenerProtocol.H323Tcp, Bind = AnyPort },
        ],
        Peers =
        [
            new PeerOptions { Id = "endpoint", Protocol = PeerProtocol.H323, Address = AnyPort, Methods = ["h450"] },
            new PeerOptions { Id = "phones", Protocol = PeerProtocol.Sip, Sources = ["127.0.0.0/8"], Trusted = true },
        ],
        Routes = [new RouteOptions { Id = "all", To = "endpoint" }],
        TransferPolicy = new TransferPolicyOptions { Rules = [new TransferRuleOptions { Id = "any", Action = RuleAction.Allow, Methods = ["h450"] }] },
        Lab = new LabOptions { H323 = AnyPort },
    };

    private async Task<TEvent> When<TEvent>(Func<TEvent, bool>? isIt = null)
        where TEvent : FarEndEvent
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (await this.seen.Reader.ReadAsync(patience.Token) is TEvent seen && (isIt is null || isIt(seen)))
            {
                return seen;
            }
        }
    }
}
