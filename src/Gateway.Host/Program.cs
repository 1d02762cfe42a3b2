using System.CommandLine;
using Gateway.Host.Commands;

// `gateway` and `gateway run` are the same: the service.
var root = new RootCommand("Carries call transfer across SIP, ISDN and H.323.")
{
    RunCommand.Create(),
    DemoCommand.Create(),
    CheckCommand.Create(),
    DecodeCommand.Create(),
    ReplayCommand.Create(),
    CausesCommand.Create(),
};
var words = args.Length == 0 || args[0].StartsWith("--config", StringComparison.Ordinal) ? ["run", .. args] : args;
return await root.Parse(words).InvokeAsync().ConfigureAwait(false);
