using System.Collections;
using System.Reflection;
using System.Text;

namespace Engine.Tests.Transfers;

/// <summary>
/// Offers every sample input to every sample state of a machine and writes down what comes of it. Reflection sees to it that no state
/// and no input lacks a sample, so that no pair is silent.
/// </summary>
internal static class Chart
{
    private const string Unexpected = "unexpected";

    public static string Of<TState, TInput>(
        IReadOnlyList<TState> states, IReadOnlyList<TInput> inputs, Func<TState, TInput, (object Next, IEnumerable Outputs)> handle, params Type[] machines)
        where TState : notnull
        where TInput : notnull
    {
        AssertSampled(machines, states.Select(state => state.GetType()));
        AssertSampled([typeof(TInput)], inputs.Select(input => input.GetType()));
        var chart = new StringBuilder();
        foreach (var state in states)
        {
            chart.Append(Name(state)).Append('\n');
            var rows = inputs.Select(input => (Input: Name(input), Row: Row(state, handle(state, input)))).ToArray();
            foreach (var (input, row) in rows.Where(row => row.Row != Unexpected))
                chart.Append("  ").Append(input.PadRight(44)).Append(' ').Append(row).Append('\n');
            var unexpected = rows.Where(row => row.Row == Unexpected).Select(row => row.Input).ToArray();
            if (unexpected.Length > 0)
                chart.Append("  unexpected: ").AppendJoin(", ", unexpected).Append('\n');
            chart.Append('\n');
        }

        return chart.ToString();
    }

    /// <summary>Compares with the approved chart; with APPROVE_CHARTS=1 in the environment it writes the chart instead, for review.</summary>
    public static void AssertApproved(string file, string chart)
    {
        var path = Repository.Under("fixtures", "charts", file);
        if (Environment.GetEnvironmentVariable("APPROVE_CHARTS") == "1")
            File.WriteAllText(path, chart);
        Assert.True(File.Exists(path), $"{file} is not approved yet");
        Assert.Equal(File.ReadAllText(path), chart);
    }

    private static string Row(object state, (object Next, IEnumerable Outputs) transition)
    {
        var outputs = transition.Outputs.Cast<object>().ToArray();
        if (outputs is [var only] && only.GetType().Name == "Unexpected")
            return Unexpected;
        var stays = transition.Next.Equals(state);
        if (stays && outputs.Length == 0)
            return "-";
        return (stays ? "stays" : "-> " + Name(transition.Next)) + (outputs.Length == 0 ? "" : ": " + string.Join(", ", outputs.Select(Name)));
    }

    private static void AssertSampled(Type[] sets, IEnumerable<Type> sampled)
    {
        var missing = sets.SelectMany(set => set.GetNestedTypes().Where(type => type.IsSubclassOf(set))).Except(sampled);
        Assert.Empty(missing.Select(type => type.Name));
    }

    private static string Name(object value)
    {
        var type = value.GetType();
        var parts = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.GetValue(value) switch
        {
            null => "null",
            Gateway.Engine.Legs.ReroutingTarget target => target.Party.Number,
            var part => part.ToString()!,
        }).ToArray();
        return parts.Length == 0 ? type.Name : $"{type.Name}({string.Join(", ", parts)})";
    }
}
