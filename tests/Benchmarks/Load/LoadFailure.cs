namespace Gateway.Benchmarks.Load;

/// <summary>The measurement cannot go on, and why.</summary>
internal sealed class LoadFailure(string why) : Exception(why);
