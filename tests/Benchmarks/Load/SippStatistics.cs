using System.Globalization;

namespace Gateway.Benchmarks.Load;

/// <summary>One line of what SIPp writes with <c>-trace_stat</c>: counts since its start.</summary>
internal readonly record struct SippStatistics(double RatePerSecond, int Created, int Current, int Successful, int Failed, int Retransmissions)
{
    public static SippStatistics Read(string file)
    {
        var lines = File.Exists(file) ? File.ReadAllLines(file) : [];
        if (lines.Length < 2)
            return default;
        var names = lines[0].Split(';');
        // A line that is being written at this moment is not whole yet.
        var values = lines.Skip(1).Select(line => line.Split(';')).LastOrDefault(line => line.Length >= names.Length) ?? [];
        if (values.Length == 0)
            return default;
        double Value(string name) => double.Parse(values[Array.IndexOf(names, name)], CultureInfo.InvariantCulture);
        return new(Value("CallRate(C)"), (int)Value("TotalCallCreated"), (int)Value("CurrentCall"), (int)Value("SuccessfulCall(C)"), (int)Value("FailedCall(C)"), (int)Value("Retransmissions(C)"));
    }
}
