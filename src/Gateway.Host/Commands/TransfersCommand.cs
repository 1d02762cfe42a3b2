using System.CommandLine;

namespace Gateway.Host.Commands;

/// <summary>
/// <c>gateway transfers list|show|clear</c>. The service has no door at which it could be asked, so every form is refused, with what to do instead.
/// </summary>
public static class TransfersCommand
{
    public static Command Create()
    {
        var command = new Command("transfers", "What a running service is transferring");
        foreach (var (name, description) in new[] { ("list", "All of them"), ("show", "One of them"), ("clear", "Stops one of them") })
        {
            var id = new Argument<string?>("ID") { Arity = ArgumentArity.ZeroOrOne };
            var what = new Command(name, description) { id };
            what.SetAction(parsed =>
            {
                parsed.InvocationConfiguration.Error.WriteLine($"transfers {name}: the service cannot be asked while it runs; its log tells each transfer under its transfer_id");
                return ExitCode.Usage;
            });
            command.Add(what);
        }

        return command;
    }
}
