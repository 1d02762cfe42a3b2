using System.Net;
using Gateway.Host;
using Gateway.Host.Logging;
using Gateway.Host.Options;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace Gateway.Benchmarks.Door;

/// <summary>The gateway with a SIP door and one built-in H.323 endpoint, on free ports of loopback. Of its log only the levels are kept.</summary>
internal sealed class DoorService : IAsyncDisposable
{
    private const string Configuration = """
        {
          "schemaVersion": 1,
          "listeners": [
            { "id": "sip", "protocol": "sip-udp", "bind": "127.0.0.1:0" },
            { "id": "h323", "protocol": "h323-tcp", "bind": "127.0.0.1:0" }
          ],
          "peers": [
            { "id": "endpoint", "protocol": "h323", "address": "127.0.0.1:0", "methods": ["h450"] },
            { "id": "attacker", "protocol": "sip", "sources": ["127.0.0.0/8"] }
          ],
          "routes": [{ "id": "all", "to": "endpoint" }],
          "lab": { "h323": "127.0.0.1:0" }
        }
        """;

    private readonly Levels levels = new();
    private readonly Logger logger;
    private readonly SerilogLoggerFactory loggers;
    private LabService? lab;
    private GatewayService? gateway;

    private DoorService()
    {
        logger = new LoggerConfiguration().MinimumLevel.Information().MinimumLevel.Override("Microsoft", LogEventLevel.Warning).WriteTo.Sink(levels).CreateLogger();
        loggers = new SerilogLoggerFactory(logger);
    }

    public IPEndPoint Sip => gateway!.Sip!;

    public static async Task<DoorService> Start()
    {
        var problems = new List<ConfigurationProblem>();
        var configuration = ConfigurationReader.Read(Configuration, problems) ?? throw new InvalidOperationException(string.Join('\n', problems));
        var service = new DoorService();
        service.lab = await LabService.BindAsync(configuration, service.loggers, TimeProvider.System);
        service.gateway = await GatewayService.StartAsync(service.lab.Configuration, service.loggers, new NoteLog(service.logger), TimeProvider.System);
        service.lab.Start(service.gateway);
        return service;
    }

    public long LinesOf(LogEventLevel level) => levels.Of(level);

    /// <summary>The first error, for whoever has to find it.</summary>
    public string? FirstError => levels.FirstError;

    public async ValueTask DisposeAsync()
    {
        if (gateway is not null)
        {
            await gateway.DisposeAsync();
        }

        if (lab is not null)
        {
            await lab.DisposeAsync();
        }

        loggers.Dispose();
        await logger.DisposeAsync();
    }

    private sealed class Levels : ILogEventSink
    {
        private readonly long[] lines = new long[(int)LogEventLevel.Fatal + 1];

        public string? FirstError { get; private set; }

        public long Of(LogEventLevel level) => Interlocked.Read(ref lines[(int)level]);

        public void Emit(LogEvent logEvent)
        {
            Interlocked.Increment(ref lines[(int)logEvent.Level]);
            if (logEvent.Level >= LogEventLevel.Error)
            {
                FirstError ??= $"{logEvent.RenderMessage(null)} {logEvent.Exception}";
            }
        }
    }
}
