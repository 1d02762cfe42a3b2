using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gateway.Host.Location;

namespace Gateway.Host.Options;

/// <summary>One thing wrong with a configuration: where (JSON path), what, and what to do about it.</summary>
public sealed record ConfigurationProblem(string Path, string Text)
{
    public override string ToString() => Path.Length == 0 ? Text : $"{Path}: {Text}";
}

/// <summary>
/// Reads <c>gateway.json</c> strictly: comments and trailing commas are welcome, an unknown key is an error that names the nearest
/// known one, and every problem is reported at once with its path.
/// </summary>
public static class ConfigurationReader
{
    private static readonly JsonDocumentOptions DocumentOptions = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = 32,
    };

    private static readonly JsonSerializerOptions SerializerOptions = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new EndPointConverter(), new PlaceConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.Strict,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>The configuration, or null and at least one problem.</summary>
    public static GatewayConfiguration? Read(string json, ICollection<ConfigurationProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        try
        {
            using var document = JsonDocument.Parse(json, DocumentOptions);
            var before = problems.Count;
            FindUnknownKeys(document.RootElement, typeof(GatewayConfiguration), "", problems);
            if (problems.Count > before)
            {
                return null;
            }

            return JsonSerializer.Deserialize<GatewayConfiguration>(json, SerializerOptions)
                ?? throw new JsonException("the file holds null");
        }
        catch (JsonException e)
        {
            var line = e.LineNumber is { } number ? string.Create(CultureInfo.InvariantCulture, $" (line {number + 1})") : "";
            problems.Add(new ConfigurationProblem(e.Path?.TrimStart('$', '.') ?? "", Plain(e.Message) + line));
            return null;
        }
    }

    /// <summary>The words of the exception without its own copy of path and position, and with what would be right.</summary>
    private static string Plain(string message)
    {
        const string unconvertible = "The JSON value could not be converted to ", nullable = "System.Nullable`1[";
        var text = message.IndexOf(" Path: ", StringComparison.Ordinal) is var at and >= 0 ? message[..at] : message;
        if (!text.StartsWith(unconvertible, StringComparison.Ordinal))
        {
            return text;
        }

        var wanted = text[unconvertible.Length..].TrimEnd('.');
        wanted = wanted.StartsWith(nullable, StringComparison.Ordinal) ? wanted[nullable.Length..^1] : wanted;
        var choices = new[] { typeof(GatewayConfiguration).Assembly, typeof(Engine.EngineSettings).Assembly, typeof(Exchange.Causes).Assembly, typeof(Gateway.Sip.Flow).Assembly }
            .Select(assembly => assembly.GetType(wanted)).FirstOrDefault(type => type is { IsEnum: true });
        return choices is not null ? $"must be one of {string.Join(", ", Enum.GetNames(choices).Select(JsonNamingPolicy.KebabCaseLower.ConvertName))}"
            : wanted is "System.Int32" ? "must be a whole number"
            : wanted is "System.String" ? "must be a text in quotes"
            : wanted is "System.Boolean" ? "must be true or false"
            : "is not of the kind this key takes";
    }

    private static void FindUnknownKeys(JsonElement element, Type type, string path, ICollection<ConfigurationProblem> problems)
    {
        if (ItemType(type) is { } item && element.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var child in element.EnumerateArray())
            {
                if (child.ValueKind == JsonValueKind.Null)
                {
                    problems.Add(new ConfigurationProblem($"{path}[{index}]", "is null; remove it or write it out"));
                }

                FindUnknownKeys(child, item, $"{path}[{index++}]", problems);
            }

            return;
        }

        if (element.ValueKind != JsonValueKind.Object || type.Assembly != typeof(GatewayConfiguration).Assembly)
        {
            return;
        }

        var known = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is not null)
            .ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name), property => property.PropertyType, StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            var child = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (known.TryGetValue(property.Name, out var propertyType))
            {
                FindUnknownKeys(property.Value, Nullable.GetUnderlyingType(propertyType) ?? propertyType, child, problems);
                continue;
            }

            var nearest = known.Keys.MinBy(key => (Distance(key, property.Name), key));
            var hint = nearest is not null && Distance(nearest, property.Name) <= Math.Max(2, property.Name.Length / 3)
                ? $"did you mean \"{nearest}\"?"
                : $"known here: {string.Join(", ", known.Keys.Order(StringComparer.Ordinal))}";
            problems.Add(new ConfigurationProblem(child, $"unknown key; {hint}"));
        }
    }

    private static Type? ItemType(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0]
        : null;

    /// <summary>Levenshtein distance, case ignored.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitute = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitute, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }

    private static IPEndPoint? EndPointOf(string? text) =>
        text is not null && text.Contains(':', StringComparison.Ordinal) && IPEndPoint.TryParse(text, out var endPoint) ? endPoint : null;

    /// <summary>An <see cref="IPEndPoint"/> as <c>127.0.0.1:5060</c> or <c>[::1]:5060</c>: what is bound, or must be known at once, has no name.</summary>
    private sealed class EndPointConverter : JsonConverter<IPEndPoint>
    {
        public override IPEndPoint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            return EndPointOf(text) ?? throw new JsonException($"\"{text}\" is not an address with a port, like \"127.0.0.1:5060\"");
        }

        public override void Write(Utf8JsonWriter writer, IPEndPoint value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    /// <summary>The same, or a name with or without port, which has port 0 then.</summary>
    private sealed class PlaceConverter : JsonConverter<EndPoint>
    {
        public override EndPoint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            return EndPointOf(text) is { } known ? known
                : text is not null && !text.Contains(';', StringComparison.Ordinal) && SipPlace.Parse(text, null) is SipPlace.Named name ? new DnsEndPoint(name.Host.Text, name.Port ?? 0)
                : throw new JsonException($"\"{text}\" is not an address with a port, like \"127.0.0.1:5060\", and no name, like \"sip.example.net\"");
        }

        public override void Write(Utf8JsonWriter writer, EndPoint value, JsonSerializerOptions options) => writer.WriteStringValue(
            value is DnsEndPoint name ? name.Port == 0 ? name.Host : string.Create(CultureInfo.InvariantCulture, $"{name.Host}:{name.Port}") : value.ToString());
    }
}
