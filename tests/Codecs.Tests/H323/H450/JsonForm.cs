using System.Collections;
using System.Net;
using System.Reflection;
using System.Text.Json;
using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.Tests.H323.H450;

/// <summary>Compares a record with the JSON form of fixtures/h450/golden.json; null when they agree, else the path where they do not.</summary>
internal static class JsonForm
{
    public static string? Difference(object? value, JsonElement json, string path = "") => (value, json.ValueKind) switch
    {
        (null, _) => path + ": missing",
        (_, JsonValueKind.String) when json.GetString() is ['0', 'x', .. var hex] => Same(Convert.ToHexString(value switch
        {
            byte[] octets => octets,
            CompleteEncoding encoding => encoding.Octets.ToArray(),
            IPAddress address => address.GetAddressBytes(),
            _ => [],
        }), hex, path),
        (_, JsonValueKind.String) => Same(value.ToString()!, json.GetString()!, path),
        (_, JsonValueKind.Number) => Same(Convert.ToInt64(value, null).ToString(), json.GetRawText(), path),
        (bool truth, JsonValueKind.True or JsonValueKind.False) => truth == json.GetBoolean() ? null : $"{path}: {truth}",
        (IList list, JsonValueKind.Array) => list.Count != json.GetArrayLength()
            ? $"{path}: {list.Count} elements"
            : list.Cast<object>().Zip(json.EnumerateArray(), (element, wanted) => (element, wanted))
                .Select((pair, i) => Difference(pair.element, pair.wanted, $"{path}[{i}]")).FirstOrDefault(d => d is not null),
        (Enum alternative, JsonValueKind.Object) => Same(alternative.ToString(), Plain(json.EnumerateObject().Single().Name), path),
        (_, JsonValueKind.Object) => Record(value, json, path),
        _ => $"{path}: {value} for {json}",
    };

    private static string? Record(object value, JsonElement json, string path)
    {
        var type = value.GetType();
        if (type.BaseType is { IsAbstract: true })
        {
            var wanted = json.EnumerateObject().Single();
            if (Same(type.Name, Plain(wanted.Name), path) is { } other)
                return other;
            if (wanted.Value.ValueKind == JsonValueKind.Null)
                return null;
            path += "/" + wanted.Name;
            json = wanted.Value;
            if (type.GetProperty("Value") is { } inner)
                return Difference(inner.GetValue(value), json, path);
        }
        var components = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite && p.Name != "Extensions" && p.GetValue(value) is not null)
            .ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var wanted in json.EnumerateObject())
        {
            if (!components.Remove(Plain(wanted.Name), out var component))
                return $"{path}/{wanted.Name}: missing";
            if (Difference(component.GetValue(value), wanted.Value, $"{path}/{wanted.Name}") is { } difference)
                return difference;
        }
        // A component with DEFAULT has its default value when it was not sent.
        return components.Values.FirstOrDefault(p => p.GetValue(value) is not (Enum or false)) is { } extra ? $"{path}/{extra.Name}: not wanted" : null;
    }

    private static string? Same(string actual, string wanted, string path) =>
        string.Equals(actual, wanted, StringComparison.OrdinalIgnoreCase) ? null : $"{path}: {actual} for {wanted}";

    private static string Plain(string identifier) => identifier.Replace("-", "", StringComparison.Ordinal);
}
