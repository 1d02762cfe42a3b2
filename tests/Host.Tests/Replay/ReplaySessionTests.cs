using System.Buffers;
using System.Text.Json;
using Gateway.Codecs.Capture.Files;
using Gateway.Host.Options;
using Gateway.Host.Replay;

namespace Host.Tests.Replay;

public class ReplaySessionTests
{
    private const string Peers =
        """
        "peers": [
          { "id": "phones", "protocol": "sip" },
          { "id": "endpoints", "protocol": "h323", "methods": ["h450"], "sources": ["10.77.0.0/24"] }
        ],
        "routes": [{ "id": "all", "to": "phones" }],
        """;

    public static TheoryData<string> H323Captures => [.. Directory.GetFiles(Repository.Under("fixtures", "captures"), "*.pcap")
        .Select(file => Path.GetFileNameWithoutExtension(file))
        .Where(name => !name.StartsWith("lapd", StringComparison.Ordinal) && !name.EndsWith("-ns", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(H323Captures))]
    public void Every_call_signalling_message_is_told_as_ptlib_reads_it(string capture)
    {
        var told = Replay(Load(capture + ".pcap")).Events.Where(line => line.Protocol == "h225").ToList();
        var frames = Lines("frames.jsonl", capture).Select(line => $"{line.GetProperty("frame")} {line.GetProperty("q931")} {line.GetProperty("src")}");
        Assert.Equal(
            frames.Select(frame => frame.ToUpperInvariant()),
            told.Select(line => $"{line.Frame} {line.Message!.Replace(" ", "", StringComparison.Ordinal)} {line.From}"));
        Assert.Equal(
            Lines("apdus.jsonl", capture).Select(line => $"{line.GetProperty("frame")} {line.GetProperty("kind")} {line.GetProperty("invokeId")}{(line.TryGetProperty("operation", out var name) ? $" {name}" : "")}"),
            told.SelectMany(line => line.Apdus.Select(apdu => $"{line.Frame} {apdu.Kind} {apdu.InvokeId}{(apdu.IsInvoke ? $" {apdu.Operation}" : "")}")));
    }

    [Fact]
    public void An_answer_bears_the_operation_it_answers()
    {
        var answers = Replay(Load("h3p-blind-busy.pcap")).Events.SelectMany(line => line.Apdus).Where(apdu => !apdu.IsInvoke).Select(apdu => $"{apdu}");
        Assert.Equal(["callTransferSetup error notAvailable", "callTransferInitiate error notAvailable"], answers);
    }

    [Theory]
    [InlineData("h3p-blind-ring-answer.pcap", "Succeeded", "succeeded")]
    [InlineData("h3p-blind-busy.pcap", "Failed", "failed")]
    [InlineData("h3p-blind-padded-identity.pcap", "Failed", "failed")]
    [InlineData("h3p-consult-ok.pcap", "Succeeded", "succeeded")]
    [InlineData("opal-b-early-result.pcap", "Succeeded", "succeeded")]
    [InlineData("gk-routed-consult.pcap", "Failed", "failed")]
    public void A_transfer_that_the_policy_allows_ends_as_the_far_side_lets_it(string capture, string decided, string captured)
    {
        var decisions = Decisions(Replay(Load(capture), Allow("h450")));
        Assert.Contains("transfer.accepted allow", decisions);
        Assert.Contains($"capture.outcome  {captured}", decisions);
        Assert.Contains($"transfer.recorded allow {decided}", decisions);
    }

    [Fact]
    public void A_bridge_waits_for_the_target_and_not_for_the_word_of_the_transferee()
    {
        // Frame 31 says that the transfer succeeded, since carol rings; she answers in frame 38.
        var report = Replay(Load("h3p-blind-ring-answer.pcap"), Allow("bridge"));
        var joined = Assert.Single(report.Events, line => line.Decision?.Event == "transfer.joined");
        Assert.Equal(38, joined.Frame);
        Assert.Equal(17, Assert.Single(Replay(Load("h3p-blind-busy.pcap"), Allow("bridge")).Events, line => line.Decision?.Event == "transfer.recorded").Decision!.Cause!.Value);
    }

    [Fact]
    public void Without_a_rule_every_transfer_is_refused()
    {
        var decisions = Decisions(Replay(Load("h3p-blind-ring-answer.pcap"), Configuration("[]")));
        Assert.Contains("transfer.refused default", decisions);
        Assert.Contains("transfer.recorded default Refused", decisions);
        Assert.DoesNotContain(decisions, decision => decision.StartsWith("transfer.accepted", StringComparison.Ordinal));
    }

    [Fact]
    public void Methods_passed_over_are_told_with_the_reason()
    {
        var passed = Replay(Load("opalgw-sip-refer.pcap"), Allow("ect\", \"bridge")).Events.Single(line => line.Decision?.Event == "transfer.method-passed-over");
        Assert.Equal("ect: endpoints does not support it", passed.Decision!.Text);
        Assert.Equal(24, passed.Frame);
    }

    [Fact]
    public void A_call_across_two_protocols_is_one_call()
    {
        var events = Replay(Load("opalgw-sip-refer.pcap")).Events.Where(line => line.Message is not null).ToList();
        Assert.Equal(["C1"], events.Select(line => line.CallId).OfType<string>().Distinct());
        Assert.Equal(["L1", "L2"], events.Select(line => line.Leg).OfType<string>().Distinct());
    }

    [Fact]
    public void A_call_that_a_transfer_made_bears_the_transfer()
    {
        var events = Replay(Load("h3p-consult-ok.pcap")).Events.Where(line => line.Message is not null).ToList();
        Assert.Equal(["C1", "C2", "C3"], events.Select(line => line.CallId).OfType<string>().Distinct());
        Assert.All(events.Where(line => line.CallId == "C3"), line => Assert.Equal("T1", line.TransferId));
        // The consultation gave the identity away before the transfer was asked for.
        Assert.Equal("T1", events.First(line => line.Apdus.Any(apdu => apdu.Operation == "callTransferIdentify")).TransferId);
    }

    [Fact]
    public void The_exported_layers_of_a_capture_tell_the_same()
    {
        var whole = Replay(Load("opalgw-sip-refer.pcap")).Events.Where(line => line.Protocol == "sip").Select(line => (line.Message, line.TransferId, line.Faults.Count));
        var exported = Replay(Load("opalgw-sip-refer-exported.pcapng")).Events.Where(line => line.Protocol == "sip").Select(line => (line.Message, line.TransferId, line.Faults.Count));
        Assert.Equal(whole, exported);
    }

    [Theory]
    [InlineData("lapd-ni2-tbct.pcapng")]
    [InlineData("lapd-ni2-tbct-cooked.pcap")]
    public void A_two_channel_transfer_on_a_d_channel_names_both_its_calls(string capture)
    {
        var report = Replay(Load(capture), Configuration("""[{ "id": "allow", "action": "allow", "methods": ["bridge"] }]"""));
        var request = Assert.Single(report.Events, line => line.Apdus.Any(apdu => apdu.Operation == "twoBChannelTransfer" && apdu.IsInvoke));
        Assert.Equal(("C1", "T1"), (request.CallId, request.TransferId));
        Assert.Contains(report.Events, line => line.Decision?.Text == "4085551001 wants 2125554001 connected to 2125554002");
    }

    // Who asks, in libpri's own words, for what: the frames of a scenario, put behind a link type for LAPD.
    [Theory]
    [InlineData("etsi-ect-explicit", "explicitEctExecute", "succeeded")]
    [InlineData("etsi-ect-implicit-hold", "ectExecute", "succeeded")]
    [InlineData("dms100-rlt", "rltThirdParty", "succeeded")]
    [InlineData("ni2-tbct", "twoBChannelTransfer", null)]
    public void A_transfer_of_each_isdn_variant_is_found_and_judged(string scenario, string operation, string? captured)
    {
        var report = Replay(Libpri(scenario), Configuration("""[{ "id": "allow", "action": "allow", "methods": ["bridge"] }]"""));
        var request = report.Events.First(line => line.Apdus.Any(apdu => apdu.Operation == operation && apdu.IsInvoke));
        Assert.Equal("T1", request.TransferId);
        Assert.Contains(report.Events, line => line is { TransferId: "T1", Decision.Event: "transfer.accepted" });
        Assert.Equal(captured, report.Events.LastOrDefault(line => line is { TransferId: "T1", Decision.Event: "capture.outcome" })?.Decision!.Outcome);
        Assert.Contains(report.Events, line => line is { TransferId: "T1", Decision: { Event: "transfer.recorded", Outcome: "Succeeded" } });
    }

    [Fact]
    public void A_qsig_join_is_told_as_a_change_of_party()
    {
        var report = Replay(Libpri("qsig-transfer-join"), Allow("bridge"));
        Assert.Equal(2, report.Events.Count(line => line.Apdus.Any(apdu => apdu.Operation == "callTransferComplete")));
        Assert.Contains(report.Events, line => line.Decision?.Event == "party.changed");
    }

    private static CaptureFile Libpri(string scenario)
    {
        var file = new ArrayBufferWriter<byte>();
        var writer = new PcapngWriter(file);
        var time = DateTimeOffset.UnixEpoch;
        using var frames = JsonDocument.Parse(File.ReadAllText(Repository.Under("fixtures", "isdn", "libpri-frames.json")));
        foreach (var frame in frames.RootElement.EnumerateArray().Where(frame => frame.GetProperty("scenario").GetString() == scenario).OrderBy(frame => frame.GetProperty("seq").GetInt32()))
            writer.Write(LinkType.Lapd, time += TimeSpan.FromMilliseconds(10), Convert.FromHexString(frame.GetProperty("hex").GetString()!));
        return CaptureFile.Read(file.WrittenSpan.ToArray());
    }

    [Fact]
    public void Frames_of_a_d_channel_in_datagrams_are_found_by_their_port()
    {
        var lapd = Load("lapd-ni2-tbct.pcapng");
        var capture = new TestCapture();
        foreach (var frame in lapd.Frames)
        {
            var network = (frame.Octets.Span[0] & 2) != 0;
            capture.Datagram(network ? "192.0.2.1:9000" : "192.0.2.2:9001", network ? "192.0.2.2:9001" : "192.0.2.1:9000", [.. frame.Octets.ToArray(), 0, 0]);
        }

        Assert.Empty(Replay(capture.File).Events);
        var told = Replay(capture.File, options: new ReplayOptions(new HashSet<int> { 9000 })).Events;
        Assert.Equal(
            Replay(lapd).Events.Where(line => line.Message is not null).Select(line => (line.Frame, line.Message)),
            told.Where(line => line.Message is not null).Select(line => (line.Frame, line.Message)));
    }

    [Fact]
    public void The_faults_of_the_published_softphone_transfer_are_each_named()
    {
        var events = Replay(BlindTransfer.Faulty().File).Events.Where(line => line.Message is not null).ToList();
        Assert.Equal(
            [
                "REFER ",
                "202 Accepted responseCSeq responseBranch",
                "NOTIFY fragmentLineEnd firstNotifyTerminated contactOfRecipient",
                "200 OK ",
                "BYE byeFromNotifier",
                "200 OK ",
            ],
            events.Select(line => $"{line.Message} {string.Join(' ', line.Faults.Select(fault => fault.Reason))}"));
        Assert.Equal(
            "CSeq 4 REFER matches no request; the request has CSeq 3 REFER (RFC 3261 8.2.6.2); " +
            "branch z9hG4bKanother matches no request; the request has z9hG4bKrefer (RFC 3261 17.1.3)",
            (string?)events[1].ToJson()["fault"]);
        Assert.All(events, line => Assert.Equal("T1", line.TransferId));
    }

    [Fact]
    public void A_sound_transfer_shows_no_fault()
    {
        var report = Replay(BlindTransfer.Sound().File, Allow("bridge"));
        Assert.All(report.Events, line => Assert.Empty(line.Faults));
        Assert.Contains("transfer.recorded allow Succeeded", Decisions(report));
    }

    [Fact]
    public void A_refer_that_is_accepted_and_forgotten_is_named()
    {
        var capture = new TestCapture()
            .Sip(BlindTransfer.Phone, BlindTransfer.Exchange, BlindTransfer.Refer)
            .Sip(BlindTransfer.Exchange, BlindTransfer.Phone, BlindTransfer.Accepted("z9hG4bKrefer", 3));
        var report = Replay(capture.File, Allow("bridge"));
        Assert.Equal("noNotify", Assert.Single(report.Events[0].Faults).Reason);
        Assert.Contains("replay.undecided ", Decisions(report));
    }

    // Bob was called by alice and has called carol; whoever called, the tags of Replaces say which end is his.
    [Theory]
    [InlineData("bob", "carol")]
    [InlineData("carol", "bob")]
    public void The_tags_of_replaces_tell_whose_call_is_taken_over(string caller, string called)
    {
        var hosts = new Dictionary<string, string> { ["alice"] = "192.0.2.1:5060", ["bob"] = "192.0.2.2:5060", ["carol"] = "192.0.2.3:5060" };
        var capture = new TestCapture();
        Message("INVITE sip:bob@192.0.2.2 SIP/2.0", "alice", "bob", "alice", "bob", "first", "1 INVITE", established: false);
        Message("SIP/2.0 200 OK", "bob", "alice", "alice", "bob", "first", "1 INVITE");
        Message("ACK sip:bob@192.0.2.2 SIP/2.0", "alice", "bob", "alice", "bob", "first", "1 ACK");
        Message($"INVITE sip:{called}@192.0.2.9 SIP/2.0", caller, called, caller, called, "second", "1 INVITE", established: false);
        Message("SIP/2.0 200 OK", called, caller, caller, called, "second", "1 INVITE");
        Message("ACK sip:x@192.0.2.9 SIP/2.0", caller, called, caller, called, "second", "1 ACK");
        Message("REFER sip:alice@192.0.2.1 SIP/2.0", "bob", "alice", "bob", "alice", "first", "1 REFER", "Refer-To: <sip:carol@192.0.2.3?Replaces=second%3Bto-tag%3Dcarol%3Bfrom-tag%3Dbob>");
        var report = Replay(capture.File, Allow("bridge"));
        Assert.Equal("bob wants alice connected to carol", report.Events.First(line => line.Decision is not null).Decision!.Text);
        Assert.Contains(report.Events, line => line.Decision is { Event: "transfer.joined", Text: "alice and carol talk through this gateway" });

        void Message(string start, string sender, string receiver, string from, string to, string call, string cseq, string more = "Max-Forwards: 70", bool established = true) => capture.Sip(
            hosts[sender],
            hosts[receiver],
            $"""
            {start}
            Via: SIP/2.0/UDP {hosts[from]};branch=z9hG4bK{call}{cseq[0]}{(cseq.EndsWith("ACK", StringComparison.Ordinal) ? "ack" : from)}
            From: <sip:{from}@example.com>;tag={from}
            To: <sip:{to}@example.com>{(established ? $";tag={to}" : "")}
            Call-ID: {call}
            CSeq: {cseq}
            Contact: <sip:{sender}@{hosts[sender]}>
            {more}
            Content-Length: 0


            """);
    }

    [Fact]
    public void Timers_run_on_the_clock_of_the_capture()
    {
        var capture = new TestCapture()
            .Sip(BlindTransfer.Phone, BlindTransfer.Exchange, BlindTransfer.Refer)
            .After(TimeSpan.FromMinutes(10))
            .Sip(BlindTransfer.Exchange, BlindTransfer.Phone, BlindTransfer.Accepted("z9hG4bKrefer", 3));
        var report = Replay(capture.File, Allow("bridge"));
        Assert.Equal(("T-TARGET-ANSWER", true), report.Timers.Where(timer => timer.Expired).Select(timer => (timer.Name, timer.Expired)).Single());
        var recorded = Assert.Single(report.Events, line => line.Decision?.Event == "transfer.recorded");
        Assert.Equal(("Failed", 18), (recorded.Decision!.Outcome, recorded.Decision.Cause!.Value));
    }

    [Fact]
    public void What_is_no_sip_on_the_port_of_sip_is_named()
    {
        var capture = new TestCapture()
            .Datagram(BlindTransfer.Phone, BlindTransfer.Exchange, "REFER without a version\r\n\r\n"u8.ToArray())
            .Datagram(BlindTransfer.Phone, BlindTransfer.Exchange, "\r\n\r\n"u8.ToArray());
        Assert.Equal("startLine", Assert.Single(Assert.Single(Replay(capture.File).Events).Faults).Reason);
    }

    [Fact]
    public void Octets_behind_the_content_length_are_named_with_their_place()
    {
        var capture = new TestCapture().Sip(BlindTransfer.Phone, BlindTransfer.Exchange, BlindTransfer.Refer + "more");
        var fault = Assert.Single(Replay(capture.File).Events[0].Faults);
        Assert.Equal(("contentLength", "RFC 3261 18.3"), (fault.Reason, fault.Clause));
        Assert.Equal(BlindTransfer.Refer.ReplaceLineEndings("\r\n").Length * 8, fault.BitOffset);
    }

    [Fact]
    public void The_same_capture_gives_the_same_lines()
    {
        foreach (var capture in Directory.GetFiles(Repository.Under("fixtures", "captures"), "*.pcap*"))
        {
            Assert.Equal(Lines(), Lines());

            string Lines() => string.Join('\n', Replay(CaptureFile.Read(File.ReadAllBytes(capture))).Events.Select(line => line.ToJson().ToJsonString()));
        }
    }

    [Fact]
    public void A_damaged_capture_is_told_as_far_as_it_goes()
    {
        var octets = File.ReadAllBytes(Repository.Under("fixtures", "captures", "opalgw-sip-refer.pcap"));
        var clean = Replay(CaptureFile.Read(octets)).Events.Count;
        for (var seed = 0; seed < 60; seed++)
        {
            var damaged = (byte[])octets.Clone();
            for (var i = 0; i < 40; i++)
                damaged[40 + ((seed * 7919 + i * 104729) % (octets.Length - 40))] ^= (byte)(1 << (i % 8));
            Assert.InRange(Replay(CaptureFile.Read(damaged)).Events.Count, 0, clean * 3);
        }
    }

    private static CaptureFile Load(string name) => CaptureFile.Read(File.ReadAllBytes(Repository.Under("fixtures", "captures", name)));

    private static ReplayReport Replay(CaptureFile capture, GatewayConfiguration? configuration = null, ReplayOptions? options = null) =>
        ReplaySession.Run(capture, configuration ?? Allow("bridge"), options ?? ReplayOptions.Default);

    private static GatewayConfiguration Allow(string methods) =>
        Configuration($$"""[{ "id": "allow", "action": "allow", "methods": ["{{methods}}"] }]""");

    private static GatewayConfiguration Configuration(string rules)
    {
        var problems = new List<ConfigurationProblem>();
        var configuration = ConfigurationReader.Read($$"""{ "schemaVersion": 1, {{Peers}} "transferPolicy": { "rules": {{rules}} } }""", problems);
        Assert.Empty(problems);
        return configuration!;
    }

    private static List<string> Decisions(ReplayReport report) =>
        [.. report.Events.Where(line => line.Decision is not null).Select(line => $"{line.Decision!.Event} {line.Decision.Rule}{(line.Decision.Outcome is { } outcome ? $" {outcome}" : "")}")];

    private static IEnumerable<JsonElement> Lines(string file, string capture) => File.ReadLines(Repository.Under("fixtures", "captures", file))
        .Select(line => JsonDocument.Parse(line).RootElement)
        .Where(line => line.GetProperty("capture").GetString() == capture);
}
