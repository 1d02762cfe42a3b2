using System.Text;
using Gateway.Codecs.Sip.Messages;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>What a call between two SIP parties owes both: offers wherever they come, identities, and what goes along.</summary>
public class BetweenSipParties
{
    private const string Reliable = "Require: 100rel\nRSeq: 5\n";
    private const string Uuid1 = "11111111111141118111111111111111", Uuid2 = "22222222222242228222222222222222";

    private BetweenTwo two = new();

    [Fact]
    public void A_late_offer_in_a_reliable_1xx_is_answered_in_the_PRACK_on_both_sides()
    {
        two.Say("INVITE", "Supported: 100rel\n");
        Assert.True(two.AtCalled("INVITE").Body.IsEmpty);
        two.Answer("INVITE", "183 Session Progress", Reliable, BetweenTwo.SdpOfCalled);
        Assert.Contains("m=audio 5000", Body(two.AtCaller(183)), StringComparison.Ordinal);
        Assert.DoesNotContain(two.Called.OfType<SipRequest>(), request => request.Method == SipMethod.Prack);

        two.Say("PRACK", $"RAck: {two.AtCaller(183).RSeq} 1 INVITE\n", BetweenTwo.SdpOfCaller);
        Assert.Contains("m=audio 4000", Body(two.AtCalled("PRACK")), StringComparison.Ordinal);
        two.Answer("PRACK", "200 OK");
        two.Answer("INVITE", "200 OK");
        Assert.True(Final().Body.IsEmpty);
        Assert.True(two.AtCalled("ACK").Body.IsEmpty);
        two.Say("ACK", cseq: 1);
        Assert.Single(two.Called.OfType<SipRequest>(), request => request.Method == SipMethod.Invite);
    }

    [Fact]
    public void RFC_5407_3_1_4_an_offer_that_overtakes_the_ACK_goes_to_the_other_party()
    {
        two.Say("INVITE", body: BetweenTwo.SdpOfCaller);
        two.Answer("INVITE", "200 OK", body: BetweenTwo.SdpOfCalled);
        two.Say("INVITE", body: BetweenTwo.SdpOfCaller.Replace("4000", "4002", StringComparison.Ordinal));
        Assert.Contains("m=audio 4002", Body(two.AtCalled("INVITE")), StringComparison.Ordinal);
        two.Answer("INVITE", "200 OK", body: BetweenTwo.SdpOfCalled);
        Assert.Equal(2u, Final().CSeq.Number);
        Assert.Contains("m=audio 5000", Body(Final()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_late_offer_in_a_2xx_is_answered_in_the_ACK_on_both_sides()
    {
        two.Say("INVITE");
        two.Answer("INVITE", "200 OK", body: BetweenTwo.SdpOfCalled);
        Assert.Contains("m=audio 5000", Body(Final()), StringComparison.Ordinal);
        Assert.DoesNotContain(two.Called.OfType<SipRequest>(), request => request.Method == SipMethod.Ack);
        two.Say("ACK", body: BetweenTwo.SdpOfCaller, cseq: 1);
        Assert.Contains("m=audio 4000", Body(two.AtCalled("ACK")), StringComparison.Ordinal);
        Assert.Single(two.Called.OfType<SipRequest>(), request => request.Method == SipMethod.Invite);
    }

    [Fact]
    public void A_late_offer_that_the_caller_cannot_be_made_before_the_2xx_is_held_and_settled_behind_it()
    {
        two.Say("INVITE");
        two.Answer("INVITE", "183 Session Progress", Reliable, BetweenTwo.SdpOfCalled);
        Assert.Contains("a=inactive", Body(two.AtCalled("PRACK")), StringComparison.Ordinal);
        Assert.DoesNotContain(two.Caller.OfType<SipResponse>(), response => !response.Body.IsEmpty);
        two.Answer("PRACK", "200 OK");
        two.Answer("INVITE", "200 OK");
        Assert.Contains("m=audio 5000", Body(Final()), StringComparison.Ordinal);
        two.Say("ACK", body: BetweenTwo.SdpOfCaller, cseq: 1);
        Assert.Contains("m=audio 4000", Body(two.AtCalled("INVITE")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_caller_that_never_answers_our_offer_is_released()
    {
        two.Say("INVITE");
        two.Answer("INVITE", "200 OK", body: BetweenTwo.SdpOfCalled);
        two.Say("ACK", cseq: 1);
        two.AnswerAsCaller("BYE", "200 OK");
        Assert.Equal("BYE", two.AtCalled("BYE").Method.Name);
    }

    [Fact]
    public void Early_media_goes_on_reliably_and_is_not_described_again()
    {
        two.Say("INVITE", "Supported: 100rel\n", BetweenTwo.SdpOfCaller);
        two.Answer("INVITE", "183 Session Progress", body: BetweenTwo.SdpOfCalled);
        Assert.True(two.AtCaller(183).Requires("100rel"));
        two.Answer("INVITE", "200 OK", body: BetweenTwo.SdpOfCalled);
        Assert.DoesNotContain(two.Caller.OfType<SipResponse>(), response => response.Status == 200);
        two.Say("PRACK", $"RAck: {two.AtCaller(183).RSeq} 1 INVITE\n");
        Assert.True(Final().Body.IsEmpty);
        two.Say("ACK", cseq: 1);
        Assert.DoesNotContain(two.Caller.OfType<SipRequest>(), request => request.Method == SipMethod.Invite);
    }

    [Fact]
    public void Another_fork_than_was_heard_answers_and_the_caller_is_told_its_media_behind_the_2xx()
    {
        two.Say("INVITE", body: BetweenTwo.SdpOfCaller);
        two.Answer("INVITE", "183 Session Progress", body: BetweenTwo.SdpOfCalled, tag: "b1");
        two.Answer("INVITE", "200 OK", body: BetweenTwo.SdpOfCalled.Replace("5000", "5002", StringComparison.Ordinal), tag: "b2");
        Assert.Equal(two.AtCaller(183).Body.ToArray(), Final().Body.ToArray());
        two.Say("ACK", cseq: 1);
        Assert.Contains("m=audio 5002", Body(two.AtCaller("INVITE")), StringComparison.Ordinal);
        // RFC 3264 8: the version rises by one with what is new, and the rest of the line stays.
        string[] Origin(string body) => body.Split("\r\n")[1].Split(' ');
        var (first, second) = (Origin(Body(Final())), Origin(Body(two.AtCaller("INVITE"))));
        Assert.Equal(first[1], second[1]);
        Assert.Equal(ulong.Parse(first[2], System.Globalization.CultureInfo.InvariantCulture) + 1, ulong.Parse(second[2], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Another_fork_is_told_by_UPDATE_at_once_where_the_caller_takes_it()
    {
        two.Say("INVITE", "Supported: 100rel\nAllow: INVITE, UPDATE, PRACK\n", BetweenTwo.SdpOfCaller);
        two.Answer("INVITE", "183 Session Progress", body: BetweenTwo.SdpOfCalled, tag: "b1");
        two.Say("PRACK", $"RAck: {two.AtCaller(183).RSeq} 1 INVITE\n");
        two.Answer("INVITE", "183 Session Progress", body: BetweenTwo.SdpOfCalled.Replace("5000", "5002", StringComparison.Ordinal), tag: "b2");
        Assert.Contains("m=audio 5002", Body(two.AtCaller("UPDATE")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true, "9009")]
    [InlineData(true, false, null)]
    [InlineData(false, true, "1001")]
    public void An_identity_is_believed_from_trusted_peers_and_asserted_to_trusted_peers(bool caller, bool called, string? asserted)
    {
        two = new BetweenTwo(caller, called);
        two.Say("INVITE", "P-Asserted-Identity: <sip:9009@10.0.9.1>\nP-Preferred-Identity: <sip:8@10.0.9.1>\n", BetweenTwo.SdpOfCaller);
        var invite = two.AtCalled("INVITE");
        Assert.Equal(asserted, invite.AssertedIdentities is [var one, ..] ? one.Uri.User : null);
        Assert.Equal(caller ? "9009" : "1001", invite.From.Uri.User);
        Assert.Null(invite["P-Preferred-Identity"]);
    }

    [Theory]
    [InlineData("id", true, true)]
    [InlineData("id", false, false)]
    [InlineData("user;id", false, false)]
    [InlineData("header", true, true)]
    public void Privacy_hides_the_caller_and_trusted_peers_know_it_all_the_same(string privacy, bool trusted, bool known)
    {
        two = new BetweenTwo(calledTrusted: trusted);
        two.Say("INVITE", $"Privacy: {privacy}\nP-Asserted-Identity: <sip:9009@10.0.9.1>\n", BetweenTwo.SdpOfCaller);
        var invite = two.AtCalled("INVITE");
        Assert.Equal(("anonymous", "id"), (invite.From.Uri.User, Assert.Single(invite.Privacy)));
        Assert.Equal(known, invite.AssertedIdentities is [{ Uri.User: "9009" }]);
        Assert.DoesNotContain("1001", invite.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Privacy_none_forbids_to_hide_anybody()
    {
        two.Say("INVITE", "Privacy: none\nP-Asserted-Identity: <sip:9009@10.0.9.1>\n", BetweenTwo.SdpOfCaller);
        Assert.Equal("9009", two.AtCalled("INVITE").From.Uri.User);
    }

    [Fact]
    public void Privacy_that_is_critical_and_beyond_us_is_a_500()
    {
        two.Say("INVITE", "Privacy: session;critical\n", BetweenTwo.SdpOfCaller);
        Assert.Equal(500, two.Caller.OfType<SipResponse>().Last().Status);
        Assert.Empty(two.Called);
    }

    [Fact]
    public void Whoever_answers_is_told_to_the_caller_in_the_2xx()
    {
        Talk("P-Asserted-Identity: \"Sales\" <sip:2077@10.0.9.2>\n");
        Assert.Equal(("2077", "Sales"), (Final().AssertedIdentities[0].Uri.User, Final().AssertedIdentities[0].DisplayName));
    }

    [Fact]
    public void A_party_that_changes_in_the_call_is_told_by_UPDATE_to_who_takes_it_and_else_by_re_INVITE()
    {
        Talk(allow: "Allow: INVITE, UPDATE\n");
        two.SayBack("UPDATE", 1, "P-Asserted-Identity: <sip:2088@10.0.9.2>\n");
        Assert.Equal("2088", two.AtCaller("UPDATE").AssertedIdentities[0].Uri.User);
        two = new BetweenTwo();
        Talk();
        two.SayBack("UPDATE", 1, "P-Asserted-Identity: <sip:2088@10.0.9.2>\n");
        Assert.Equal("2088", two.AtCaller("INVITE").AssertedIdentities[0].Uri.User);
    }

    [Fact]
    public void RFC_4916_a_party_that_takes_new_names_sees_them_in_From_though_nothing_is_asserted_to_it()
    {
        two = new BetweenTwo(callerTrusted: false);
        Talk(allow: "Allow: INVITE, UPDATE\nSupported: from-change\n");
        two.SayBack("UPDATE", 1, "P-Asserted-Identity: <sip:2088@10.0.9.2>\n");
        var update = two.AtCaller("UPDATE");
        Assert.Equal(("2088", 0), (update.From.Uri.User, update.AssertedIdentities.Count));
    }

    [Fact]
    public void What_is_to_be_passed_on_is_passed_on_in_requests_and_responses_and_nothing_else()
    {
        two.Say("INVITE", "User-to-User: 00aa;encoding=hex\nX-Tenant: blue\nX-Other: 1\nUser-Agent: mine\nFoo: bar\n", BetweenTwo.SdpOfCaller);
        var invite = two.AtCalled("INVITE");
        Assert.Equal(("00aa;encoding=hex", "blue", "1"), (invite["User-to-User"], invite["X-Tenant"], invite["X-Other"]));
        Assert.Null(invite["Foo"]);
        Assert.Single(invite.Vias);
        two.Answer("INVITE", "200 OK", "User-to-User: 00bb;encoding=hex\n", BetweenTwo.SdpOfCalled);
        Assert.Equal("00bb;encoding=hex", Final()["User-to-User"]);
    }

    [Theory]
    [InlineData(true, 2, 2)]
    [InlineData(false, 1, 1)]
    public void The_ways_a_call_came_go_on_as_they_stood_but_hidden_ones_to_trusted_peers_alone(bool trusted, int entries, int diversions)
    {
        two = new BetweenTwo(calledTrusted: trusted);
        two.Say("INVITE", """
            History-Info: <sip:5@a.example?Privacy=history>;index=1
            History-Info: <sip:6@a.example?Reason=SIP%3Bcause%3D302>;index=1.1;mp=1
            Diversion: <sip:5@a.example>;reason=user-busy;counter=1
            Diversion: <sip:4@a.example>;reason=unconditional;privacy=full

            """, BetweenTwo.SdpOfCaller);
        var invite = two.AtCalled("INVITE");
        Assert.Equal((entries, diversions), (invite.HistoryInfo.Count, invite.Diversions.Count));
        Assert.Contains(invite.HistoryInfo, entry => entry.ToString() == "<sip:6@a.example?Reason=SIP%3Bcause%3D302>;index=1.1;mp=1");
        Assert.Equal("<sip:5@a.example>;reason=user-busy;counter=1", invite.Diversions[0].ToString());
    }

    [Fact]
    public void RFC_7989_each_side_hears_the_UUID_of_the_other()
    {
        two.Say("INVITE", $"Session-ID: {Uuid1};remote=00000000000000000000000000000000\n", BetweenTwo.SdpOfCaller);
        Assert.Equal($"{Uuid1};remote=00000000000000000000000000000000", two.AtCalled("INVITE").SessionId!.ToString());
        two.Answer("INVITE", "200 OK", $"Session-ID: {Uuid2};remote={Uuid1}\n", BetweenTwo.SdpOfCalled);
        Assert.Equal($"{Uuid2};remote={Uuid1}", Final().SessionId!.ToString());
        Assert.Equal($"{Uuid1};remote={Uuid2}", two.AtCalled("ACK").SessionId!.ToString());
    }

    [Fact]
    public void RFC_7989_a_party_without_a_UUID_is_given_one_that_stays()
    {
        two.Say("INVITE", body: BetweenTwo.SdpOfCaller);
        var given = two.AtCalled("INVITE").SessionId!.Token;
        Assert.Equal((32, '8'), (given.Length, given[12]));
        two.Answer("INVITE", "200 OK", body: BetweenTwo.SdpOfCalled);
        Assert.Equal(given, two.AtCalled("ACK").SessionId!.Token);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(7, 6)]
    public void RFC_7332_a_call_has_so_many_hops_and_no_more(int hops, int? left)
    {
        two.Say("INVITE", $"Max-Forwards: {hops}\n", BetweenTwo.SdpOfCaller);
        if (left is null)
            Assert.Equal(483, two.Caller.OfType<SipResponse>().Last().Status);
        else
            Assert.Equal(left, two.AtCalled("INVITE").MaxForwards);
    }

    [Fact]
    public void What_says_the_same_again_keeps_its_version()
    {
        Talk();
        two.Say("INVITE");
        Assert.Equal(Final().Body.ToArray(), two.Caller.OfType<SipResponse>().First(response => response.Status == 200).Body.ToArray());
    }

    private SipResponse Final() => two.Caller.OfType<SipResponse>().Last(response => response.Status == 200 && response.CSeq.Method == SipMethod.Invite);

    private void Talk(string headers = "", string allow = "")
    {
        two.Say("INVITE", allow, BetweenTwo.SdpOfCaller);
        two.Answer("INVITE", "200 OK", headers, BetweenTwo.SdpOfCalled);
        two.Say("ACK", cseq: 1);
    }

    private static string Body(SipMessage message) => Encoding.UTF8.GetString(message.Body.Span);
}
