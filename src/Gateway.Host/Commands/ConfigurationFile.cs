using System.CommandLine;
using Gateway.Host.Options;

namespace Gateway.Host.Commands;

/// <summary>The <c>--config</c> option and the reading of what it names, alike for every command.</summary>
internal static class ConfigurationFile
{
    public static Option<FileInfo> Option() => new("--config")
    {
        Description = "The configuration (default: gateway.json in this folder, else the one beside the program)",
        DefaultValueFactory = _ => new FileInfo(Default()),
    };

    /// <summary>Reads and checks; null, with every problem on standard error, when it cannot be used.</summary>
    public static GatewayConfiguration? Load(FileInfo file, TextWriter errors, out int exitCode)
    {
        string text;
        try
        {
            text = File.ReadAllText(file.FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"{file.FullName}: {e.Message}");
            exitCode = ExitCode.Usage;
            return null;
        }

        var problems = new List<ConfigurationProblem>();
        var configuration = ConfigurationReader.Read(text, problems);
        if (configuration is not null)
        {
            problems.AddRange(ConfigurationCheck.Problems(configuration));
        }

        foreach (var problem in problems)
        {
            errors.WriteLine($"{file.Name}: {problem}");
        }

        exitCode = problems.Count == 0 ? ExitCode.Done : ExitCode.Bad;
        return problems.Count == 0 ? configuration : null;
    }

    private static string Default()
    {
        const string name = "gateway.json";
        return File.Exists(name) ? Path.GetFullPath(name) : Path.Combine(AppContext.BaseDirectory, name);
    }
}
