using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;
using Gateway.Sip;
using Stacks.Tests.Sip.World;

namespace Stacks.Tests.Sip.Dialogs;

/// <summary>Who talks to whom, as the messages of a dialog say it: Session-ID (RFC 7989) and a From that changes (RFC 4916).</summary>
public class NamesTests
{
    private const string Ours = "0123456789abcdef0123456789abcdef", Theirs = "fedcba9876543210fedcba9876543210";

    private readonly Conversation talk = new();

    [Fact]
    public void RFC_7989_every_message_of_a_call_names_both()
    {
        talk.Invite($"Session-ID: {Theirs};remote=00000000000000000000000000000000\n");
        Assert.Equal(Theirs, talk.Stack.Stack.SessionIdOf(talk.Call));
        talk.Do(new SipCommand.Introduce(talk.Call, Ours));
        talk.Do(new SipCommand.Ring(talk.Call));
        talk.Do(new SipCommand.Answer(talk.Call, Some.Sdp));
        talk.Say("ACK", cseq: 1);
        talk.Say("UPDATE");
        talk.Do(new SipCommand.Reinvite(talk.Call, Some.Sdp));
        talk.Answer("INVITE", "200 OK", body: Conversation.Sdp);
        talk.Do(new SipCommand.Leave(talk.Call));
        Assert.All(talk.Peer.Heard.Where(message => message is not SipResponse { Status: 100 }), message => Assert.Equal($"{Ours};remote={Theirs}", message.SessionId!.ToString()));
        Assert.Equal(["ACK", "BYE", "INVITE"], talk.Peer.Heard.OfType<SipRequest>().Select(request => request.Method.Name).Distinct().Order());
    }

    [Fact]
    public void RFC_7989_a_caller_learns_the_other_from_the_first_response_and_the_CANCEL_repeats_the_INVITE()
    {
        var call = talk.Stack.Stack.NewCall();
        talk.Stack.Placed.Add(call);
        var target = SipUri.Create("1001", "192.0.2.10");
        talk.Do(new SipCommand.PlaceCall(call, talk.Stack.FlowTo(talk.Peer.EndPoint), target, talk.Stack.Address, NameAddr.Create(target), Some.Sdp) { SessionId = Ours, MaxForwards = 12 });
        var invite = talk.Peer.Request("INVITE");
        Assert.Equal((12, $"{Ours};remote=00000000000000000000000000000000"), (invite.MaxForwards, invite.SessionId!.ToString()));
        talk.Answer("INVITE", "180 Ringing", headers: $"Contact: <sip:1001@192.0.2.10:5060>\nSession-ID: {Theirs};remote={Ours}\n");
        talk.Do(new SipCommand.Leave(call));
        Assert.Equal(invite.SessionId, talk.Peer.Request("CANCEL").SessionId);
        talk.Answer("INVITE", "487 Request Terminated");
        Assert.Equal(invite.SessionId, talk.Peer.Request("ACK").SessionId);
    }

    [Fact]
    public void A_call_that_nobody_introduced_says_nothing()
    {
        talk.Invite($"Session-ID: {Theirs}\n");
        talk.Do(new SipCommand.Ring(talk.Call));
        Assert.Null(talk.Response(180).SessionId);
    }

    [Fact]
    public void RFC_4916_our_From_changes_for_a_peer_that_takes_it_and_keeps_its_tag()
    {
        talk.Invite("Supported: from-change\nAllow: UPDATE\n");
        var tag = Answered();
        Assert.True(talk.Stack.Stack.TakesNewNames(talk.Call));
        talk.Do(new SipCommand.Update(talk.Call, null) { From = NameAddr.Create(SipUri.Create("7", "198.51.100.1"), "Seven") });
        Assert.Equal(("7", tag), (talk.Peer.Request("UPDATE").From.Uri.User, talk.Peer.Request("UPDATE").From.Tag));
        talk.Answer("UPDATE", "200 OK");
        talk.Do(new SipCommand.Leave(talk.Call));
        Assert.Equal("7", talk.Peer.Request("BYE").From.Uri.User);
    }

    [Fact]
    public void RFC_4916_a_new_From_of_the_peer_is_whom_our_requests_go_to()
    {
        talk.Invite();
        Answered();
        Assert.Contains("from-change", talk.Peer.Answer("INVITE").Supported);
        Assert.False(talk.Stack.Stack.TakesNewNames(talk.Call));
        talk.Say("UPDATE", from: "<sip:1009@192.0.2.10>");
        talk.Do(new SipCommand.Leave(talk.Call));
        Assert.Equal(("1009", "p1"), (talk.Peer.Request("BYE").To.Uri.User, talk.Peer.Request("BYE").To.Tag));
    }

    private string Answered()
    {
        talk.Do(new SipCommand.Answer(talk.Call, Some.Sdp));
        talk.Say("ACK", cseq: 1);
        return talk.Peer.Answer("INVITE").To.Tag!;
    }
}
