using System.Collections;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Lapd;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Isdn;
using Gateway.Isdn.CallControl;
using Gateway.Isdn.Lapd;

namespace Stacks.Tests.Isdn;

/// <summary>
/// Offers every sample input to every sample state of a machine and writes down what comes of it, inputs with the same fate on one
/// line. Reflection sees to it that no state and no input lacks a sample, so silent pairs cannot exist.
/// </summary>
internal static class Chart
{
    /// <param name="machine">Has one method Handle(state, input) that gives Next and Outputs.</param>
    /// <param name="nameOf">Names a state; null takes the type and its fields.</param>
    /// <param name="file">Below fixtures/charts. APPROVE_CHARTS=1 in the environment writes it, for review.</param>
    public static void AssertApproved(
        object machine, string file, IReadOnlyList<object> states, IReadOnlyList<object> inputs, Func<object, string>? nameOf = null, [CallerFilePath] string here = "")
    {
        AssertSampled(states);
        AssertSampled(inputs);
        var chart = Draw(machine, states, inputs, nameOf ?? Name);
        var path = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "fixtures", "charts", file);
        if (Environment.GetEnvironmentVariable("APPROVE_CHARTS") == "1")
            File.WriteAllText(path, chart);
        Assert.True(File.Exists(path), $"{file} is not approved yet");
        Assert.Equal(File.ReadAllText(path), chart);
    }

    private static string Draw(object machine, IReadOnlyList<object> states, IReadOnlyList<object> inputs, Func<object, string> nameOf)
    {
        var handle = machine.GetType().GetMethod("Handle")!;
        var chart = new StringBuilder();
        foreach (var state in states)
        {
            chart.Append(nameOf(state)).Append('\n');
            foreach (var fate in inputs.GroupBy(input => Fate(machine, handle, state, input, nameOf)))
                chart.Append("  ").AppendJoin(", ", fate.Select(Name)).Append('\n').Append("      ").Append(fate.Key).Append('\n');
            chart.Append('\n');
        }

        return chart.ToString();
    }

    private static string Fate(object machine, MethodInfo handle, object state, object input, Func<object, string> nameOf)
    {
        object transition;
        try
        {
            transition = handle.Invoke(machine, [state, input])!;
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is UnreachableException)
        {
            return "cannot come: that timer does not run here";
        }

        var next = transition.GetType().GetProperty("Next")!.GetValue(transition)!;
        var outputs = ((IEnumerable)transition.GetType().GetProperty("Outputs")!.GetValue(transition)!).Cast<object>().Select(Name);
        return string.Join("; ", outputs.Prepend(next.Equals(state) ? "stays" : $"-> {nameOf(next)}"));
    }

    private static void AssertSampled(IReadOnlyList<object> samples)
    {
        var set = samples[0].GetType().BaseType!;
        Assert.DoesNotContain(set.GetNestedTypes(), type => type.IsSubclassOf(set) && samples.All(sample => sample.GetType() != type));
    }

    internal static string Name(object value)
    {
        if (value is Call.Output.Refuse)
            return nameof(Call.Output.Refuse);
        var parts = value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.DeclaringType == value.GetType())
            .Select(property => Part(property.GetValue(value))).Where(part => part.Length > 0).ToList();
        return parts.Count == 0 ? value.GetType().Name : $"{value.GetType().Name}({string.Join(", ", parts)})";
    }

    private static string Part(object? value) => value switch
    {
        null or false => "",
        true => "yes",
        Q931Message message => message.Type.ToString() + Said(message.Elements),
        DataLinkWindow window => $"V(A)={window.Acknowledged} V(S)={window.SendState} V(R)={window.Received} of {window.Outbox.Length}"
            + (window.PeerBusy ? " busy" : "") + (window.Rejecting ? " rejecting" : "") + (window.AcknowledgePending ? " pending" : "") + (window.T200Running ? " T200" : ""),
        LapdFrame.Information frame => $"I N(S)={frame.SendSequence} N(R)={frame.ReceiveSequence}{(frame.Poll ? " P" : "")}",
        LapdFrame.Supervisory frame => $"{frame.Function} N(R)={frame.ReceiveSequence}{(frame.PollFinal ? " P/F" : "")}",
        LapdFrame.Unnumbered frame => $"{frame.Function}{(frame.PollFinal ? " P/F" : "")}",
        Cause cause => $"cause {cause.Value}",
        ChannelIdentification channel => $"channel {channel.Channel}",
        string or char or Enum or int or byte => $"{value}",
        IEnumerable<Element> elements => Said(elements).TrimStart(),
        IEnumerable => "",
        _ => Name(value),
    };

    private static string Said(IEnumerable<Element> elements) => string.Concat(elements.Select(element => element switch
    {
        Cause cause => $" cause {cause.Value}",
        CallState state => $" state {state.Value}",
        ChannelIdentification channel => $" channel {channel.Channel}",
        ProgressIndicator progress => $" progress {(int)progress.Description}",
        _ => "",
    }));
}
