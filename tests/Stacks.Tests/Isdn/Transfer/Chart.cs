using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Gateway.Isdn.Transfer;

namespace Stacks.Tests.Isdn.Transfer;

/// <summary>
/// Offers every sample input to every sample state of a machine and writes down what comes of it. Reflection sees to it that no state and no
/// input lacks a sample, so that silent pairs cannot exist.
/// </summary>
internal static class Chart
{
    /// <summary>Compares with the approved chart; with APPROVE_CHARTS=1 in the environment it writes the chart instead, for review.</summary>
    public static void AssertApproved(Type machine, object[] states, object[] inputs, [CallerFilePath] string here = "")
    {
        string chart = Of(machine, states, inputs);
        string path = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "..", "fixtures", "charts", $"Isdn.{machine.Name}.txt");
        if (Environment.GetEnvironmentVariable("APPROVE_CHARTS") == "1")
            File.WriteAllText(path, chart);
        Assert.True(File.Exists(path), $"{path} is not approved yet");
        Assert.Equal(File.ReadAllText(path), chart);
    }

    private static string Of(Type machine, object[] states, object[] inputs)
    {
        AssertSampled(machine.GetNestedType("State")!, states);
        AssertSampled(machine.GetNestedType("Input")!, inputs);
        MethodInfo handle = machine.GetMethod("Handle")!;
        var chart = new StringBuilder();
        foreach (object state in states)
        {
            chart.Append(Name(state)).Append('\n');
            foreach (object input in inputs)
                chart.Append("  ").Append(Name(input).PadRight(44)).Append(' ').Append(Row(handle, state, input)).Append('\n');
            chart.Append('\n');
        }

        return chart.ToString();
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

        object next = transition.GetType().GetProperty("Next")!.GetValue(transition)!;
        var outputs = ((System.Collections.IEnumerable)transition.GetType().GetProperty("Outputs")!.GetValue(transition)!)
            .Cast<object>().Select(Name).ToList();
        bool stays = next.Equals(state);
        if (stays && outputs.Count == 0)
            return "-";
        return (stays ? "stays" : "-> " + Name(next)) + (outputs.Count == 0 ? "" : ": " + string.Join(", ", outputs));
    }

    private static void AssertSampled(Type set, object[] samples) => Assert.Empty(
        set.DeclaringType!.GetNestedType(set.Name)!.GetNestedTypes()
            .Where(type => type.IsSubclassOf(set) && samples.All(sample => sample.GetType() != type))
            .Select(type => type.Name));

    private static string Name(object value)
    {
        Type type = value.GetType();
        var parts = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => Part(property.GetValue(value))).ToList();
        return parts.Count == 0 ? type.Name : $"{type.Name}({string.Join(", ", parts)})";
    }

    private static string Part(object? value) => value switch
    {
        null => "null",
        string or Enum or int or byte or bool => value.ToString()!,
        Gateway.Codecs.Isdn.Facility.Code or Gateway.Codecs.Isdn.Facility.Problem => value.ToString()!,
        _ => Name(value),
    };
}
