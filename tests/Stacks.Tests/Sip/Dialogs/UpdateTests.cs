using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Sip;
using Gateway.Sip.Dialogs;
using Stacks.Tests.Sip.World;

namespace Stacks.Tests.Sip.Dialogs;

/// <summary>UPDATE, sent and answered, in early dialogs and later: RFC 3311 5.1 to 5.3.</summary>
public class UpdateTests
{
    private const string Allow = "Allow: INVITE, ACK, CANCEL, BYE, UPDATE, PRACK\n";

    private readonly Conversation talk = new();

    [Fact]
    public void Section_5_2_an_UPDATE_without_an_offer_is_answered_at_once_and_told()
    {
        talk.Invite();
        talk.Do(new SipCommand.Ring(talk.Call));
        talk.Say("UPDATE", "P-Asserted-Identity: <sip:9@192.0.2.10>\n");
        Assert.Equal(200, talk.Peer.Answer("UPDATE").Status);
        Assert.Equal("9", talk.Stack.Only<SipIndication.Updated>().Request.AssertedIdentities[0].Uri.User);
    }

    [Fact]
    public void Section_5_2_an_offer_while_theirs_is_unanswered_is_a_500_with_Retry_After_up_to_10()
    {
        talk.Invite();
        talk.Do(new SipCommand.Ring(talk.Call, 183, Some.Sdp));
        talk.Say("UPDATE", body: Conversation.Sdp);
        Assert.Equal(500, talk.Peer.Answer("UPDATE").Status);
        Assert.InRange(talk.Peer.Answer("UPDATE").RetryAfter!.Value.Seconds, 0, 10);
    }

    [Fact]
    public void Section_5_2_an_offer_while_ours_is_unanswered_is_a_491()
    {
        talk.Place(Some.Sdp);
        talk.Answer("INVITE", "180 Ringing");
        talk.SayBack("UPDATE", "b1", 1, body: Conversation.Sdp);
        Assert.Equal(491, talk.Peer.Answer("UPDATE").Status);
    }

    [Fact]
    public void Section_5_2_an_offer_behind_a_reliable_answer_is_taken_while_it_rings()
    {
        RingReliably();
        talk.Say("UPDATE", body: Conversation.Sdp);
        Assert.NotNull(talk.Stack.Only<SipIndication.ReofferReceived>().Offer);
        talk.Do(new SipCommand.AnswerReoffer(talk.Call, Some.Sdp));
        Assert.Equal((200, false), (talk.Peer.Answer("UPDATE").Status, talk.Peer.Answer("UPDATE").Body.IsEmpty));
    }

    [Fact]
    public void Section_5_2_a_second_UPDATE_before_the_first_is_answered_is_a_500()
    {
        RingReliably();
        talk.Say("UPDATE", body: Conversation.Sdp);
        talk.Say("UPDATE", body: Conversation.Sdp);
        Assert.Equal(500, talk.Peer.Answer("UPDATE").Status);
        talk.Say("UPDATE");
        Assert.Equal(500, talk.Peer.Answer("UPDATE").Status);
        Assert.Single(talk.Stack.Indications.OfType<SipIndication.ReofferReceived>());
    }

    [Fact]
    public void Section_5_2_a_crossing_offer_is_a_491()
    {
        Establish();
        talk.Do(new SipCommand.Update(talk.Call, Some.Sdp));
        talk.Say("UPDATE", body: Conversation.Sdp);
        Assert.Equal(491, talk.Peer.Answer("UPDATE").Status);
    }

    [Fact]
    public void Section_5_1_a_callee_may_not_offer_before_its_answer_is_acknowledged()
    {
        talk.Invite(Allow + "Supported: 100rel\n");
        Assert.True(talk.Stack.Stack.CanUpdate(talk.Call, withOffer: false));
        Assert.False(talk.Stack.Stack.CanUpdate(talk.Call, withOffer: true));
        talk.Do(new SipCommand.Ring(talk.Call, 183, Some.Sdp));
        Assert.False(talk.Stack.Stack.CanUpdate(talk.Call, withOffer: true));
        talk.Say("PRACK", $"RAck: {talk.Response(183).RSeq} 1 INVITE\n");
        Assert.True(talk.Stack.Stack.CanUpdate(talk.Call, withOffer: true));
    }

    [Fact]
    public void Section_5_1_a_caller_may_offer_again_once_it_has_a_reliable_answer()
    {
        talk.Place(Some.Sdp);
        talk.Answer("INVITE", "180 Ringing", headers: "Contact: <sip:1001@192.0.2.10:5060>\n" + Allow);
        Assert.False(talk.Stack.Stack.CanUpdate(talk.Call, withOffer: true));
        talk.Answer("INVITE", "183 Session Progress", headers: "Contact: <sip:1001@192.0.2.10:5060>\nRequire: 100rel\nRSeq: 1\n", body: Conversation.Sdp);
        Assert.True(talk.Stack.Stack.CanUpdate(talk.Call, withOffer: true));
        talk.Do(new SipCommand.Update(talk.Call, Some.Sdp));
        talk.Answer("UPDATE", "200 OK", body: Conversation.Sdp);
        Assert.NotNull(talk.Stack.Only<SipIndication.Modified>().Content);
    }

    [Fact]
    public void A_peer_that_does_not_allow_UPDATE_gets_none()
    {
        talk.Invite("Allow: INVITE, ACK, BYE\n");
        Assert.False(talk.Stack.Stack.CanUpdate(talk.Call, withOffer: false));
        talk.Do(new SipCommand.Update(talk.Call, null));
        Assert.Equal(0, talk.Peer.Count("UPDATE"));
    }

    [Fact]
    public void An_UPDATE_without_an_offer_is_sent_while_it_rings_and_its_answer_is_told()
    {
        talk.Invite(Allow);
        talk.Do(new SipCommand.Update(talk.Call, null) { Headers = [new SipHeader("P-Asserted-Identity", "<sip:7@198.51.100.1>")] });
        Assert.Equal("7", talk.Peer.Request("UPDATE").AssertedIdentities[0].Uri.User);
        talk.Answer("UPDATE", "200 OK");
        Assert.True(talk.Stack.Heard<SipIndication.Modified>());
    }

    [Fact]
    public void One_that_is_still_out_when_the_call_is_answered_keeps_others_waiting()
    {
        talk.Invite(Allow);
        talk.Do(new SipCommand.Update(talk.Call, null));
        talk.Do(new SipCommand.Answer(talk.Call, Some.Sdp));
        talk.Say("ACK", cseq: 1);
        talk.Do(new SipCommand.Reinvite(talk.Call, Some.Sdp));
        Assert.Equal(0, talk.Peer.Count("INVITE"));
        talk.Answer("UPDATE", "200 OK");
        Assert.Equal(1, talk.Peer.Count("INVITE"));
    }

    [Fact]
    public void Section_5_3_a_491_is_tried_again_after_a_while()
    {
        Establish();
        talk.Do(new SipCommand.Update(talk.Call, Some.Sdp));
        talk.Answer("UPDATE", "491 Request Pending");
        talk.Wait(2.1);
        Assert.Equal(2, talk.Peer.Heard.OfType<SipRequest>().Where(request => request.Method == SipMethod.Update).DistinctBy(request => request.CSeq).Count());
    }

    [Theory]
    [InlineData("481 Call/Transaction Does Not Exist", true)]
    [InlineData("408 Request Timeout", true)]
    [InlineData("488 Not Acceptable Here", false)]
    [InlineData("504 Server Time-out", false)]
    public void Section_5_3_only_a_lost_call_ends_by_a_refusal(string statusLine, bool ends)
    {
        Establish();
        talk.Do(new SipCommand.Update(talk.Call, Some.Sdp));
        talk.Answer("UPDATE", statusLine);
        Assert.True(talk.Stack.Heard<SipIndication.ModificationRefused>());
        Assert.Equal(ends ? 1 : 0, talk.Peer.Count("BYE"));
    }

    [Fact]
    public void RFC_6141_a_refused_reinvite_does_not_move_the_target()
    {
        Establish();
        talk.Say("INVITE", "Contact: <sip:1001@192.0.2.99:5060>\n", Conversation.Sdp);
        talk.Do(new SipCommand.AnswerReoffer(talk.Call, null, 488));
        Assert.Equal("192.0.2.10", talk.Stack.Stack.RemoteTarget(talk.Call)!.Host);
        talk.Say("ACK", cseq: talk.Sequence);
        talk.Say("INVITE", "Contact: <sip:1001@192.0.2.99:5060>\n", Conversation.Sdp);
        talk.Do(new SipCommand.AnswerReoffer(talk.Call, Some.Sdp));
        Assert.Equal("192.0.2.99", talk.Stack.Stack.RemoteTarget(talk.Call)!.Host);
    }

    [Fact]
    public void RFC_3311_5_1_an_UPDATE_moves_the_target_of_an_early_dialog()
    {
        talk.Invite();
        talk.Do(new SipCommand.Ring(talk.Call));
        talk.Say("UPDATE", "Contact: <sip:1001@192.0.2.99:5060>\n");
        Assert.Equal("192.0.2.99", talk.Stack.Stack.RemoteTarget(talk.Call)!.Host);
    }

    [Fact]
    public void A_BYE_behind_an_unanswered_UPDATE_leaves_nothing()
    {
        Establish();
        talk.Say("UPDATE", body: Conversation.Sdp);
        talk.Say("BYE");
        Assert.Equal(487, talk.Peer.Answer("UPDATE").Status);
        talk.Network.RunOut();
        Assert.True(talk.Stack.Stack.IsIdle);
    }

    private void RingReliably()
    {
        talk.Invite(Allow + "Supported: 100rel\n");
        talk.Do(new SipCommand.Ring(talk.Call, 183, Some.Sdp));
        talk.Say("PRACK", $"RAck: {talk.Response(183).RSeq} 1 INVITE\n");
    }

    private void Establish()
    {
        talk.Invite(Allow);
        talk.Do(new SipCommand.Answer(talk.Call, Some.Sdp));
        talk.Say("ACK", cseq: 1);
        Assert.True(talk.Stack.Heard<SipIndication.AckReceived>());
    }
}
