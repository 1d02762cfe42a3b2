using System.CommandLine;
using Gateway.Host.Commands;

// `gateway` and `gateway run` are the same: the service.
var root = new RootCommand("Carries call transfer across SIP, ISDN and H.323.")
{
    CheckCommand.Create(),
    DecodeCommand.Create(),
};

return await root.Parse(args).InvokeAsync().ConfigureAwait(false);
