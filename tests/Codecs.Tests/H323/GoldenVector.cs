using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text.Json;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;

namespace Gateway.Codecs.Tests.H323;

/// <summary>
/// An entry of fixtures/h225/golden.json. Its fields are in JSON: a CHOICE is an object with one key, NULL is null, an OCTET STRING
/// "0x…", an OBJECT IDENTIFIER a dotted string; keys are the ASN.1 identifiers.
/// </summary>
internal sealed record GoldenVector(string Name, string Type, JsonElement Fields, byte[] Octets, byte[]? UserInformation)
{
    public static IEnumerable<GoldenVector> Read(string type)
    {
        using var json = JsonDocument.Parse(Fixture.Text("h225/golden.json"));
        foreach (JsonElement entry in json.RootElement.Clone().EnumerateArray())
        {
            if (entry.GetProperty("asn1Type").GetString() != type) continue;
            yield return new GoldenVector(
                entry.GetProperty("name").GetString()!,
                type,
                entry.GetProperty("fields"),
                Convert.FromHexString(entry.GetProperty("hex").GetString()!),
                entry.TryGetProperty("uuieHex", out JsonElement uuie) ? Convert.FromHexString(uuie.GetString()!) : null);
        }
    }

    /// <summary>The octets of one vector.</summary>
    public static byte[] Hex(string type, string name) => Read(type).Single(vector => vector.Name == name).Octets;

    /// <summary>Null when the record holds these fields and no others, otherwise where it does not.</summary>
    public static string? Difference<T>(T value, JsonElement fields) where T : notnull => Difference(value, typeof(T), fields, "");

    private static string? Difference(object value, Type declared, JsonElement wanted, string path)
    {
        switch (wanted.ValueKind)
        {
            case JsonValueKind.Object when declared.IsAbstract:
                JsonProperty alternative = wanted.EnumerateObject().Single();
                PropertyInfo[] parts = [.. ValueNotation.Components(value.GetType())];
                if (ValueNotation.Alternative(value.GetType()) is var name && !Same(name, alternative.Name)) return $"{path}: {name}";
                if (parts is [{ Name: "Value" } part]) return Difference(part.GetValue(value)!, part.PropertyType, alternative.Value, $"{path}.{name}");
                return parts.Length == 0 ? null : Difference(value, value.GetType(), alternative.Value, $"{path}.{name}");
            case JsonValueKind.Object when value is Enum:
                return Same(value.ToString()!, wanted.EnumerateObject().Single().Name) ? null : $"{path}: {value}";
            case JsonValueKind.Object:
                var present = ValueNotation.Components(value.GetType()).Where(component => component.GetValue(value) is not null).ToList();
                if (present.Count != wanted.EnumerateObject().Count()) return $"{path}: {string.Join(' ', present.Select(component => component.Name))}";
                foreach (JsonProperty field in wanted.EnumerateObject())
                {
                    if (present.SingleOrDefault(component => Same(component.Name, field.Name)) is not { } component) return $"{path}: no {field.Name}";
                    if (Difference(component.GetValue(value)!, component.PropertyType, field.Value, $"{path}.{field.Name}") is { } difference) return difference;
                }
                return null;
            case JsonValueKind.Array:
                var items = ((System.Collections.IEnumerable)value).Cast<object>().ToList();
                if (items.Count != wanted.GetArrayLength()) return $"{path}: {items.Count} items";
                return items.Zip(wanted.EnumerateArray(), (item, field) => Difference(item, declared.GetGenericArguments()[0], field, path + "[]"))
                    .FirstOrDefault(difference => difference is not null);
            case JsonValueKind.Null:
                return value is Null ? null : $"{path}: {value}";
            default:
                return Same(Leaf(value), wanted.ToString()) ? null : $"{path}: {Leaf(value)}";
        }
    }

    private static string Leaf(object value) => value switch
    {
        byte[] octets => "0x" + Convert.ToHexString(octets),
        CompleteEncoding encoding => "0x" + Convert.ToHexString(encoding.Octets.Span),
        GloballyUniqueId identifier => "0x" + identifier,
        IPAddress address => "0x" + Convert.ToHexString(address.GetAddressBytes()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static bool Same(string ours, string theirs) =>
        string.Equals(ours, theirs.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
}
