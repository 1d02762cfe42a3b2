using System.Collections;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Shared;

/// <summary>
/// Offers every sample input to every sample state of a machine and writes down what comes of it, inputs with the same fate on one
/// line. Reflection sees to it that no state and no input lacks a sample, so that silent pairs cannot exist.
/// </summary>
internal static class Chart
{
    private const int FateColumn = 48;

    private const int Width = 140;

    /// <summary>Compares with <c>fixtures/charts</c>.</summary>
    /// <param name="name">The room and the machine: <c>Sip.InviteUsage</c>.</param>
    /// <param name="machine">What has Handle(state, input), or the type whose states have Handle(input); both give Next and Outputs.</param>
    /// <param name="say">How the protocol calls a value; null leaves it to the value itself: its type and what it holds, absent things left out.</param>
    /// <param name="number">What the standard puts before a state's name.</param>
    public static void AssertApproved(
        string name, object machine, IReadOnlyList<object> states, IReadOnlyList<object> inputs,
        Func<object, string?>? say = null, Func<object, string>? number = null)
    {
        var type = machine as Type ?? machine.GetType();
        var handle = type.GetMethod("Handle")!.GetBaseDefinition();
        var parameters = handle.GetParameters();
        AssertSampled(parameters.Length == 1 ? type : parameters[0].ParameterType, states);
        AssertSampled(parameters[^1].ParameterType, inputs);

        var words = new Words(say ?? (_ => null), number ?? (_ => ""));
        var chart = new StringBuilder();
        foreach (var state in states)
        {
            chart.Append(words.State(state)).Append('\n');
            foreach (var fate in inputs.GroupBy(input => Fate(handle, machine, state, input, words)))
            {
                var offered = Lines(fate.Select(words.Value));
                chart.Append(offered.Length < FateColumn ? offered.PadRight(FateColumn) : offered + "\n" + new string(' ', FateColumn)).Append(fate.Key).Append('\n');
            }

            chart.Append('\n');
        }

        Approved.AssertChart(name, chart.ToString());
    }

    private static string Fate(MethodInfo handle, object machine, object state, object input, Words words)
    {
        object transition;
        try
        {
            transition = handle.GetParameters().Length == 1 ? handle.Invoke(state, [input])! : handle.Invoke(machine, [state, input])!;
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is UnreachableException)
        {
            return "cannot come";
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException!.GetType().Name == "CommandInWrongStateException")
        {
            return "command in the wrong state";
        }

        var next = transition.GetType().GetProperty("Next")!.GetValue(transition)!;
        var outputs = ((IEnumerable)transition.GetType().GetProperty("Outputs")!.GetValue(transition)!).Cast<object>().Select(words.Value).ToArray();
        return (next.Equals(state) ? "stays" : "-> " + words.State(next)) + (outputs.Length == 0 ? "" : ": " + string.Join(", ", outputs));
    }

    private static string Lines(IEnumerable<string> names)
    {
        var lines = new StringBuilder();
        var column = Width;
        foreach (var name in names)
        {
            var fresh = column + name.Length > Width;
            lines.Append(lines.Length == 0 ? "  " : fresh ? ",\n  " : ", ").Append(name);
            column = (fresh ? 2 : column + 2) + name.Length;
        }

        return lines.ToString();
    }

    private static void AssertSampled(Type set, IReadOnlyList<object> samples) => Assert.Empty(
        set.GetNestedTypes().Where(type => type.IsSubclassOf(set)).Except(samples.Select(sample => sample.GetType())).Select(type => type.Name));

    private sealed record Words(Func<object, string?> Say, Func<object, string> Number)
    {
        public string State(object state) => Number(state) + Value(state);

        public string Value(object value)
        {
            if (Say(value) is { } said)
                return said;
            var type = value.GetType();
            if (value is string or Enum || type.IsPrimitive || SaysItself(type))
                return value.ToString()!;
            var parts = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(property => Part(property.Name, property.GetValue(value))).Where(part => part.Length > 0).ToArray();
            return parts.Length == 0 ? type.Name : $"{type.Name}({string.Join(", ", parts)})";
        }

        private string Part(string name, object? value) => value switch
        {
            null or false => "",
            true => name,
            TimeSpan duration => $"{duration.TotalSeconds:0} s",
            IEnumerable and not string when Say(value) is null && !SaysItself(value.GetType()) => "",
            _ => Value(value),
        };

        // A record's ToString is the compiler's unless somebody wrote one.
        private static bool SaysItself(Type type) => type.GetMethod(nameof(ToString), Type.EmptyTypes) is { } method
            && method.DeclaringType == type && method.GetCustomAttribute<CompilerGeneratedAttribute>() is null;
    }
}
