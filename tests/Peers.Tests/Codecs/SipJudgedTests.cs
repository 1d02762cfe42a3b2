using Peers.Tests.Wire;

namespace Peers.Tests.Codecs;

/// <summary>tshark reads two thousand random SIP messages, as we write them.</summary>
public class SipJudgedTests
{
    private const int Values = 2000;

    [PeerFact(Peer.Tshark)]
    public async Task Messages()
    {
        var values = new SipValues(3261);
        var capture = new Exported();
        var meant = new List<IReadOnlyDictionary<string, string>>();
        for (var i = 0; i < Values; i++)
        {
            var (message, fields) = values.Next(i);
            capture.Add("sip", message.ToOctets());
            meant.Add(fields);
        }
        var file = capture.ToFile();
        if (Environment.GetEnvironmentVariable("KEEP_CAPTURE") is { } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, "sip.pcapng"), file);
        Assert.Empty(await Tshark.Read(file, "_ws.malformed || _ws.expert.severity == \"Error\"", ["frame.number", "_ws.expert.message"]));

        string[] names = ["sip.Call-ID", .. meant.SelectMany(fields => fields.Keys).Distinct().Where(name => name != "sip.Call-ID").Order(StringComparer.Ordinal)];
        var read = await Tshark.Read(file, "sip", names);
        Assert.Equal(Values, read.Length);
        var differences = read.Zip(meant).SelectMany((pair, frame) => names
            .Select((name, column) => (name, Meant: pair.Second.GetValueOrDefault(name, ""), Read: pair.First[column]))
            .Where(field => field.Meant != field.Read)
            .Select(field => $"frame {frame + 1} {field.name}: {field.Read}, meant {field.Meant}")).ToList();
        Assert.True(differences.Count == 0, $"{differences.Count}: {string.Join('\n', differences.Take(20))}");
    }
}
