namespace Gateway.Host.Commands;

/// <summary>What the process says when it ends.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The thing asked about is bad.</summary>
    public const int Bad = 1;

    /// <summary>Wrong usage, or input that cannot be read.</summary>
    public const int Usage = 2;
}
