using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Sip;
using Gateway.Sip.Dialogs;
using Stacks.Tests.Sip.World;

namespace Stacks.Tests.Sip.Dialogs;

/// <summary>Session timers in both roles: RFC 4028.</summary>
public class SessionTimerTests
{
    private static readonly SipStackOptions Silent = new() { SessionTimer = new SessionTimerOptions { Offered = false } };

    private Conversation talk = new();

    [Theory]
    [InlineData("", 1800, Refresher.Uas)]
    [InlineData("Supported: timer\n", 1800, Refresher.Uac)]
    [InlineData("Session-Expires: 600\n", 600, Refresher.Uas)]
    [InlineData("Supported: timer\nSession-Expires: 600\n", 600, Refresher.Uac)]
    [InlineData("Supported: timer\nSession-Expires: 600;refresher=uac\n", 600, Refresher.Uac)]
    [InlineData("Supported: timer\nSession-Expires: 600;refresher=uas\n", 600, Refresher.Uas)]
    [InlineData("Supported: timer\nSession-Expires: 7200\n", 1800, Refresher.Uac)]
    [InlineData("Supported: timer\nSession-Expires: 7200\nMin-SE: 3600\n", 3600, Refresher.Uac)]
    [InlineData("Supported: timer\nMin-SE: 3600\n", 3600, Refresher.Uac)]
    [InlineData("Session-Expires: 60\n", 60, Refresher.Uas)]
    public void Section_9_a_callee_agrees_as_Table_2_says(string headers, int seconds, Refresher refresher)
    {
        talk.Invite(headers);
        talk.Do(new SipCommand.Answer(talk.Call, Some.Sdp));
        var answer = talk.Peer.Answer("INVITE");
        Assert.Equal(new SessionExpires(seconds, refresher), answer.SessionExpires);
        Assert.Equal(refresher == Refresher.Uac, answer.Requires("timer"));
    }

    [Fact]
    public void Section_9_a_callee_that_offers_none_agrees_to_what_it_is_asked_for_alone()
    {
        talk = new Conversation(Silent);
        talk.Invite("Supported: timer\n");
        talk.Do(new SipCommand.Answer(talk.Call, Some.Sdp));
        Assert.Null(talk.Peer.Answer("INVITE").SessionExpires);
        talk = new Conversation(Silent);
        talk.Invite("Supported: timer\nSession-Expires: 300\n");
        talk.Do(new SipCommand.Answer(talk.Call, Some.Sdp));
        Assert.Equal(300, talk.Peer.Answer("INVITE").SessionExpires!.Value.Seconds);
    }

    [Fact]
    public void Section_9_too_small_an_interval_is_a_422_with_Min_SE()
    {
        talk = new Conversation(new SipStackOptions { SessionTimer = new SessionTimerOptions { Minimum = TimeSpan.FromSeconds(120) } });
        talk.Invite("Supported: timer\nSession-Expires: 100\n");
        Assert.Equal((422, 120), (talk.Peer.Answer("INVITE").Status, talk.Peer.Answer("INVITE").MinSe));
        Assert.False(talk.Stack.Heard<SipIndication.IncomingCall>());
    }

    [Theory]
    [InlineData("UPDATE", "")]
    [InlineData("UPDATE", Conversation.Sdp)]
    [InlineData("INVITE", Conversation.Sdp)]
    public void Section_9_a_refresh_that_overtakes_the_ACK_is_one(string method, string body)
    {
        talk.Invite("Supported: timer\nSession-Expires: 90;refresher=uac\n");
        talk.Do(new SipCommand.Answer(talk.Call, Some.Sdp));
        talk.Wait(5);
        talk.Say(method, "Supported: timer\nSession-Expires: 90;refresher=uac\n", body);
        if (body.Length > 0)
            talk.Do(new SipCommand.AnswerReoffer(talk.Call, Some.Sdp));
        Assert.Equal(new SessionExpires(90, Refresher.Uac), talk.Peer.Answer(method).SessionExpires);
    }

    [Fact]
    public void Section_7_1_a_caller_asks_and_leaves_open_who_refreshes()
    {
        var invite = talk.Place(Some.Sdp);
        Assert.Equal(new SessionExpires(1800), invite.SessionExpires);
        Assert.True(invite.Supports("timer"));
        Assert.Null(invite.MinSe);
    }

    [Fact]
    public void Section_7_3_after_a_422_the_INVITE_goes_out_once_more_with_what_was_asked_for()
    {
        var first = talk.Place(Some.Sdp);
        talk.Answer("INVITE", "422 Session Interval Too Small", headers: "Min-SE: 4000\n");
        var second = talk.Peer.Request("INVITE");
        Assert.Equal((2u, 4000, 4000), (second.CSeq.Number, second.SessionExpires!.Value.Seconds, second.MinSe));
        Assert.Equal((first.CallId, first.From.Tag), (second.CallId, second.From.Tag));
        talk.Answer("INVITE", "422 Session Interval Too Small", headers: "Min-SE: 5000\n");
        Assert.Equal(422, talk.Stack.Only<SipIndication.Ended>().End.Status);
    }

    [Fact]
    public void Section_7_2_without_Session_Expires_in_the_2xx_there_is_no_timer()
    {
        Answered("");
        talk.Wait(3600);
        Assert.Equal(0, talk.Peer.Count("UPDATE") + talk.Peer.Count("BYE"));
        Assert.Equal(1, Distinct("INVITE"));
    }

    [Fact]
    public void Section_10_a_session_is_refreshed_at_half_its_interval_by_UPDATE_where_it_is_allowed()
    {
        Answered("Session-Expires: 200;refresher=uac\nAllow: UPDATE, INVITE\n");
        talk.Wait(99);
        Assert.Equal(0, talk.Peer.Count("UPDATE"));
        talk.Wait(2);
        var update = talk.Peer.Request("UPDATE");
        Assert.Equal(new SessionExpires(200, Refresher.Uac), update.SessionExpires);
        Assert.True(update.Body.IsEmpty);
        talk.Answer("UPDATE", "200 OK", headers: "Contact: <sip:1001@192.0.2.10:5060>\nSession-Expires: 200;refresher=uac\n");
        talk.Wait(99);
        Assert.Equal(1, Distinct("UPDATE"));
        talk.Wait(2);
        Assert.Equal(2, Distinct("UPDATE"));
    }

    [Fact]
    public void Section_7_4_else_by_a_reinvite_with_the_description_as_it_was()
    {
        Answered("Session-Expires: 200;refresher=uac\n");
        talk.Wait(101);
        var refresh = talk.Peer.Request("INVITE");
        Assert.Equal(2u, refresh.CSeq.Number);
        Assert.Equal(Some.Sdp.Octets.ToArray(), refresh.Body.ToArray());
        talk.Answer("INVITE", "200 OK", headers: "Contact: <sip:1001@192.0.2.10:5060>\nSession-Expires: 200;refresher=uac\n", body: Conversation.Sdp);
        Assert.True(talk.Stack.Only<SipIndication.Modified>().IsRefresh);
        Assert.Equal(2u, talk.Peer.Request("ACK").CSeq.Number);
    }

    [Theory]
    [InlineData(180, 148)]
    [InlineData(90, 60)]
    [InlineData(1800, 1768)]
    public void Section_10_a_session_that_the_peer_does_not_refresh_ends_by_BYE_before_its_time(int interval, int end)
    {
        Answered($"Session-Expires: {interval};refresher=uas\n");
        talk.Wait(end - 1);
        Assert.Equal(0, talk.Peer.Count("BYE"));
        talk.Wait(2);
        Assert.Equal(1, Distinct("BYE"));
        talk.Answer("BYE", "200 OK");
        Assert.Equal(EndedBy.SessionExpired, talk.Stack.Only<SipIndication.Ended>().End.By);
    }

    [Fact]
    public void A_refresh_of_the_peer_starts_the_time_anew()
    {
        Answered("Session-Expires: 180;refresher=uas\n");
        for (var refresh = 1; refresh <= 5; refresh++)
        {
            talk.Wait(90);
            talk.SayBack("UPDATE", "b1", refresh, "Supported: timer\nSession-Expires: 180;refresher=uac\n");
            Assert.Equal(new SessionExpires(180, Refresher.Uac), talk.Peer.Answer("UPDATE").SessionExpires);
        }

        Assert.Equal(0, talk.Peer.Count("BYE"));
    }

    [Fact]
    public void Section_7_4_a_422_to_a_refresh_is_answered_by_a_longer_one()
    {
        Answered("Session-Expires: 200;refresher=uac\nAllow: UPDATE\n");
        talk.Wait(101);
        talk.Answer("UPDATE", "422 Session Interval Too Small", headers: "Min-SE: 300\n");
        Assert.Equal((300, 300), (talk.Peer.Request("UPDATE").SessionExpires!.Value.Seconds, talk.Peer.Request("UPDATE").MinSe));
    }

    [Fact]
    public void A_refresh_that_is_refused_is_tried_again_and_one_that_meets_no_call_ends_it()
    {
        Answered("Session-Expires: 600;refresher=uac\nAllow: UPDATE\n");
        talk.Wait(301);
        talk.Answer("UPDATE", "500 Server Internal Error");
        talk.Wait(51);
        Assert.Equal(2, Distinct("UPDATE"));
        talk.Answer("UPDATE", "481 Call/Transaction Does Not Exist");
        Assert.Equal(1, talk.Peer.Count("BYE"));
    }

    [Fact]
    public void Two_stacks_keep_a_call_for_a_day_and_notice_within_the_interval_that_one_is_gone()
    {
        var network = new Network();
        var alice = new Phone(network, "alice", "192.0.2.1");
        var bob = new Phone(network, "bob", "192.0.2.2");
        bob.Reacts = indication =>
        {
            if (indication is SipIndication.IncomingCall incoming)
                bob.Do(new SipCommand.Answer(incoming.Call, Some.Sdp));
        };
        alice.Call(bob, Some.Sdp);
        network.Run(TimeSpan.FromDays(1));
        Assert.False(alice.Heard<SipIndication.Ended>() || bob.Heard<SipIndication.Ended>());
        network.Drops = message => message is SipRequest { Method.Name: "UPDATE" or "BYE" };
        network.Run(TimeSpan.FromMinutes(31));
        Assert.True(alice.Heard<SipIndication.Ended>() && bob.Heard<SipIndication.Ended>());
        network.RunOut();
        Assert.True(alice.Stack.IsIdle && bob.Stack.IsIdle);
    }

    private int Distinct(string method) =>
        talk.Peer.Heard.OfType<SipRequest>().Where(request => request.Method.Name == method).DistinctBy(request => request.CSeq).Count();

    private void Answered(string headers)
    {
        talk.Place(Some.Sdp);
        talk.Answer("INVITE", "200 OK", headers: "Contact: <sip:1001@192.0.2.10:5060>\n" + headers, body: Conversation.Sdp);
        Assert.True(talk.Stack.Heard<SipIndication.Answered>());
    }
}
