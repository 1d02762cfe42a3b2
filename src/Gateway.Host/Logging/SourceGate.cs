using System.Net;

namespace Gateway.Host.Logging;

/// <summary>
/// Lets log lines about one source through at a bounded rate, so that whoever sends garbage cannot bury the log: ten at once, then one a
/// second. Sources remembered are bounded, too.
/// </summary>
public sealed class SourceGate(TimeProvider clock, int remembered = 4096)
{
    private const double Burst = 10;
    private const double PerSecond = 1;

    private readonly Dictionary<IPAddress, (double Left, long At, int Withheld)> sources = [];

    /// <summary>True when a line may be written now; then <paramref name="withheld"/> says how many before it were not.</summary>
    public bool Admits(IPAddress source, out int withheld)
    {
        ArgumentNullException.ThrowIfNull(source);
        var now = clock.GetTimestamp();
        lock (sources)
        {
            if (!sources.TryGetValue(source, out var known))
            {
                if (sources.Count >= remembered)
                {
                    // Whoever has a thousand addresses gets more lines; memory is what counts.
                    sources.Clear();
                }

                known = (Burst, now, 0);
            }

            var left = Math.Min(Burst, known.Left + (clock.GetElapsedTime(known.At, now).TotalSeconds * PerSecond));
            var admitted = left >= 1;
            withheld = admitted ? known.Withheld : 0;
            sources[source] = admitted ? (left - 1, now, 0) : (left, now, known.Withheld + 1);
            return admitted;
        }
    }
}
