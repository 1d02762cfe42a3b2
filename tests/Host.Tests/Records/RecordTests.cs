using System.Text;
using System.Text.Json.Nodes;
using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Engine.Transfers;
using Gateway.Host.Commands;
using Gateway.Host.Logging;
using Gateway.Host.Options;
using Gateway.Host.Records;
using Host.Tests.Commands;

namespace Host.Tests.Records;

public sealed class RecordTests : IDisposable
{
    /// <summary>Made by Erlang's crypto 5.1: key 00..1f, nonce 01..0c.</summary>
    private const string Golden = """{"number":1,"key":"k1","nonce":"AQIDBAUGBwgJCgsM","data":"fsgup436g+Ap0EF9MkfbCj8w8n8LqSuQzHJqLjAJp0L4","link":"1e9d642ab2fea44933daa2f7df10ad5daa6560214d2bb6465fd11247799bf947"}""";

    private static readonly RecordKey Old = new("k1", [.. Enumerable.Range(0, 32).Select(n => (byte)n)]), New = new("k2", [.. Enumerable.Range(7, 32).Select(n => (byte)n)]);

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public void A_line_is_what_another_implementation_makes_of_it()
    {
        var record = SealedRecord.Seal(1, SealedRecord.FirstLink, Old, [.. Enumerable.Range(1, 12).Select(n => (byte)n)], """{"transfer":"T1"}"""u8);
        Assert.Equal(Golden, record.ToLine());
        Assert.Equal("""{"transfer":"T1"}"""u8.ToArray(), SealedRecord.Parse(Golden)!.Open([Old]));
        Assert.Empty(RecordChain.Faults([Golden], [Old]));
    }

    [Fact]
    public void Whatever_octet_of_a_record_is_changed_that_record_is_named()
    {
        var lines = Sealed(3);
        for (var at = 0; at < lines[1].Length; at++)
        {
            var changed = lines[1][..at] + (lines[1][at] == '1' ? '2' : '1') + lines[1][(at + 1)..];
            var faults = RecordChain.Faults([lines[0], changed, lines[2]], []).ToArray();
            Assert.StartsWith("line 2: ", faults[0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_record_that_is_taken_away_moved_or_made_by_somebody_without_the_key_is_named()
    {
        var lines = Sealed(4);
        Assert.Empty(RecordChain.Faults(lines, [Old]));
        Assert.Equal(["line 2: is record 3, where 2 is expected"], RecordChain.Faults([lines[0], lines[2], lines[3]], []));
        Assert.Equal(3, RecordChain.Faults([lines[0], lines[2], lines[1], lines[3]], []).Count());
        Assert.Equal(["line 3: is no record"], RecordChain.Faults([lines[0], lines[1], "{}", lines[2], lines[3]], []));

        // Whoever counts the links anew deceives those without the key alone.
        var forger = new RecordChain([new RecordKey("k1", new byte[32])], nonce => nonce.Clear());
        string[] forged = [forger.Seal("{}"u8), forger.Seal("{}"u8)];
        Assert.Empty(RecordChain.Faults(forged, []));
        Assert.Equal(["line 1: record 1 was not sealed with the key k1", "line 2: record 2 was not sealed with the key k1"], RecordChain.Faults(forged, [Old]));
    }

    [Fact]
    public async Task The_file_goes_on_behind_what_is_there_with_a_new_key_and_says_no_number()
    {
        var path = Path.Combine(folder, "records.jsonl");
        await WriteAsync(path, [Old], 2);
        // Somebody pulled the plug.
        File.AppendAllText(path, "{\"number\":3,");
        await WriteAsync(path, [New, Old], 2);

        var lines = File.ReadAllLines(path);
        Assert.Equal(["line 3: is no record"], RecordChain.Faults(lines, [New, Old]));
        Assert.DoesNotContain("+4420", File.ReadAllText(path), StringComparison.Ordinal);
        var texts = lines.Select(SealedRecord.Parse).OfType<SealedRecord>().Select(record => JsonNode.Parse(record.Open([New, Old])!)!).ToArray();
        Assert.Equal(["+442071838751", "+442071838752", "+442071838751", "+442071838752"], texts.Select(text => (string)text["transferor"]!));
        Assert.Equal(("here", "Failed", 17, "attended"), ((string)texts[0]["node"]!, (string)texts[0]["outcome"]!, (int)texts[0]["cause"]!, (string)texts[0]["kind"]!));
        Assert.Equal([false, false, true, true], lines.Select(SealedRecord.Parse).OfType<SealedRecord>().Select(record => record.Open([New]) is not null));
    }

    [Fact]
    public void The_command_names_what_was_changed_and_shows_what_the_keys_open()
    {
        var (records, config, key) = (Path.Combine(folder, "records.jsonl"), Path.Combine(folder, "gateway.json"), Path.Combine(folder, "key"));
        File.WriteAllText(key, Convert.ToHexString(Old.Octets));
        File.WriteAllText(config, "{ \"observability\": { \"records\": { \"file\": \"r\", \"keys\": [ { \"id\": \"k1\", \"key\": { \"secret\": \"file:" + key.Replace("\\", "/", StringComparison.Ordinal) + "\" } } ] } } }");
        File.WriteAllLines(records, [Golden]);
        Assert.Equal(new CommandRun(0, "1 lines, 0 faults, link 1e9d642ab2fea44933daa2f7df10ad5daa6560214d2bb6465fd11247799bf947\n", ""), Run("verify"));
        Assert.Equal(new CommandRun(0, "{\"transfer\":\"T1\"}\n", ""), Run("show"));

        File.WriteAllLines(records, [Golden.Replace("fsgu", "fsgv", StringComparison.Ordinal)]);
        Assert.StartsWith("line 1: record 1 was changed", Run("verify").Output, StringComparison.Ordinal);
        Assert.Equal((1, "records: 1 of 1 lines cannot be opened with the keys of this configuration\n"), (Run("show").ExitCode, Run("show").Errors));

        CommandRun Run(string form) => CommandRun.Of(RecordsCommand.Create(), form, records, "--config", config);
    }

    [Theory]
    [InlineData("", "k1", null, "observability.records: needs a file, and a key that seals")]
    [InlineData("r", "k 1", null, "observability.records.keys[0].id: is of letters, digits, '-', '.' and '_'")]
    [InlineData("r", "k1", "0123", "observability.records.keys[0].key: is 64 hexadecimal digits, as `openssl rand -hex 32` makes them")]
    public void A_mistake_in_the_configuration_is_named(string file, string id, string? secret, string said)
    {
        var key = Path.Combine(folder, "key");
        File.WriteAllText(key, secret ?? new string('a', 64));
        var options = new RecordOptions { File = file, Keys = [new RecordKeyOptions { Id = id, Key = new SecretOptions { Secret = $"file:{key}" } }] };
        Assert.Contains(said, ConfigurationCheck.Problems(new GatewayConfiguration { Observability = new ObservabilityOptions { Records = options } }).Select(problem => problem.ToString()));
    }

    public void Dispose() => Directory.Delete(folder, true);

    private static string[] Sealed(int count)
    {
        byte next = 0;
        var chain = new RecordChain([Old], nonce => nonce.Fill(++next));
        return [.. Enumerable.Range(1, count).Select(n => chain.Seal(Encoding.UTF8.GetBytes($"{{\"transfer\":\"T{n}\"}}")))];
    }

    private static async Task WriteAsync(string path, RecordKey[] keys, int count)
    {
        await using var file = new RecordFile(path, keys, "here", new NoteLog(Serilog.Core.Logger.None), TimeProvider.System);
        for (var n = 1; n <= count; n++)
        {
            file.Add(new TransferRecord(
                new TransferId(n), new CorrelationId("story"), new CallId(1), new LegId(1), null, null, new Party($"+44207183875{n}"), null, null, true, TransferOutcome.Failed, ["bridge"], Cause.UserBusy, ["open"]));
        }
    }
}
