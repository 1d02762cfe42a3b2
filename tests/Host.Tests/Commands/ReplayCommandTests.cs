using System.CommandLine;
using System.Text.Json.Nodes;
using Gateway.Host.Commands;

namespace Host.Tests.Commands;

public sealed class ReplayCommandTests : IDisposable
{
    private static readonly string Config = Capture("gateway.json");

    private readonly string scratch = Path.Combine(Path.GetTempPath(), $"replay-{Guid.NewGuid():N}");

    public void Dispose() => File.Delete(scratch);

    [Fact]
    public void Every_line_has_the_same_keys()
    {
        var run = Run(ReplayCommand.Create(), "h3p-consult-ok.pcap", "--json");
        Assert.Equal(0, run.ExitCode);
        foreach (var line in Lines(run).Select(line => JsonNode.Parse(line)!.AsObject()))
        {
            Assert.Superset(
                new HashSet<string> { "frame", "time", "protocol", "message", "call_id", "transfer_id", "leg", "apdus", "fault", "decision" },
                line.Select(field => field.Key).ToHashSet());
            Assert.True(line["message"] is null != line["decision"] is null);
            Assert.All(line["apdus"]!.AsArray(), apdu => Assert.Contains((string?)apdu!["kind"], new[] { "invoke", "returnResult", "returnError", "reject" }));
        }
    }

    [Theory]
    [InlineData("h3p-blind-busy.replay.jsonl", "h3p-blind-busy.pcap", "--json")]
    [InlineData("opalgw-sip-refer.replay.txt", "opalgw-sip-refer.pcap")]
    [InlineData("gateway-baresip-attended.replay.txt", "gateway-baresip-attended.pcap")]
    public void A_replay_says_what_was_reviewed(string expected, params string[] words) =>
        Assert.Equal(File.ReadAllText(Capture(expected)), Run(ReplayCommand.Create(), words).Output);

    [Theory]
    [InlineData("opalgw-sip-refer", "10.77.0.2=alice", "10.77.0.7=gateway", "10.77.0.3=bob")]
    [InlineData("h3p-consult-ok", "10.77.0.2=alice", "10.77.0.3=bob", "10.77.0.4=carol")]
    [InlineData("gateway-baresip-attended", "127.0.77.10=1101", "127.0.77.1=gateway", "127.0.77.11=1102", "127.0.77.12=1103")]
    [InlineData("gateway-linphone-attended", "127.0.77.10=1101", "127.0.77.1=gateway", "127.0.77.11=1102", "127.0.77.12=1103")]
    public void A_ladder_shows_what_was_reviewed(string capture, params string[] names)
    {
        var run = Run(LadderCommand.Create(), [capture + ".pcap", .. names.SelectMany(name => new[] { "--name", name })]);
        Assert.Equal(File.ReadAllText(Repository.Under("fixtures", "ladders", capture + ".txt")), run.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_ladder_is_drawn_as_mermaid_and_as_a_picture()
    {
        Assert.StartsWith("sequenceDiagram\n", Run(LadderCommand.Create(), "opalgw-sip-refer.pcap", "--mermaid").Output, StringComparison.Ordinal);
        var picture = Run(LadderCommand.Create(), "opalgw-sip-refer.pcap", "--svg", scratch);
        Assert.Equal(new CommandRun(0, "", ""), picture);
        Assert.Contains("[T1] REFER to carol", File.ReadAllText(scratch), StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_tells_rule_methods_timers_and_cause()
    {
        var run = Run(ExplainCommand.Create(), "h3p-blind-busy.pcap", "--json");
        var shown = JsonNode.Parse(run.Output)!;
        Assert.Equal("endpoints-by-bridge", (string?)shown["rule"]);
        Assert.Equal(("Failed", 17, "failed"), ((string?)shown["outcome"], (int?)shown["cause"], (string?)shown["captured"]));
        Assert.Equal(["T-TRANSFER", "T-TARGET-ANSWER"], shown["timers"]!.AsArray().Select(timer => (string?)timer!["name"]));
        Assert.Contains("ect: endpoints does not support it [rule phones-by-h450]", Run(ExplainCommand.Create(), "opalgw-sip-refer.pcap").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_asked_of_a_running_service_is_refused_in_one_line()
    {
        Assert.Equal(
            new CommandRun(2, "", "explain: T12: no such file; a transfer of a running service is found in its log by transfer_id\n"),
            CommandRun.Of(ExplainCommand.Create(), "T12"));
        foreach (var words in new[] { new[] { "list" }, ["show", "T1"], ["clear", "T1"] })
        {
            var run = CommandRun.Of(TransfersCommand.Create(), words);
            Assert.Equal((2, ""), (run.ExitCode, run.Output));
            Assert.Single(Lines(run with { Output = run.Errors }));
        }
    }

    [Fact]
    public void A_file_that_is_no_capture_is_refused()
    {
        var run = CommandRun.Of(ReplayCommand.Create(), Config);
        Assert.Equal(new CommandRun(2, "", "replay: gateway.json: octet 0: neither pcap nor pcapng\n"), run);
        Assert.Equal(2, CommandRun.Of(ReplayCommand.Create(), Capture("missing.pcap")).ExitCode);
    }

    [Fact]
    public void A_capture_that_was_cut_is_played_to_the_cut_and_ends_with_one()
    {
        File.WriteAllBytes(scratch, File.ReadAllBytes(Capture("h3p-consult-ok.pcap"))[..^5]);
        var run = CommandRun.Of(ReplayCommand.Create(), scratch, "--config", Config);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("record longer than the file", run.Errors, StringComparison.Ordinal);
        Assert.Contains("SETUP", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("replay: --lapd-udp 0: not a port", "--lapd-udp", "25001,0")]
    [InlineData("replay: --variant ss7: not one of etsi qsig ni2 dms", "--variant", "ss7")]
    public void Wrong_usage_is_one_line_and_two(string line, params string[] words) =>
        Assert.Equal(new CommandRun(2, "", line + "\n"), Run(ReplayCommand.Create(), ["h3p-consult-ok.pcap", .. words]));

    [Fact]
    public void A_party_that_is_no_peer_is_taken_for_one_and_the_reader_told()
    {
        var run = CommandRun.Of(ReplayCommand.Create(), Capture("lapd-ni2-tbct.pcapng"), "--config", Config);
        Assert.Contains("lapd network is no peer of the configuration, which has no Isdn peer", run.Errors, StringComparison.Ordinal);
        Assert.Contains("transfer.refused", run.Output, StringComparison.Ordinal);
    }

    private static string Capture(string name) => Repository.Under("fixtures", "captures", name);

    private static CommandRun Run(Command command, params string[] words) => CommandRun.Of(command, [Capture(words[0]), "--config", Config, .. words[1..]]);

    private static string[] Lines(CommandRun run) => run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
