using System.Text;
using Gateway.Codecs.Sip.Messages;

namespace Engine.Tests.Exchange.Legs.Sip;

/// <summary>A call that rings, and whose caller hears something already, is picked up by another telephone (RFC 3891 3).</summary>
public class SipPickupTests
{
    [Fact]
    public void A_caller_that_heard_early_media_is_told_behind_the_2xx_whom_it_talks_to()
    {
        var peers = new ThreePeers();
        peers.Invite("<sip:1@192.0.2.1>", "");
        var invite = peers.To(ThreePeers.Pbx, "INVITE");
        peers.Answer(invite, ThreePeers.Pbx, "183 Session Progress", 5000);
        peers.InviteFromPbx($"Replaces: {invite.CallId};to-tag={invite.From.Tag};from-tag=b\r\n", 6000);

        // RFC 3261 13.2.1: the 2xx says what the 183 said; what is new comes in an offer behind its ACK.
        var answer = peers.Sent(ThreePeers.Caller).OfType<SipResponse>().Single(response => response.Status == 200);
        Assert.Contains("m=audio 5000", Body(answer), StringComparison.Ordinal);
        peers.Say(ThreePeers.Caller, "ACK", "<sip:1@192.0.2.1>", "", "", 1);
        Assert.Contains("m=audio 6000", Body(peers.To(ThreePeers.Caller, "INVITE")), StringComparison.Ordinal);
        Assert.Contains("m=audio 4000", Body(peers.Sent(ThreePeers.Pbx).OfType<SipResponse>().Single(response => response is { CallId: "other", Status: 200 })), StringComparison.Ordinal);
        Assert.Equal(invite.CallId, peers.To(ThreePeers.Pbx, "CANCEL").CallId);
    }

    private static string Body(SipMessage message) => Encoding.UTF8.GetString(message.Body.Span);
}
