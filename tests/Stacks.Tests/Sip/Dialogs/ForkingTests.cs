using Gateway.Codecs.Sip.Messages;
using Gateway.Sip;
using Gateway.Sip.Dialogs;
using Stacks.Tests.Sip.World;

namespace Stacks.Tests.Sip.Dialogs;

/// <summary>An INVITE that forks: RFC 3261 12.1, 13.2.2.4, 9.1, and RFC 6228.</summary>
public class ForkingTests
{
    private readonly Conversation talk = new();

    [Fact]
    public void The_first_2xx_wins_and_the_others_are_acknowledged_and_ended()
    {
        talk.Place(Some.Sdp);
        foreach (var tag in new[] { "b1", "b2", "b3" })
            talk.Answer("INVITE", "180 Ringing", tag);
        talk.Answer("INVITE", "200 OK", "b2", body: Conversation.Sdp);
        talk.Answer("INVITE", "200 OK", "b1", body: Conversation.Sdp);
        Assert.Equal("b2", talk.Stack.Only<SipIndication.Answered>().Response.To.Tag);
        Assert.Equal(("b1", 1u), (talk.Peer.Request("ACK").To.Tag, talk.Peer.Request("ACK").CSeq.Number));
        Assert.Equal("b1", talk.Peer.Request("BYE").To.Tag);
    }

    [Fact]
    public void The_BYE_of_a_fork_goes_on_counting_where_its_PRACK_stopped()
    {
        talk.Place(Some.Sdp);
        Reliably("183 Session Progress", "b1", 1);
        talk.Answer("INVITE", "200 OK", "b2", body: Conversation.Sdp);
        talk.Answer("INVITE", "200 OK", "b1");
        Assert.Equal((2u, 3u), (talk.Peer.Request("PRACK").CSeq.Number, talk.Peer.Request("BYE").CSeq.Number));
    }

    [Fact]
    public void Requests_of_the_confirmed_dialog_go_on_counting_too()
    {
        talk.Place(Some.Sdp);
        Reliably("183 Session Progress", "b1", 1);
        talk.Answer("INVITE", "200 OK", "b1");
        talk.Do(new SipCommand.Leave(talk.Call));
        Assert.Equal(3u, talk.Peer.Request("BYE").CSeq.Number);
    }

    [Fact]
    public void A_2xx_sets_the_route_anew()
    {
        talk.Place(Some.Sdp);
        talk.Answer("INVITE", "180 Ringing", headers: "Contact: <sip:1001@192.0.2.10:5060>\nRecord-Route: <sip:192.0.2.50;lr>\n");
        talk.Answer("INVITE", "200 OK", headers: "Contact: <sip:1001@192.0.2.11:5060>\n", body: Conversation.Sdp);
        Assert.Equal("192.0.2.11", talk.Stack.Stack.RemoteTarget(talk.Call)!.Host);
        Assert.DoesNotContain("192.0.2.50", talk.Network.Ladder, StringComparison.Ordinal);
    }

    [Fact]
    public void RFC_6228_a_199_ends_its_fork_alone()
    {
        talk.Place(Some.Sdp);
        talk.Answer("INVITE", "180 Ringing", "b1");
        talk.Answer("INVITE", "180 Ringing", "b2");
        talk.Answer("INVITE", "199 Early Dialog Terminated", "b1");
        talk.SayBack("UPDATE", "b1", 1);
        Assert.Equal(481, talk.Peer.Answer("UPDATE").Status);
        talk.SayBack("UPDATE", "b2", 1);
        Assert.Equal(200, talk.Peer.Answer("UPDATE").Status);
        talk.Answer("INVITE", "200 OK", "b2", body: Conversation.Sdp);
        Assert.True(talk.Stack.Heard<SipIndication.Answered>());
    }

    [Fact]
    public void Each_fork_describes_its_own_media()
    {
        talk.Place(Some.Sdp);
        Reliably("183 Session Progress", "b1", 1);
        Reliably("183 Session Progress", "b2", 1);
        Assert.Equal(2, talk.Stack.Indications.OfType<SipIndication.Provisional>().Count(heard => heard.Content is not null));
        talk.SayBack("UPDATE", "b1", 1, body: Conversation.Sdp);
        Assert.NotNull(talk.Stack.Only<SipIndication.ReofferReceived>().Offer);
        talk.Do(new SipCommand.AnswerReoffer(talk.Call, Some.Sdp));
        Assert.Equal(200, talk.Peer.Answer("UPDATE").Status);
    }

    [Fact]
    public void A_2xx_that_crosses_the_CANCEL_is_ended_and_so_is_that_of_another_fork()
    {
        talk.Place(Some.Sdp);
        talk.Answer("INVITE", "180 Ringing", "b1");
        talk.Do(new SipCommand.Leave(talk.Call));
        Assert.Equal(1, talk.Peer.Count("CANCEL"));
        talk.Answer("INVITE", "200 OK", "b1");
        talk.Answer("INVITE", "200 OK", "b2");
        Assert.Equal(["b1", "b2"], talk.Peer.Heard.OfType<SipRequest>().Where(request => request.Method == SipMethod.Bye).Select(bye => bye.To.Tag!).Distinct());
        talk.Answer("BYE", "200 OK");
        talk.Network.RunOut();
        Assert.True(talk.Stack.Stack.IsIdle);
        Assert.Equal(EndedBy.Ourselves, talk.Stack.Only<SipIndication.Ended>().End.By);
    }

    [Fact]
    public void A_peer_of_RFC_2543_that_gives_no_tag_is_talked_to()
    {
        talk.Place(Some.Sdp);
        talk.Answer("INVITE", "180 Ringing", "");
        talk.Answer("INVITE", "200 OK", "", body: Conversation.Sdp);
        Assert.True(talk.Stack.Heard<SipIndication.Answered>());
        talk.Do(new SipCommand.Leave(talk.Call));
        Assert.Null(talk.Peer.Request("BYE").To.Tag);
    }

    private void Reliably(string statusLine, string tag, int sequence) =>
        talk.Answer("INVITE", statusLine, tag, $"Contact: <sip:1001@192.0.2.10:5060>\nRequire: 100rel\nRSeq: {sequence}\n", Conversation.Sdp);
}
