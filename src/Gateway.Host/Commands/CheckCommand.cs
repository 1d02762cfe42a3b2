using System.CommandLine;

namespace Gateway.Host.Commands;

/// <summary><c>gateway check</c>: is this configuration one the service would run with?</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var config = ConfigurationFile.Option();
        var command = new Command("check", "Validates a configuration: unknown keys, names that point nowhere, rules that never match") { config };
        command.SetAction(parsed =>
        {
            var file = parsed.GetValue(config)!;
            var configuration = ConfigurationFile.Load(file, Console.Error, out var exitCode);
            if (configuration is not null)
            {
                Console.WriteLine(
                    $"{file.Name}: good. {configuration.Listeners.Count} listeners, {configuration.Trunks.Count} trunks, {configuration.Peers.Count} peers, " +
                    $"{configuration.Routes.Count} routes, {configuration.TransferPolicy.Rules.Count} transfer rules");
            }

            return exitCode;
        });
        return command;
    }
}
