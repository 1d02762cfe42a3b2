using System.Globalization;
using System.Text.Json.Nodes;
using Gateway.Engine.Legs;

namespace Gateway.Host.Replay;

/// <summary>One line of a replay: a message of the capture, or a decision.</summary>
/// <param name="Frame">Number in the capture; of a decision, the frame that led to it.</param>
/// <param name="Message">Null for a decision.</param>
/// <param name="Label">The message with what it carries, for a drawing; null for a decision.</param>
public sealed record ReplayEvent(
    int Frame,
    DateTimeOffset Time,
    string? Protocol,
    string? Message,
    string? Label,
    string? From,
    string? To,
    string? CallId,
    string? TransferId,
    string? Leg,
    IReadOnlyList<Apdu> Apdus,
    IReadOnlyList<ReplayFault> Faults,
    Decision? Decision)
{
    public JsonObject ToJson()
    {
        var line = new JsonObject
        {
            ["frame"] = Frame,
            ["time"] = Time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["protocol"] = Protocol,
            ["message"] = Message,
            ["from"] = From,
            ["to"] = To,
            ["call_id"] = CallId,
            ["transfer_id"] = TransferId,
            ["leg"] = Leg,
            ["apdus"] = new JsonArray([.. Apdus.Select(ToJson)]),
            ["fault"] = Faults.Count == 0 ? null : string.Join("; ", Faults),
        };
        if (Faults.Count > 0)
            line["faults"] = new JsonArray([.. Faults.Select(fault => new JsonObject { ["reason"] = fault.Reason, ["bitOffset"] = fault.BitOffset, ["clause"] = fault.Clause, ["text"] = fault.Text })]);
        line["decision"] = Decision?.ToJson();
        return line;
    }

    private static JsonObject ToJson(Apdu apdu)
    {
        var shown = new JsonObject { ["kind"] = apdu.Kind, ["operation"] = apdu.Operation, ["invokeId"] = apdu.InvokeId };
        if (apdu.Error is { } error)
            shown["error"] = error.Name;
        return shown;
    }
}

/// <summary>What the engine decided, or what became of it.</summary>
/// <param name="Event">Stable name, as in logs.</param>
/// <param name="Rule">The rule that decided, or null.</param>
/// <param name="Cause">With what the far side said in its own words.</param>
/// <param name="Outcome">At the end of a transfer.</param>
/// <param name="Methods">Those tried, at the end of a transfer.</param>
public sealed record Decision(string Event, string? Rule, string Text, Cause? Cause = null, string? Outcome = null, IReadOnlyList<string>? Methods = null)
{
    public JsonObject ToJson()
    {
        var shown = new JsonObject { ["event"] = Event, ["rule"] = Rule, ["text"] = Text, ["cause"] = Cause?.Value };
        if (Cause?.Original is { } original)
            shown["original"] = original.ToString();
        if (Outcome is not null)
            shown["outcome"] = Outcome;
        if (Methods is not null)
            shown["methods"] = new JsonArray([.. Methods.Select(method => (JsonNode)method)]);
        return shown;
    }
}
