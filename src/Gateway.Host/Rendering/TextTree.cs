using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gateway.Host.Rendering;

/// <summary>Prints a tree of fields one field a line, what is inside a field further right.</summary>
internal static class TextTree
{
    public static void Write(TextWriter output, JsonNode? node, int indent = 0)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields)
                    Line(output, name, value, indent);
                break;
            case JsonArray elements:
                for (var i = 0; i < elements.Count; i++)
                    Line(output, string.Create(CultureInfo.InvariantCulture, $"[{i}]"), elements[i], indent);
                break;
            default:
                output.WriteLine($"{Space(indent)}{Text(node)}");
                break;
        }
    }

    private static void Line(TextWriter output, string name, JsonNode? value, int indent)
    {
        if (value is JsonObject { Count: > 0 } or JsonArray { Count: > 0 })
        {
            output.WriteLine($"{Space(indent)}{name}:");
            Write(output, value, indent + 1);
        }
        else
        {
            output.WriteLine($"{Space(indent)}{name}: {Text(value)}");
        }
    }

    private static string Space(int indent) => new(' ', indent * 2);

    private static string Text(JsonNode? value) => value switch
    {
        null => "-",
        JsonObject => "(nothing)",
        JsonArray => "(none)",
        _ when value.GetValueKind() == JsonValueKind.String => RecordTree.Printable(value.GetValue<string>()),
        _ => value.ToJsonString(),
    };
}
