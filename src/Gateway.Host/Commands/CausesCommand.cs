using System.CommandLine;
using System.Text.Json;
using Gateway.Exchange;

namespace Gateway.Host.Commands;

/// <summary><c>gateway causes</c>: the tables as they work in this configuration.</summary>
internal static class CausesCommand
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create()
    {
        var config = ConfigurationFile.Option();
        var json = new Option<bool>("--json") { Description = "For machines" };
        var command = new Command("causes", "Shows the effective SIP and Q.850 tables") { config, json };
        command.SetAction(parsed =>
        {
            if (ConfigurationFile.Load(parsed.GetValue(config)!, Console.Error, out var exitCode) is not { } configuration)
            {
                return exitCode;
            }

            Show(configuration.CauseMaps.Profile, parsed.GetValue(json));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Show(CauseProfile profile, bool json)
    {
        var causes = new Causes(profile);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(
                new
                {
                    profile = profile.ToString(),
                    q850ToSip = causes.Q850ToSip().Select(row => new { row.Cause, row.Name, row.Sip }),
                    sipToQ850 = causes.SipToQ850().Select(row => new { row.Status, row.Phrase, row.Cause }),
                },
                Indented));
            return;
        }

        Console.WriteLine($"Profile {profile}\n\nQ.850 -> SIP");
        foreach (var (cause, name, sip) in causes.Q850ToSip())
        {
            Console.WriteLine($"  {cause,3} {name,-52} {sip} {Causes.Phrase(sip)}");
        }

        Console.WriteLine("\nSIP -> Q.850");
        foreach (var (status, phrase, cause) in causes.SipToQ850())
        {
            Console.WriteLine($"  {status} {phrase,-40} {cause,3} {Causes.Name(cause)}");
        }
    }
}
