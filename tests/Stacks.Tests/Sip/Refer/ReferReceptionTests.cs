using Gateway.Codecs.Sip.Messages;
using Gateway.Sip;
using Gateway.Sip.Refer;
using Stacks.Tests.Sip.World;

namespace Stacks.Tests.Sip.Refer;

/// <summary>A scripted transferor against a real stack: what RFC 3515, 4488, 4538, 5057 and 6665 demand of the receiver of a REFER.</summary>
public class ReferReceptionTests
{
    private readonly Network network = new();
    private readonly Phone gateway;
    private readonly ScriptedPeer peer;
    private int sequence = 1;

    public ReferReceptionTests()
    {
        gateway = new Phone(network, "gw", "198.51.100.1");
        peer = new ScriptedPeer(network, "peer", "192.0.2.10");
        gateway.Reacts = indication =>
        {
            switch (indication)
            {
                case SipIndication.IncomingCall incoming:
                    gateway.Do(new SipCommand.Answer(incoming.Call, Some.Sdp));
                    break;
                case SipIndication.ReferReceived received:
                    gateway.Do(new SipCommand.AcceptRefer(received.Refer));
                    break;
            }
        };
        peer.Say(gateway,
            """
            INVITE sip:1002@198.51.100.1 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-i1
            Max-Forwards: 70
            From: <sip:1001@192.0.2.10>;tag=a1
            To: <sip:1002@198.51.100.1>
            Call-ID: p-77@agent
            CSeq: 1 INVITE
            Contact: <sip:1001@192.0.2.10:5060>
            Content-Length: 0

            """);
        network.Run(TimeSpan.FromMilliseconds(50));
        peer.Say(gateway,
            """
            ACK sip:1002@198.51.100.1:5060 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-k1
            Max-Forwards: 70
            From: <sip:1001@192.0.2.10>;tag=a1
            To: <sip:1002@198.51.100.1>;tag=gw1
            Call-ID: p-77@agent
            CSeq: 1 ACK
            Content-Length: 0

            """);
        network.Run(TimeSpan.FromMilliseconds(50));
        Assert.True(gateway.Heard<SipIndication.AckReceived>());
    }

    public static TheoryData<int, string> BadRefers => new()
    {
        { 400, "" },
        { 400, "Refer-To: <sip:1003@198.51.100.1>\nRefer-To: <sip:1004@198.51.100.1>\n" },
        { 400, "Refer-To: <sip:1003@198.51.100.1>, <sip:1004@198.51.100.1>\n" },
        { 400, "Refer-To: sip:\n" },
        { 400, "Refer-To: <http://198.51.100.1/>\n" },
        { 400, "Refer-To: <sip:1003@198.51.100.1?Replaces=c-88%40agent%3Bto-tag%3Dg3>\n" },
        { 400, "Refer-To: <sip:1003@198.51.100.1?Replaces=a%3Bto-tag%3Dx%3Bfrom-tag%3Dy&Replaces=b%3Bto-tag%3Dx%3Bfrom-tag%3Dy>\n" },
        { 400, "Refer-To: <sip:1003@198.51.100.1?Replaces=p-77%40agent%3Bto-tag%3Dgw1%3Bfrom-tag%3Da1>\n" },
        { 400, "Refer-To: <sip:1003@198.51.100.1?Subject=a%0D%0AInjected%3A%20yes>\n" },
        { 403, "Refer-To: <sip:1003@198.51.100.1;method=BYE>\n" },
        { 420, "Refer-To: <sip:1003@198.51.100.1>\nRequire: foo\n" },
    };

    [Theory, MemberData(nameof(BadRefers))]
    public void A_bad_refer_is_refused_and_the_call_stays(int status, string headers)
    {
        Refer(headers);
        Assert.Equal(status, peer.Answer("REFER").Status);
        Assert.False(gateway.Heard<SipIndication.ReferReceived>());
        Assert.False(gateway.Heard<SipIndication.Ended>());

        Refer("Refer-To: <sip:1003@198.51.100.1>\n");
        Assert.Equal(202, peer.Answer("REFER").Status);
    }

    [Fact]
    public void An_unknown_option_is_named_in_unsupported()
    {
        Refer("Refer-To: <sip:1003@198.51.100.1>\nRequire: replaces, foo\n");
        Assert.Equal(["foo"], peer.Answer("REFER").Unsupported);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Contact: <sip:1001@192.0.2.10>\nContact: <sip:1001@192.0.2.11>\n")]
    public void A_refer_without_exactly_one_contact_is_refused(string contact)
    {
        Refer("Refer-To: <sip:1003@198.51.100.1>\n" + contact, contact: "");
        Assert.Equal(400, peer.Answer("REFER").Status);
    }

    [Fact]
    public void The_typed_referral_carries_what_may_be_copied_and_nothing_else()
    {
        Refer("""
            Refer-To: <sip:1003@198.51.100.1;user=phone?Replaces=c-88%40agent%3Bto-tag%3Dg3%3Bfrom-tag%3Da3&Require=replaces&Via=evil&X-Trace=7&Route=evil>
            Referred-By: <sip:1001@example.com>

            """);
        var referral = gateway.Only<SipIndication.ReferReceived>().Referral;
        Assert.Equal("sip:1003@198.51.100.1;user=phone", referral.Target.ToString());
        Assert.Equal(("c-88@agent", "g3", "a3"), (referral.Replaces!.CallId, referral.Replaces.ToTag, referral.Replaces.FromTag));
        Assert.Equal("sip:1001@example.com", referral.ReferredBy!.Uri.ToString());
        Assert.Equal(["Replaces", "Require", "X-Trace"], referral.Headers.Select(header => header.Name));
        Assert.Equal("c-88@agent;to-tag=g3;from-tag=a3", referral.Headers[0].Value);
    }

    [Fact]
    public void The_first_notify_follows_the_202_and_the_last_one_ends_the_subscription()
    {
        Refer("Refer-To: <sip:1003@198.51.100.1>\n");
        var accepted = peer.Heard.FindIndex(message => message is SipResponse { Status: 202 });
        var notify = peer.Request("NOTIFY");
        Assert.True(accepted < peer.Heard.IndexOf(notify));
        Assert.Equal("<sip:1002@198.51.100.1:5060>", peer.Answer("REFER").Contact!.ToString());
        Assert.Equal("gw1", notify.From.Tag);
        Assert.Equal("a1", notify.To.Tag);
        Assert.Equal("refer", notify.Event!.ToString());
        Assert.Equal("active;expires=240", notify.SubscriptionState!.ToString());
        Assert.Equal("message/sipfrag;version=2.0", notify.ContentType!.ToString());
        Assert.Equal("SIP/2.0 100 Trying\r\n"u8.ToArray(), notify.Body.ToArray());

        AnswerNotify("SIP/2.0 200 OK");
        Report(200, "OK");
        Assert.Equal("terminated;reason=noresource", peer.Request("NOTIFY").SubscriptionState!.ToString());
        Assert.Equal("SIP/2.0 200 OK\r\n"u8.ToArray(), peer.Request("NOTIFY").Body.ToArray());
        AnswerNotify("SIP/2.0 200 OK");
        Assert.True(gateway.Only<SipIndication.SubscriptionEnded>().Delivered);
    }

    [Fact]
    public void Only_one_notify_is_outstanding()
    {
        Refer("Refer-To: <sip:1003@198.51.100.1>\n");
        Report(200, "OK");
        Assert.Single(peer.Heard.OfType<SipRequest>().Where(request => request.Method.Name == "NOTIFY").DistinctBy(notify => notify.CSeq));
        AnswerNotify("SIP/2.0 200 OK");
        Assert.Equal("terminated;reason=noresource", peer.Request("NOTIFY").SubscriptionState!.ToString());
    }

    [Theory]
    [InlineData("SIP/2.0 481 Subscription Does Not Exist")]
    [InlineData("SIP/2.0 489 Bad Event")]
    [InlineData("SIP/2.0 501 Not Implemented")]
    public void A_notify_that_removes_the_subscription_leaves_call_and_transfer_alone(string statusLine)
    {
        Refer("Refer-To: <sip:1003@198.51.100.1>\n");
        AnswerNotify(statusLine);
        Assert.False(gateway.Only<SipIndication.SubscriptionEnded>().Delivered);
        Assert.False(gateway.Heard<SipIndication.Ended>());
        var notifies = peer.Count("NOTIFY");
        Report(200, "OK");
        Assert.Equal(notifies, peer.Count("NOTIFY"));
    }

    [Fact]
    public void A_notify_refused_for_now_is_repeated_when_the_peer_said()
    {
        Refer("Refer-To: <sip:1003@198.51.100.1>\n");
        AnswerNotify("SIP/2.0 503 Service Unavailable", "Retry-After: 5\n");
        Assert.Equal(1, peer.Count("NOTIFY"));
        network.Run(TimeSpan.FromSeconds(5));
        Assert.Equal(2u, peer.Request("NOTIFY").CSeq.Number);
    }

    [Fact]
    public void A_notify_nobody_answers_ends_the_subscription_after_timer_f()
    {
        Refer("Refer-To: <sip:1003@198.51.100.1>\n");
        network.Run(TimeSpan.FromSeconds(33));
        Assert.False(gateway.Only<SipIndication.SubscriptionEnded>().Delivered);
        Assert.False(gateway.Heard<SipIndication.Ended>());
    }

    [Fact]
    public void Unsubscribing_gets_one_last_notify_and_does_not_stop_the_transfer()
    {
        Refer("Refer-To: <sip:1003@198.51.100.1>\n");
        AnswerNotify("SIP/2.0 200 OK");
        Inside("SUBSCRIBE", "Event: refer\nExpires: 0\n");
        Assert.Equal((200, 0), (peer.Answer("SUBSCRIBE").Status, peer.Answer("SUBSCRIBE").Expires));
        Assert.Equal("terminated;reason=timeout", peer.Request("NOTIFY").SubscriptionState!.ToString());
        Assert.Equal("SIP/2.0 100 Trying\r\n"u8.ToArray(), peer.Request("NOTIFY").Body.ToArray());
        AnswerNotify("SIP/2.0 200 OK");

        // Still running: a second REFER has to wait.
        Refer("Refer-To: <sip:1003@198.51.100.1>\n");
        Assert.Equal(491, peer.Answer("REFER").Status);
    }

    [Fact]
    public void Refreshing_gets_the_state_and_a_new_time()
    {
        Refer("Refer-To: <sip:1003@198.51.100.1>\n");
        AnswerNotify("SIP/2.0 200 OK");
        network.Run(TimeSpan.FromSeconds(2));
        Inside("SUBSCRIBE", $"Event: refer;id={sequence}\nExpires: 60\n");
        Assert.Equal((200, 60), (peer.Answer("SUBSCRIBE").Status, peer.Answer("SUBSCRIBE").Expires));
        Assert.Equal("active;expires=60", peer.Request("NOTIFY").SubscriptionState!.ToString());
    }

    [Fact]
    public void A_subscription_that_another_refer_would_have_made_is_refused()
    {
        Refer("Refer-To: <sip:1003@198.51.100.1>\n");
        AnswerNotify("SIP/2.0 200 OK");
        Inside("SUBSCRIBE", $"Event: refer;id={sequence + 40}\nExpires: 60\n");
        Assert.Equal(403, peer.Answer("SUBSCRIBE").Status);
    }

    [Theory]
    [InlineData("SUBSCRIBE", "Event: refer\nExpires: 60\n", 403)]
    [InlineData("SUBSCRIBE", "Event: dialog\nExpires: 60\n", 489)]
    [InlineData("NOTIFY", "Event: refer\nSubscription-State: active;expires=60\n", 481)]
    [InlineData("NOTIFY", "Event: dialog\nSubscription-State: active;expires=60\n", 489)]
    public void Subscriptions_that_no_refer_made_are_refused(string method, string headers, int status)
    {
        Inside(method, headers);
        Assert.Equal(status, peer.Answer(method).Status);
    }

    [Theory]
    [InlineData("Refer-Sub: false\n", 202, false)]
    [InlineData("Require: norefersub\n", 202, false)]
    [InlineData("Require: nosub\n", 200, null)]
    public void Who_wants_no_subscription_gets_none(string header, int status, bool? echo)
    {
        Refer("Refer-To: <sip:1003@198.51.100.1>\n" + header);
        Assert.Equal((status, echo), (peer.Answer("REFER").Status, peer.Answer("REFER").ReferSub));
        Report(200, "OK");
        Assert.Equal(0, peer.Count("NOTIFY"));
    }

    [Fact]
    public void The_status_of_acceptance_can_be_chosen()
    {
        gateway.Reacts = indication =>
        {
            if (indication is SipIndication.ReferReceived received)
            {
                gateway.Do(new SipCommand.AcceptRefer(received.Refer, 200));
            }
        };
        Refer("Refer-To: <sip:1003@198.51.100.1>\n");
        Assert.Equal(200, peer.Answer("REFER").Status);
        Assert.Equal(1, peer.Count("NOTIFY"));
    }

    [Fact]
    public void A_refer_with_a_lower_cseq_is_out_of_order()
    {
        Refer("Refer-To: <sip:1003@198.51.100.1>\n", number: 1);
        Assert.Equal(500, peer.Answer("REFER").Status);
        Assert.Contains(gateway.Observed, line => line.Contains("12.2.2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_refer_outside_any_dialog_needs_the_dialog_it_is_about()
    {
        Outside("");
        Assert.Equal(403, peer.Answer("REFER").Status);
        Outside("Target-Dialog: p-77@agent;local-tag=wrong;remote-tag=a1\nRequire: tdialog\n");
        Assert.Equal(403, peer.Answer("REFER").Status);
        Outside("Target-Dialog: p-77@agent;local-tag=gw1;remote-tag=a1\nRequire: tdialog\n");
        Assert.Equal(202, peer.Answer("REFER").Status);
        var received = gateway.Only<SipIndication.ReferReceived>();
        Assert.Equal(gateway.Only<SipIndication.IncomingCall>().Call, received.Call);
        Assert.Equal(peer.Answer("REFER").To.Tag, peer.Request("NOTIFY").From.Tag);
    }

    [Fact]
    public void A_refer_in_a_dialog_that_ended_is_a_481()
    {
        Inside("BYE", "");
        Assert.Equal(200, peer.Answer("BYE").Status);
        Refer("Refer-To: <sip:1003@198.51.100.1>\n");
        Assert.Equal(481, peer.Answer("REFER").Status);
    }

    [Fact]
    public void The_notifies_go_where_the_contact_of_the_refer_says()
    {
        var moved = new ScriptedPeer(network, "moved", "192.0.2.77", 5080);
        Refer("Refer-To: <sip:1003@198.51.100.1>\n", contact: "Contact: <sip:1001@192.0.2.77:5080>\n");
        Assert.Equal(1, moved.Count("NOTIFY"));
        Assert.Equal("sip:1001@192.0.2.77:5080", moved.Request("NOTIFY").Uri.ToString());
    }

    private void Refer(string headers, string contact = "Contact: <sip:1001@192.0.2.10:5060>\n", int? number = null) =>
        Inside("REFER", headers + contact, number);

    private void Inside(string method, string headers, int? number = null)
    {
        var cseq = number ?? ++sequence;
        peer.Say(gateway,
            $"""
            {method} sip:1002@198.51.100.1:5060 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-{method}{cseq}{(number is null ? "" : "old")}
            Max-Forwards: 70
            From: <sip:1001@192.0.2.10>;tag=a1
            To: <sip:1002@198.51.100.1>;tag=gw1
            Call-ID: p-77@agent
            CSeq: {cseq} {method}
            {headers}Content-Length: 0

            """);
        network.Run(TimeSpan.FromMilliseconds(50));
    }

    private void Outside(string headers)
    {
        var cseq = ++sequence;
        peer.Say(gateway,
            $"""
            REFER sip:1002@198.51.100.1:5060 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-out{cseq}
            Max-Forwards: 70
            From: <sip:1001@192.0.2.10>;tag=o1
            To: <sip:1002@198.51.100.1>
            Call-ID: outside-{cseq}@agent
            CSeq: 1 REFER
            Contact: <sip:1001@192.0.2.10:5060>
            Refer-To: <sip:1003@198.51.100.1>
            {headers}Content-Length: 0

            """);
        network.Run(TimeSpan.FromMilliseconds(50));
    }

    private void AnswerNotify(string statusLine, string headers = "")
    {
        peer.Answer(gateway, peer.Request("NOTIFY"), statusLine, "", headers);
        network.Run(TimeSpan.FromMilliseconds(50));
    }

    private void Report(int status, string phrase)
    {
        gateway.Do(new SipCommand.NotifyRefer(gateway.Last<SipIndication.ReferReceived>().Refer, new ReferReport(status, phrase, [])));
        network.Run(TimeSpan.FromMilliseconds(50));
    }
}
