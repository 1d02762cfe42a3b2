using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Sip;
using Gateway.Sip.Dialogs;
using Stacks.Tests.Sip.World;

namespace Stacks.Tests.Sip.Dialogs;

/// <summary>RFC 3262, as callee (3) and as caller (4), with its offers and answers (5).</summary>
public class ReliableProvisionalTests
{
    private static readonly SipContent OurSdp = SipContent.Sdp("v=0\r\no=gw 1 1 IN IP4 198.51.100.1\r\n"u8.ToArray());

    private readonly Conversation talk = new();

    [Theory]
    [InlineData("Supported: 100rel\n", false, false)]
    [InlineData("Supported: 100rel\n", true, true)]
    [InlineData("Require: 100rel\n", false, true)]
    [InlineData("Require: 100rel\n", true, true)]
    [InlineData("", true, false)]
    public void A_callee_is_reliable_where_the_caller_requires_it_or_a_description_rides_along(string headers, bool described, bool reliably)
    {
        talk.Invite(headers);
        talk.Do(new SipCommand.Ring(talk.Call, 183, described ? OurSdp : null));
        var ringing = talk.Response(183);
        Assert.Equal(reliably, ringing.Requires("100rel"));
        Assert.Equal(reliably, ringing.RSeq is > 0);
    }

    [Theory]
    [InlineData(ProvisionalReliability.Never, "Require: 100rel\n", 420)]
    [InlineData(ProvisionalReliability.Required, "", 421)]
    public void A_caller_that_wants_other_than_we_may_is_refused(ProvisionalReliability ours, string headers, int status)
    {
        var strict = new Conversation(new SipStackOptions { Reliability = ours });
        strict.Invite(headers);
        Assert.Equal("100rel", Assert.Single(status == 420 ? strict.Response(420).Unsupported : strict.Response(421).Require));
    }

    [Fact]
    public void Section_3_a_response_is_repeated_with_doubling_intervals_until_its_PRACK()
    {
        talk.Invite("Require: 100rel\n");
        talk.Do(new SipCommand.Ring(talk.Call));
        talk.Wait(7.6);
        Assert.Equal(1 + 4, talk.Count(180));
        Prack(talk.Response(180));
        Assert.Equal(200, talk.Peer.Answer("PRACK").Status);
        talk.Wait(30);
        Assert.Equal(1 + 4, talk.Count(180));
    }

    [Fact]
    public void Section_3_without_a_PRACK_the_INVITE_is_refused_by_5xx_after_64_T1()
    {
        talk.Invite("Require: 100rel\n");
        talk.Do(new SipCommand.Ring(talk.Call));
        talk.Wait(31);
        Assert.Equal(0, talk.Count(504));
        talk.Wait(2);
        Assert.Equal(504, talk.Peer.Answer("INVITE").Status);
        Assert.Equal(EndedBy.NoAck, talk.Stack.Only<SipIndication.Ended>().End.By);
    }

    [Theory]
    [InlineData(1, 0, 481)]
    [InlineData(0, 1, 481)]
    [InlineData(0, 0, 200)]
    public void Section_3_a_PRACK_is_matched_by_RSeq_and_CSeq(int moreRSeq, int moreCSeq, int status)
    {
        talk.Invite("Require: 100rel\n");
        talk.Do(new SipCommand.Ring(talk.Call));
        talk.Say("PRACK", $"RAck: {talk.Response(180).RSeq + moreRSeq} {1 + moreCSeq} INVITE\n");
        Assert.Equal(status, talk.Peer.Answer("PRACK").Status);
    }

    [Fact]
    public void Section_3_a_second_PRACK_of_the_same_response_is_a_stray()
    {
        talk.Invite("Require: 100rel\n");
        talk.Do(new SipCommand.Ring(talk.Call));
        Prack(talk.Response(180));
        Prack(talk.Response(180));
        Assert.Equal(481, talk.Peer.Answer("PRACK").Status);
    }

    [Fact]
    public void Section_3_the_next_one_waits_for_the_PRACK_of_the_one_before()
    {
        talk.Invite("Require: 100rel\n");
        talk.Do(new SipCommand.Ring(talk.Call));
        talk.Do(new SipCommand.Ring(talk.Call, 181));
        talk.Do(new SipCommand.Ring(talk.Call, 182));
        Assert.Equal((0, 0), (talk.Count(181), talk.Count(182)));
        Prack(talk.Response(180));
        Assert.Equal((1, 0), (talk.Count(181), talk.Count(182)));
        Prack(talk.Response(181));
        Assert.Equal(talk.Response(180).RSeq + 2, talk.Response(182).RSeq);
    }

    [Fact]
    public void Section_3_a_2xx_waits_for_the_PRACK_of_a_response_with_a_description()
    {
        talk.Invite("Supported: 100rel\n");
        talk.Do(new SipCommand.Ring(talk.Call, 183, OurSdp));
        talk.Do(new SipCommand.Answer(talk.Call, OurSdp));
        Assert.Equal(0, talk.Count(200));
        Prack(talk.Response(183));
        var answer = talk.Peer.Answer("INVITE");
        Assert.Equal((200, true), (answer.Status, answer.Body.IsEmpty));
    }

    [Fact]
    public void Section_3_a_2xx_does_not_wait_for_a_response_without_one_whose_PRACK_is_answered_all_the_same()
    {
        talk.Invite("Require: 100rel\n");
        talk.Do(new SipCommand.Ring(talk.Call));
        talk.Do(new SipCommand.Answer(talk.Call, OurSdp));
        Assert.Equal(200, talk.Peer.Answer("INVITE").Status);
        Assert.False(talk.Peer.Answer("INVITE").Body.IsEmpty);
        Prack(talk.Response(180));
        Assert.Equal(200, talk.Peer.Answer("PRACK").Status);
    }

    [Fact]
    public void Section_3_a_CANCEL_reaches_a_call_whose_2xx_waits()
    {
        talk.Invite("Supported: 100rel\n");
        talk.Do(new SipCommand.Ring(talk.Call, 183, OurSdp));
        talk.Do(new SipCommand.Answer(talk.Call, OurSdp));
        talk.Peer.Say(talk.Stack, """
            CANCEL sip:1002@198.51.100.1 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-1
            Max-Forwards: 70
            From: <sip:1001@192.0.2.10>;tag=p1
            To: <sip:1002@198.51.100.1>
            Call-ID: one@peer
            CSeq: 1 CANCEL

            """);
        talk.Wait();
        Assert.Equal(487, talk.Peer.Answer("INVITE").Status);
        Assert.Equal(EndedBy.Cancel, talk.Stack.Only<SipIndication.Ended>().End.By);
    }

    [Fact]
    public void Section_5_an_offer_in_a_reliable_response_is_answered_in_the_PRACK()
    {
        talk.Invite("Supported: 100rel\n", body: "");
        talk.Do(new SipCommand.Ring(talk.Call, 183, OurSdp));
        talk.Say("PRACK", $"RAck: {talk.Response(183).RSeq} 1 INVITE\n", Conversation.Sdp);
        Assert.True(talk.Stack.Only<SipIndication.AckReceived>().Content!.IsSdp);
        talk.Do(new SipCommand.Answer(talk.Call, OurSdp));
        Assert.True(talk.Peer.Answer("INVITE").Body.IsEmpty);
    }

    [Fact]
    public void Section_5_the_first_reliable_response_to_an_INVITE_without_an_offer_brings_one_or_stays_unsaid()
    {
        talk.Invite("Require: 100rel\n", body: "");
        talk.Do(new SipCommand.Ring(talk.Call));
        Assert.Equal(0, talk.Count(180));
        talk.Do(new SipCommand.Ring(talk.Call, 180, OurSdp));
        Assert.False(talk.Response(180).Body.IsEmpty);
    }

    [Fact]
    public void Section_5_an_offer_in_a_PRACK_is_answered_in_its_2xx()
    {
        talk.Invite("Supported: 100rel\n");
        talk.Do(new SipCommand.Ring(talk.Call, 183, OurSdp));
        talk.Say("PRACK", $"RAck: {talk.Response(183).RSeq} 1 INVITE\n", Conversation.Sdp);
        Assert.Equal("PRACK", talk.Stack.Only<SipIndication.ReofferReceived>().Request.Method.Name);
        talk.Do(new SipCommand.AnswerReoffer(talk.Call, OurSdp));
        Assert.False(talk.Peer.Answer("PRACK").Body.IsEmpty);
    }

    [Fact]
    public void RFC_3261_13_3_1_1_a_call_that_rings_long_says_so_every_minute()
    {
        talk.Invite();
        talk.Do(new SipCommand.Ring(talk.Call));
        talk.Wait(59);
        Assert.Equal(1, talk.Count(180));
        talk.Wait(122);
        Assert.Equal(1 + 3, talk.Count(180));
    }

    [Fact]
    public void Section_3_what_was_said_reliably_is_said_again_after_two_and_a_half_minutes_under_the_next_number()
    {
        talk.Invite("Supported: 100rel\n");
        talk.Do(new SipCommand.Ring(talk.Call, 183, OurSdp));
        var first = talk.Response(183);
        Prack(first);
        talk.Wait(149);
        Assert.Equal(first, talk.Response(183));
        talk.Wait(2);
        Assert.Equal((first.RSeq + 1, true), (talk.Response(183).RSeq, talk.Response(183).Body.IsEmpty));
    }

    [Fact]
    public void Section_4_a_caller_acknowledges_with_the_number_and_the_CSeq_of_the_INVITE()
    {
        Assert.True(talk.Place(OurSdp).Supports("100rel"));
        Reliably("183 Session Progress", 77, body: Conversation.Sdp);
        var prack = talk.Peer.Request("PRACK");
        Assert.Equal((77u, new CSeq(1, SipMethod.Invite), 2u), (prack.RAck!.Value.RSeq, prack.RAck.Value.CSeq, prack.CSeq.Number));
        Assert.NotNull(talk.Stack.Only<SipIndication.Provisional>().Content);
    }

    [Fact]
    public void Section_4_repeated_and_overtaking_responses_are_dropped()
    {
        talk.Place(OurSdp);
        Reliably("180 Ringing", 5);
        Reliably("180 Ringing", 5);
        Reliably("182 Queued", 7);
        Assert.Equal(1, talk.Peer.Count("PRACK"));
        Reliably("181 Call Is Being Forwarded", 6);
        Reliably("182 Queued", 7);
        Assert.Equal(3, talk.Peer.Count("PRACK"));
        Assert.Equal([180, 181, 182], talk.Stack.Indications.OfType<SipIndication.Provisional>().Select(heard => heard.Response.Status));
    }

    [Fact]
    public void Section_4_each_early_dialog_has_its_own_numbers_and_its_own_PRACK()
    {
        talk.Place(OurSdp);
        Reliably("180 Ringing", 5, "b1");
        Reliably("180 Ringing", 900, "b2");
        Reliably("183 Session Progress", 6, "b1");
        Assert.Equal(["b1", "b2", "b1"], talk.Peer.Heard.OfType<SipRequest>().Where(request => request.Method == SipMethod.Prack).Select(prack => prack.To.Tag!));
    }

    [Fact]
    public void Section_5_an_offer_in_a_reliable_response_is_answered_by_the_user_in_the_PRACK()
    {
        talk.Place(null);
        Reliably("183 Session Progress", 1, body: Conversation.Sdp);
        Assert.True(talk.Stack.Only<SipIndication.Provisional>().AnswerOwed);
        Assert.Equal(0, talk.Peer.Count("PRACK"));
        talk.Do(new SipCommand.Acknowledge(talk.Call, OurSdp));
        Assert.False(talk.Peer.Request("PRACK").Body.IsEmpty);
        talk.Answer("INVITE", "200 OK");
        Assert.False(talk.Stack.Only<SipIndication.Answered>().AnswerOwed);
        Assert.True(talk.Peer.Request("ACK").Body.IsEmpty);
    }

    [Fact]
    public void RFC_3261_13_2_1_a_description_behind_the_answer_means_nothing()
    {
        talk.Place(OurSdp);
        Reliably("183 Session Progress", 1, body: Conversation.Sdp);
        talk.Answer("INVITE", "200 OK", body: Conversation.Sdp.Replace("4000", "5000", StringComparison.Ordinal));
        Assert.Null(talk.Stack.Only<SipIndication.Answered>().Content);
    }

    [Fact]
    public void A_description_in_an_unreliable_response_to_an_INVITE_without_an_offer_means_nothing()
    {
        talk.Place(null);
        talk.Answer("INVITE", "183 Session Progress", body: Conversation.Sdp);
        Assert.Null(talk.Stack.Only<SipIndication.Provisional>().Content);
    }

    [Fact]
    public void Two_stacks_ring_reliably_over_a_line_that_loses_a_third()
    {
        var answered = 0;
        for (var seed = 1; seed <= 40; seed++)
        {
            var network = new Network(seed) { Loss = 0.33, Jitter = TimeSpan.FromMilliseconds(300), Duplication = 0.1 };
            var alice = new Phone(network, "alice", "192.0.2.1", new SipStackOptions { Reliability = ProvisionalReliability.Required });
            var bob = new Phone(network, "bob", "192.0.2.2");
            bob.Reacts = indication =>
            {
                if (indication is SipIndication.IncomingCall incoming)
                {
                    bob.Do(new SipCommand.Ring(incoming.Call));
                    bob.Do(new SipCommand.Ring(incoming.Call, 183, OurSdp));
                    network.Schedule(TimeSpan.FromSeconds(1), () => bob.Do(new SipCommand.Answer(incoming.Call, OurSdp)));
                }
            };
            var call = alice.Call(bob, OurSdp);
            network.Run(TimeSpan.FromSeconds(100));
            var rang = alice.Indications.OfType<SipIndication.Provisional>().Select(heard => heard.Response.Status).Where(status => status > 100).ToArray();
            Assert.Equal(new[] { 180, 183 }.Take(rang.Length), rang);
            answered += alice.Heard<SipIndication.Answered>() ? 1 : 0;
            alice.Do(new SipCommand.Leave(call));
            network.RunOut();
            Assert.True(alice.Stack.IsIdle && bob.Stack.IsIdle, $"seed {seed}");
            Assert.Equal(0, alice.RunningTimers + bob.RunningTimers);
        }

        Assert.True(answered > 30, $"{answered} calls of 40 came about");
    }

    private void Prack(SipResponse response) => talk.Say("PRACK", $"RAck: {response.RSeq} {response.CSeq}\n");

    private void Reliably(string statusLine, int sequence, string tag = "b1", string body = "") =>
        talk.Answer("INVITE", statusLine, tag, $"Contact: <sip:1001@192.0.2.10:5060>\nRequire: 100rel\nRSeq: {sequence}\n", body);
}
