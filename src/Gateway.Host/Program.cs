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
    LadderCommand.Create(),
    ExplainCommand.Create(),
    TransfersCommand.Create(),
    RecordsCommand.Create(),
    CausesCommand.Create(),
};
var words = args.Length == 0 || args[0].StartsWith("--config", StringComparison.Ordinal) ? ["run", .. args] : args;
var parsed = root.Parse(words);
// The last one names the word; the others follow from it.
if (parsed.Errors is [.., var error])
{
    await Console.Error.WriteLineAsync($"gateway: {error.Message}").ConfigureAwait(false);
    return ExitCode.Usage;
}

return await parsed.InvokeAsync().ConfigureAwait(false);
