using Gateway.Codecs.Sip.Messages;
using Gateway.Sip;
using Gateway.Sip.Dialogs;
using Stacks.Tests.Sip.World;

namespace Stacks.Tests.Sip.Dialogs;

/// <summary>An offer that overtakes the ACK of our 2xx to the INVITE: RFC 5407 3.1.4 and 3.1.5.</summary>
public class OvertakenAckTests
{
    private readonly Conversation talk = new();

    [Theory]
    [InlineData("INVITE")]
    [InlineData("UPDATE")]
    public void Section_3_1_4_an_offer_behind_a_complete_exchange_is_served(string method)
    {
        Answer(Conversation.Sdp);
        talk.Say(method, body: Conversation.Sdp);
        Assert.NotNull(talk.Stack.Only<SipIndication.ReofferReceived>().Offer);
        talk.Do(new SipCommand.AnswerReoffer(talk.Call, Some.Sdp));
        Assert.Equal((200, false), (talk.Peer.Answer(method).Status, talk.Peer.Answer(method).Body.IsEmpty));
    }

    [Theory]
    [InlineData("INVITE")]
    [InlineData("UPDATE")]
    public void Section_3_1_5_an_offer_while_the_ACK_owes_the_answer_to_ours_is_a_491(string method)
    {
        Answer("");
        talk.Say(method, body: Conversation.Sdp);
        Assert.Equal(491, talk.Peer.Answer(method).Status);
        Assert.False(talk.Stack.Heard<SipIndication.ReofferReceived>());
    }

    [Fact]
    public void A_REFER_that_overtakes_the_ACK_is_taken_once_the_parties_have_agreed()
    {
        Answer(Conversation.Sdp);
        talk.Say("REFER", "Refer-To: <sip:1003@198.51.100.1>\n");
        talk.Do(new SipCommand.AcceptRefer(talk.Stack.Only<SipIndication.ReferReceived>().Refer));
        Assert.Equal(202, talk.Peer.Answer("REFER").Status);
    }

    [Fact]
    public void A_REFER_while_the_ACK_owes_the_answer_is_a_491()
    {
        Answer("");
        talk.Say("REFER", "Refer-To: <sip:1003@198.51.100.1>\n");
        Assert.Equal(491, talk.Peer.Answer("REFER").Status);
    }

    [Fact]
    public void An_UPDATE_before_the_ACK_that_brings_the_answer_does_not_lose_it()
    {
        Answer("");
        talk.Say("UPDATE", body: Conversation.Sdp);
        talk.Say("ACK", body: Conversation.Sdp, cseq: 1);
        Assert.NotNull(talk.Stack.Only<SipIndication.AckReceived>().Content);
        talk.Say("UPDATE", body: Conversation.Sdp, cseq: 3);
        Assert.True(talk.Stack.Heard<SipIndication.ReofferReceived>());
    }

    [Fact]
    public void Each_2xx_is_repeated_until_its_own_ACK()
    {
        Answer(Conversation.Sdp);
        talk.Say("INVITE", body: Conversation.Sdp);
        talk.Do(new SipCommand.AnswerReoffer(talk.Call, Some.Sdp));
        talk.Wait(2);
        Assert.True(Answers(1) > 1 && Answers(2) > 1);

        talk.Say("ACK", cseq: 2);
        var (first, second) = (Answers(1), Answers(2));
        talk.Wait(4);
        Assert.True(Answers(1) > first);
        Assert.Equal(second, Answers(2));

        talk.Say("ACK", cseq: 1);
        first = Answers(1);
        talk.Wait(40);
        Assert.Equal((first, second), (Answers(1), Answers(2)));
        Assert.Equal(2, talk.Stack.Indications.OfType<SipIndication.AckReceived>().Count());
        Assert.Equal(0, talk.Peer.Count("BYE"));
    }

    [Fact]
    public void The_ACK_of_the_INVITE_leaves_the_2xx_to_the_reINVITE_repeating()
    {
        Answer(Conversation.Sdp);
        talk.Say("INVITE", body: Conversation.Sdp);
        talk.Do(new SipCommand.AnswerReoffer(talk.Call, Some.Sdp));
        talk.Say("ACK", cseq: 1);
        var (first, second) = (Answers(1), Answers(2));
        talk.Wait(2);
        Assert.Equal(first, Answers(1));
        Assert.True(Answers(2) > second);
        talk.Network.RunOut();
        Assert.Equal(EndedBy.NoAck, talk.Stack.Only<SipIndication.Ended>().End.By);
        Assert.True(talk.Peer.Count("BYE") > 0);
    }

    [Fact]
    public void The_ACK_is_waited_for_although_the_session_has_moved_on()
    {
        Answer(Conversation.Sdp);
        talk.Say("INVITE", body: Conversation.Sdp);
        talk.Do(new SipCommand.AnswerReoffer(talk.Call, Some.Sdp));
        talk.Say("ACK", cseq: 2);
        talk.Network.RunOut();
        Assert.Equal(EndedBy.NoAck, talk.Stack.Only<SipIndication.Ended>().End.By);
        Assert.True(talk.Peer.Count("BYE") > 0);
    }

    [Fact]
    public void A_change_of_ours_waits_for_the_ACK_and_for_the_offer_that_overtook_it()
    {
        Answer(Conversation.Sdp);
        talk.Do(new SipCommand.Reinvite(talk.Call, Some.Sdp));
        talk.Say("INVITE", body: Conversation.Sdp);
        talk.Say("ACK", cseq: 1);
        Assert.Equal(0, talk.Peer.Count("INVITE"));
        talk.Do(new SipCommand.AnswerReoffer(talk.Call, Some.Sdp));
        talk.Say("ACK", cseq: 2);
        Assert.Equal(1, talk.Peer.Count("INVITE"));
    }

    [Fact]
    public void A_BYE_behind_an_offer_that_overtook_the_ACK_leaves_nothing()
    {
        Answer(Conversation.Sdp);
        talk.Say("INVITE", body: Conversation.Sdp);
        talk.Do(new SipCommand.AnswerReoffer(talk.Call, Some.Sdp));
        talk.Say("BYE");
        Assert.Equal(200, talk.Peer.Answer("BYE").Status);
        talk.Network.RunOut();
        Assert.True(talk.Stack.Stack.IsIdle);
    }

    private int Answers(uint cseq) => talk.Peer.Heard.OfType<SipResponse>()
        .Count(response => response.Status == 200 && response.CSeq == new Gateway.Codecs.Sip.Headers.CSeq(cseq, SipMethod.Invite));

    private void Answer(string offer)
    {
        talk.Invite(body: offer);
        talk.Do(new SipCommand.Answer(talk.Call, Some.Sdp));
        Assert.False(talk.Stack.Heard<SipIndication.AckReceived>());
    }
}
