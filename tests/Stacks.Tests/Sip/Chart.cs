using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Gateway.Codecs.Sip.Messages;
using Gateway.Sip;
using Gateway.Sip.Refer;

namespace Stacks.Tests.Sip;

/// <summary>
/// Offers every sample input to every sample state of a machine and writes down what comes of it. Reflection sees to it that no
/// state and no input lacks a sample, so silent pairs cannot exist.
/// </summary>
internal static class Chart
{
    public static void AssertApproved(
        Type machine, IReadOnlyList<object> states, IReadOnlyList<object> inputs, [CallerFilePath] string here = "")
    {
        AssertSampled(machine.GetNestedType("State")!, states);
        AssertSampled(machine.GetNestedType("Input")!, inputs);
        var chart = Draw(machine.GetMethod("Handle")!, states, inputs);
        var path = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "fixtures", "charts", $"Sip.{machine.Name}.txt");
        if (Environment.GetEnvironmentVariable("APPROVE_CHARTS") == "1")
        {
            File.WriteAllText(path, chart);
        }

        Assert.True(File.Exists(path), $"{path} is not approved yet");
        Assert.Equal(File.ReadAllText(path), chart);
    }

    private static string Draw(MethodInfo handle, IReadOnlyList<object> states, IReadOnlyList<object> inputs)
    {
        var chart = new StringBuilder();
        foreach (var state in states)
        {
            chart.Append(Name(state)).Append('\n');
            foreach (var input in inputs)
            {
                var transition = handle.Invoke(null, [state, input])!;
                var next = transition.GetType().GetProperty("Next")!.GetValue(transition)!;
                var outputs = ((IEnumerable)transition.GetType().GetProperty("Outputs")!.GetValue(transition)!).Cast<object>().Select(Name);
                var arrow = next.Equals(state) ? "stays" : $"-> {Name(next)}";
                chart.Append("  ").Append(Name(input).PadRight(34)).Append(' ').Append(string.Join("; ", outputs.Prepend(arrow))).Append('\n');
            }

            chart.Append('\n');
        }

        return chart.ToString();
    }

    private static void AssertSampled(Type set, IReadOnlyList<object> samples) =>
        Assert.DoesNotContain(set.GetNestedTypes(), type => type.IsSubclassOf(set) && samples.All(sample => sample.GetType() != type));

    private static string Name(object value)
    {
        var parts = value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.DeclaringType == value.GetType())
            .Select(property => Part(property.GetValue(value))).Where(part => part.Length > 0).ToList();
        return parts.Count == 0 ? value.GetType().Name : $"{value.GetType().Name}({string.Join(", ", parts)})";
    }

    private static string Part(object? value) => value switch
    {
        null => "none",
        SipRequest request => request.Method.Name,
        SipResponse response => $"{response.Status}",
        SipContent => "content",
        ReferReport report => $"{report.Status}",
        string or Enum or int or bool => $"{value}",
        IEnumerable => "",
        _ => Name(value),
    };
}
