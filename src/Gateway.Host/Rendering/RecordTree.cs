using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.Isdn.Facility;

namespace Gateway.Host.Rendering;

/// <summary>
/// Turns records into a tree of fields: properties that carry state, absent ones left out, octets as hexadecimal, a choice by its
/// alternative's name. What a standard leaves as octets because another one says what is in them is decoded in place.
/// </summary>
/// <param name="input">The octets that were decoded, to place the faults of what is nested.</param>
/// <param name="faults">Takes them.</param>
/// <param name="variant">Which operations a Facility element holds; null when nobody said.</param>
internal sealed partial class RecordTree(ReadOnlyMemory<byte> input, ICollection<FoundFault> faults, FacilityVariant? variant)
{
    private const int MaximumDepth = 100;

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    private int cursor;
    private int depth;

    /// <param name="value">What to show.</param>
    /// <param name="declared">The type that the place promises: when it is abstract, the alternative is named.</param>
    public JsonNode? Of(object? value, Type declared)
    {
        if (value is null)
            return null;
        if (Scalar(value) is { } scalar)
            return scalar;
        if (++depth > MaximumDepth)
            return JsonValue.Create("...");
        JsonNode shown = value is IEnumerable list ? List(list) : Known(value) ?? Fields(value);
        depth--;
        return declared.IsAbstract && value is not IEnumerable ? Alternative(value, shown) : shown;
    }

    private static JsonValue? Scalar(object value) => value switch
    {
        string text => JsonValue.Create(text),
        bool yes => JsonValue.Create(yes),
        byte or sbyte or short or ushort or int or uint or long => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        ulong number => JsonValue.Create(number),
        char c => JsonValue.Create(c.ToString()),
        Enum named => Enumeration(named),
        byte[] octets => JsonValue.Create(Hex(octets)),
        ReadOnlyMemory<byte> octets => JsonValue.Create(Hex(octets.Span)),
        Null => JsonValue.Create("null"),
        CompleteEncoding encoding => JsonValue.Create(Hex(encoding.Octets.Span)),
        BitString bits => JsonValue.Create(Bits(bits)),
        ObjectIdentifier or GloballyUniqueId or IPAddress or IPEndPoint => JsonValue.Create(value.ToString()),
        Codecs.Isdn.Facility.Code code => code.GlobalValue is { } global ? JsonValue.Create(global) : JsonValue.Create(code.LocalValue ?? 0),
        Codecs.Sip.Headers.HeaderValue header => JsonValue.Create(header.ToString()),
        _ => null,
    };

    private static JsonValue Enumeration(Enum named) => Enum.IsDefined(named.GetType(), named)
        ? JsonValue.Create(Names.Camel(named.ToString()))
        : JsonValue.Create(Convert.ToInt64(named, CultureInfo.InvariantCulture));

    private static string Bits(BitString bits) => string.Concat(Enumerable.Range(0, bits.Length).Select(i => bits[i] ? '1' : '0'));

    public static string Hex(ReadOnlySpan<byte> octets) => Convert.ToHexStringLower(octets);

    private JsonArray List(IEnumerable list)
    {
        var array = new JsonArray();
        var declared = list.GetType().GetInterfaces().FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
        foreach (var element in list)
            array.Add(Of(element, declared ?? typeof(object)));
        return array;
    }

    private JsonObject Fields(object value)
    {
        var shown = new JsonObject();
        foreach (var property in Properties.GetOrAdd(value.GetType(), StateOf))
        {
            var field = property.GetValue(value);
            if (field is null || (property.Name == "Codeset" && field is 0))
                continue;
            shown[Names.Camel(property.Name)] = Nested(property, field) ?? Of(field, property.PropertyType);
        }

        return shown;
    }

    /// <summary>Properties that can be set; those that are only computed say nothing new.</summary>
    private static PropertyInfo[] StateOf(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && property.GetIndexParameters().Length == 0)];

    private static JsonNode Alternative(object value, JsonNode shown)
    {
        var name = Names.Alternative(value.GetType());
        return shown switch
        {
            JsonObject { Count: 0 } => JsonValue.Create(name),
            JsonObject { Count: 1 } only when only.First() is { Key: "value" or "argument" } wrapped => new JsonObject { [name] = wrapped.Value?.DeepClone() },
            _ => new JsonObject { [name] = shown },
        };
    }

    /// <summary>Text for people: what a terminal would act upon becomes visible.</summary>
    public static string Printable(string text)
    {
        if (!text.Any(c => char.IsControl(c) || char.IsSurrogate(c)))
            return text;
        var clean = new StringBuilder();
        foreach (var c in text)
            clean.Append(char.IsControl(c) || char.IsSurrogate(c) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : c.ToString());
        return clean.ToString();
    }
}
