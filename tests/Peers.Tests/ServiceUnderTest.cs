using System.Globalization;
using System.Net;
using System.Threading.Channels;
using Gateway.Engine.Transfers;
using Gateway.Host;
using Gateway.Host.Logging;
using Gateway.Host.Options;
using Gateway.Lab;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace Peers.Tests;

/// <summary>The gateway as it is shipped, with its built-in far ends, in the test process: real sockets, every port one that is free.</summary>
internal sealed class ServiceUnderTest : IAsyncDisposable
{
    /// <summary>Longer than anything here takes on a busy machine.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);

    private readonly Awaited<LogEvent> log = new(line => line.RenderMessage(CultureInfo.InvariantCulture));
    private readonly Awaited<TransferRecord> records = new();
    private readonly Awaited<(string FarEnd, FarEndEvent Event)> happened = new();
    private readonly Logger logger;
    private readonly SerilogLoggerFactory loggers;
    private LabService? lab;
    private GatewayService? gateway;

    private ServiceUnderTest()
    {
        logger = new LoggerConfiguration().MinimumLevel.Debug().MinimumLevel.Override("Microsoft", LogEventLevel.Warning).WriteTo.Sink(new Sink(log)).CreateLogger();
        loggers = new SerilogLoggerFactory(logger);
    }

    public GatewayService Gateway => gateway!;

    public IPEndPoint Sip => Gateway.Sip!;

    public LabService Lab => lab!;

    /// <summary>Every log line so far.</summary>
    public IReadOnlyList<LogEvent> Log => log.Seen;

    /// <param name="phone">Where calls for SIP telephones go.</param>
    /// <param name="change">Changes the shipped configuration, whose ports are already free ones.</param>
    public static async Task<ServiceUnderTest> Start(IPEndPoint? phone = null, Func<GatewayConfiguration, GatewayConfiguration>? change = null)
    {
        GatewayConfiguration configuration = OnFreePorts(Shipped(), phone ?? AnyPort);
        var service = new ServiceUnderTest();
        try
        {
            await service.Open(change?.Invoke(configuration) ?? configuration);
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>The next transfer that ends, as the gateway recorded it.</summary>
    public Task<TransferRecord> Record() => WithLog(records.Next(_ => true, "a transfer record"));

    /// <summary>The first log line that fits, seen already or still to come.</summary>
    public Task<LogEvent> Logged(Func<LogEvent, bool> fits, string what) => log.Next(fits, what);

    /// <summary>The first log line of this event, seen already or still to come.</summary>
    public Task<LogEvent> Noted(string name) =>
        Logged(line => line.Properties.TryGetValue("event", out LogEventPropertyValue? told) && told is ScalarValue { Value: string text } && text == name, name);

    /// <summary>The next such event at a far end (<c>endpoint</c>, or the trunk of a switch).</summary>
    public async Task<TEvent> Sees<TEvent>(string farEnd, Func<TEvent, bool>? fits = null)
        where TEvent : FarEndEvent =>
        (TEvent)(await WithLog(happened.Next(
            one => one.FarEnd == farEnd && one.Event is TEvent told && (fits is null || fits(told)), $"{typeof(TEvent).Name} at {farEnd}"))).Event;

    public async ValueTask DisposeAsync()
    {
        if (gateway is not null)
            await gateway.DisposeAsync();
        if (lab is not null)
            await lab.DisposeAsync();
        loggers.Dispose();
        await logger.DisposeAsync();
    }

    /// <summary>What did not come is best explained by what the service says.</summary>
    private async Task<T> WithLog<T>(Task<T> awaited)
    {
        try
        {
            return await awaited;
        }
        catch (TimeoutException late)
        {
            IEnumerable<string> lines = Log.Select(line => $"{line.Timestamp:HH:mm:ss.fff} {line.RenderMessage(CultureInfo.InvariantCulture)}");
            throw new TimeoutException($"{late.Message}\nand the log said:\n{string.Join('\n', lines)}", late);
        }
    }

    private async Task Open(GatewayConfiguration configuration)
    {
        lab = await LabService.BindAsync(configuration, loggers, TimeProvider.System);
        gateway = await GatewayService.StartAsync(
            lab.Configuration, loggers, new NoteLog(logger), TimeProvider.System, recorded: records.Add);
        lab.Start(gateway, (farEnd, what) => happened.Add((farEnd, what)));
        await gateway.TrunksUp.WaitAsync(Patience);
        foreach (string trunk in lab.Switches.Keys)
            await Logged(line => line.RenderMessage(CultureInfo.InvariantCulture) == $"\"{trunk}\": \"the data link is up\"", $"data link of {trunk}");
    }

    private static GatewayConfiguration Shipped()
    {
        var problems = new List<ConfigurationProblem>();
        return ConfigurationReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "gateway.json")), problems)
            ?? throw new InvalidOperationException(string.Join('\n', problems));
    }

    private static GatewayConfiguration OnFreePorts(GatewayConfiguration configuration, IPEndPoint phone) => configuration with
    {
        Listeners = [.. configuration.Listeners.Select(listener => listener with { Bind = AnyPort })],
        Trunks = [.. configuration.Trunks.Select(trunk => trunk with { Bind = AnyPort, Remote = AnyPort })],
        Peers =
        [
            .. configuration.Peers.Select(peer => peer.Protocol switch
            {
                PeerProtocol.Sip => peer with { Address = phone },
                PeerProtocol.H323 => peer with { Address = AnyPort },
                _ => peer,
            }),
        ],
        Lab = configuration.Lab! with { H323 = AnyPort },
    };

    private sealed class Sink(Awaited<LogEvent> log) : ILogEventSink
    {
        public void Emit(LogEvent logEvent) => log.Add(logEvent);
    }
}
