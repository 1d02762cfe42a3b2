using Gateway.Host.Options;

namespace Gateway.Host.Records;

/// <summary>A key of 256 bits, and the name by which sealed records say that it opens them.</summary>
public sealed class RecordKey
{
    private readonly byte[] octets;

    public RecordKey(string id, byte[] octets)
    {
        ArgumentNullException.ThrowIfNull(octets);
        ArgumentOutOfRangeException.ThrowIfNotEqual(octets.Length, 32, nameof(octets));
        (Id, this.octets) = (id, octets);
    }

    public string Id { get; }

    public ReadOnlySpan<byte> Octets => octets;

    /// <summary>The keys that the configuration names; null and the problem when one cannot be had.</summary>
    public static IReadOnlyList<RecordKey>? Read(RecordOptions options, out ConfigurationProblem? problem)
    {
        ArgumentNullException.ThrowIfNull(options);
        problem = null;
        var keys = new List<RecordKey>();
        foreach (var (index, one) in options.Keys.Index())
        {
            var why = "needs a secret";
            if (one.Key?.Read(out why) is not { } text || Parse(text) is not { } octets)
            {
                problem = new ConfigurationProblem($"observability.records.keys[{index}].key", why ?? "is 64 hexadecimal digits, as `openssl rand -hex 32` makes them");
                return null;
            }

            keys.Add(new RecordKey(one.Id, octets));
        }

        return keys;
    }

    public override string ToString() => Id;

    private static byte[]? Parse(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : null;
}
