using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Gateway.H323;

namespace Stacks.Tests.H323;

/// <summary>
/// Offers every sample input to every sample state of a machine and writes down what comes of it. Reflection sees to it that no
/// state and no input lacks a sample, so that silent pairs cannot exist.
/// </summary>
internal static class Chart
{
    public static string Of(Type machine, IReadOnlyList<object> states, IReadOnlyList<object> inputs)
    {
        AssertSampled(machine.GetNestedType("State")!, states);
        AssertSampled(machine.GetNestedType("Input")!, inputs);
        var handle = machine.GetMethod("Handle")!;
        var chart = new StringBuilder();
        foreach (var state in states)
        {
            chart.Append(Name(state)).Append('\n');
            foreach (var input in inputs)
                chart.Append("  ").Append(Name(input).PadRight(44)).Append(' ').Append(Row(handle, state, input)).Append('\n');
            chart.Append('\n');
        }
        return chart.ToString();
    }

    /// <summary>Compares with the approved chart; with APPROVE_CHARTS=1 in the environment it writes the chart instead, for review.</summary>
    public static void AssertApproved(string file, string chart, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "fixtures", "charts", file);
        if (Environment.GetEnvironmentVariable("APPROVE_CHARTS") == "1")
            File.WriteAllText(path, chart);
        Assert.True(File.Exists(path), $"{file} is not approved yet");
        Assert.Equal(File.ReadAllText(path), chart);
    }

    private static string Row(MethodInfo handle, object state, object input)
    {
        object transition;
        try
        {
            transition = handle.Invoke(null, [state, input])!;
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is CommandInWrongStateException)
        {
            return "assertion";
        }
        var next = transition.GetType().GetProperty("Next")!.GetValue(transition)!;
        var outputs = ((System.Collections.IEnumerable)transition.GetType().GetProperty("Outputs")!.GetValue(transition)!).Cast<object>().Select(Name).ToList();
        var stays = next.Equals(state);
        if (stays && outputs.Count == 0)
            return "-";
        return (stays ? "stays" : "-> " + Name(next)) + (outputs.Count == 0 ? "" : ": " + string.Join(", ", outputs));
    }

    private static void AssertSampled(Type set, IReadOnlyList<object> samples)
    {
        var missing = set.DeclaringType!.GetNestedType(set.Name)!.GetNestedTypes().Where(type => type.IsSubclassOf(set))
            .Where(type => samples.All(sample => sample.GetType() != type));
        Assert.Empty(missing.Select(type => type.Name));
    }

    private static string Name(object value)
    {
        var type = value.GetType();
        var parts = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => Part(property.GetValue(value))).ToList();
        return parts.Count == 0 ? type.Name : $"{type.Name}({string.Join(", ", parts)})";
    }

    private static string Part(object? value) => value switch
    {
        null => "null",
        TimeSpan duration => $"{duration.TotalSeconds:0} s",
        string or Enum or int or long or bool => value.ToString()!,
        _ => Name(value),
    };
}
