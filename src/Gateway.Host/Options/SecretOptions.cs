namespace Gateway.Host.Options;

/// <summary>A secret, which never stands in the configuration itself: <c>env:NAME</c> or <c>file:PATH</c> tells where it does.</summary>
public sealed record SecretOptions
{
    private const string Environment = "env:";
    private const string File = "file:";

    public string Secret { get; init; } = "";

    /// <summary>The secret; null and the reason when it is not to be had. The first line of a file counts.</summary>
    public string? Read(out string? problem)
    {
        problem = null;
        if (Secret.StartsWith(Environment, StringComparison.Ordinal))
        {
            var name = Secret[Environment.Length..];
            if (System.Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
            {
                return value;
            }

            problem = $"the environment variable \"{name}\" is not set";
        }
        else if (Secret.StartsWith(File, StringComparison.Ordinal))
        {
            var path = Secret[File.Length..];
            try
            {
                using var reader = new StreamReader(path);
                if (reader.ReadLine() is { Length: > 0 } line)
                {
                    return line;
                }

                problem = $"the file \"{path}\" is empty";
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
            {
                problem = $"the file \"{path}\" cannot be read: {e.Message}";
            }
        }
        else
        {
            problem = "is \"env:NAME\" or \"file:PATH\", never the secret itself";
        }

        return null;
    }

    /// <summary>Where it is kept, for logs; never the secret.</summary>
    public override string ToString() => Secret.StartsWith(Environment, StringComparison.Ordinal) || Secret.StartsWith(File, StringComparison.Ordinal) ? Secret : "(secret)";
}
