using System.Text.Json;

namespace Gateway.Codecs.Tests.H323;

/// <summary>A line of fixtures/h225/random-*.jsonl, h245/random.jsonl or h450/random.jsonl: octets and the value they stand for, made by codecs other than ours.</summary>
internal sealed record RandomMessage(int Line, byte[] Octets, string Value)
{
    public static IReadOnlyList<RandomMessage> Read(string file) =>
    [
        .. File.ReadLines(Fixture.Path(file)).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return new RandomMessage(
                root.GetProperty("line").GetInt32(), Convert.FromHexString(root.GetProperty("hex").GetString()!), root.GetProperty("value").GetString()!);
        }),
    ];
}
