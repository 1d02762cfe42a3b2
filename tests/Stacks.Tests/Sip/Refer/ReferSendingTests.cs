using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Uris;
using Gateway.Sip;
using Gateway.Sip.Dialogs;
using Stacks.Tests.Sip.World;

namespace Stacks.Tests.Sip.Refer;

/// <summary>A real stack sends a REFER to a scripted transferee, conforming or not.</summary>
public class ReferSendingTests
{
    private readonly Network network = new();
    private readonly Phone gateway;
    private readonly ScriptedPeer peer;
    private readonly CallHandle call;
    private int notifies;

    public ReferSendingTests()
    {
        gateway = new Phone(network, "gw", "198.51.100.1");
        peer = new ScriptedPeer(network, "peer", "192.0.2.10");
        call = gateway.Stack.NewCall();
        var uri = SipUri.Parse("sip:1001@192.0.2.10")!;
        gateway.Do(new SipCommand.PlaceCall(call, gateway.FlowTo(peer.EndPoint), uri, gateway.Address, NameAddr.Create(uri), Some.Sdp));
        Wait();
        peer.Answer(gateway, peer.Request("INVITE"), "SIP/2.0 200 OK", "b1", "Contact: <sip:1001@192.0.2.10:5060>\n");
        Wait();
        Assert.True(gateway.Heard<SipIndication.Answered>());
        gateway.Do(new SipCommand.SendRefer(call, gateway.Stack.NewRefer(), ReferTo.Create(SipUri.Parse("sip:1003@192.0.2.30")!), gateway.Address));
        Wait();
    }

    [Fact]
    public void The_refer_goes_inside_the_dialog()
    {
        var refer = peer.Request("REFER");
        Assert.Equal("<sip:1003@192.0.2.30>", refer.ReferTo!.ToString());
        Assert.Equal("<sip:gw@198.51.100.1>", refer.ReferredBy!.ToString());
        Assert.Equal(("b1", 2u), (refer.To.Tag, refer.CSeq.Number));
        Assert.Equal("sip:1001@192.0.2.10:5060", refer.Uri.ToString());
        Assert.NotNull(refer.Contact);
    }

    [Fact]
    public void A_202_with_the_cseq_and_branch_of_another_transaction_is_not_taken()
    {
        var refer = peer.Request("REFER");
        foreach (var (branch, cseq) in new[] { ("z9hG4bKother", 2), (refer.TopVia.Branch, 3), ("z9hG4bKother", 3) })
        {
            peer.Say(gateway,
                $"""
                SIP/2.0 202 Accepted
                Via: SIP/2.0/UDP 198.51.100.1:5060;branch={branch};rport=5060;received=198.51.100.1
                From: {refer.From}
                To: {refer.To}
                Call-ID: {refer.CallId}
                CSeq: {cseq} REFER
                Expires: 200
                Content-Length: 0

                """);
        }

        Wait();
        Assert.False(gateway.Heard<SipIndication.ReferAccepted>());
        Assert.Equal(3, gateway.Observed.Count(line => line.StartsWith("202 to ", StringComparison.Ordinal)));
        network.Run(TimeSpan.FromSeconds(33));
        Assert.Equal(EndedBy.NoResponse, gateway.Only<SipIndication.ReferRejected>().Why.By);
        Assert.False(gateway.Heard<SipIndication.Ended>());
    }

    [Theory]
    [InlineData("SIP/2.0 202 Accepted", "")]
    [InlineData("SIP/2.0 200 OK", "Contact: <sip:1001@192.0.2.10:5060>\n")]
    [InlineData("SIP/2.0 202 Accepted", "Expires: 200\n")]
    public void Acceptance_is_taken_as_200_or_202_with_or_without_contact(string statusLine, string headers)
    {
        Accept(statusLine, headers);
        Assert.True(gateway.Heard<SipIndication.ReferAccepted>());
    }

    [Fact]
    public void One_terminated_notify_without_line_end_is_enough()
    {
        Accept();
        Notify("terminated;reason=noresource", "SIP/2.0 200 OK");
        Assert.Equal(200, peer.Answer("NOTIFY").Status);
        Assert.Equal((200, "noresource"), (gateway.Only<SipIndication.ReferEnded>().Report!.Status, gateway.Only<SipIndication.ReferEnded>().Why));
    }

    [Fact]
    public void A_notify_may_overtake_the_202()
    {
        Notify("active;expires=60", "SIP/2.0 100 Trying\r\n");
        Assert.Equal(200, peer.Answer("NOTIFY").Status);
        Accept();
        Notify("terminated;reason=noresource", "SIP/2.0 603 Decline\r\n");
        Assert.True(gateway.Heard<SipIndication.ReferAccepted>());
        Assert.Equal(603, gateway.Only<SipIndication.ReferEnded>().Report!.Status);
    }

    [Fact]
    public void A_repeated_last_notify_is_answered_and_says_nothing_new()
    {
        Accept();
        Notify("terminated;reason=noresource", "SIP/2.0 200 OK\r\n");
        Notify("terminated;reason=noresource", "SIP/2.0 200 OK\r\n");
        Assert.Equal(200, peer.Answer("NOTIFY").Status);
        Assert.Single(gateway.Indications.OfType<SipIndication.ReferEnded>());
    }

    [Fact]
    public void A_last_notify_without_body_leaves_the_outcome_as_it_was()
    {
        Accept();
        Notify("active;expires=60", "SIP/2.0 180 Ringing\r\n");
        Notify("terminated;reason=noresource", "");
        Assert.Equal(200, peer.Answer("NOTIFY").Status);
        Assert.Equal(180, gateway.Only<SipIndication.ReferEnded>().Report!.Status);
    }

    [Fact]
    public void A_last_notify_that_cannot_be_read_is_refused_and_ends_the_subscription()
    {
        Accept();
        Notify("terminated;reason=noresource", "all went well");
        Assert.Equal(400, peer.Answer("NOTIFY").Status);
        Assert.Null(gateway.Only<SipIndication.ReferEnded>().Report);
    }

    [Theory]
    [InlineData("Refer")]
    [InlineData("refer;id=2")]
    public void The_event_may_be_spelled_otherwise_or_carry_the_id(string name)
    {
        Accept();
        Notify("active;expires=60", "SIP/2.0 180 Ringing\r\n", name);
        Assert.Equal(180, gateway.Only<SipIndication.ReferProgress>().Report.Status);
    }

    [Fact]
    public void A_notify_with_a_foreign_id_has_no_subscription()
    {
        Accept();
        Notify("active;expires=60", "SIP/2.0 180 Ringing\r\n", "refer;id=9");
        Assert.Equal(481, peer.Answer("NOTIFY").Status);
    }

    [Fact]
    public void The_reason_of_the_outcome_is_read()
    {
        Accept();
        Notify("terminated;reason=noresource", "SIP/2.0 486 Busy Here\r\nReason: Q.850;cause=17;text=\"User busy\";location=LN\r\n");
        Assert.Equal(Reason.Q850(17, "User busy", 2), Assert.Single(gateway.Only<SipIndication.ReferEnded>().Report!.Reasons));
    }

    [Fact]
    public void No_notify_within_timer_n_leaves_the_outcome_unknown_and_the_call_up()
    {
        Accept();
        network.Run(TimeSpan.FromSeconds(33));
        Assert.Equal((null, "no NOTIFY"), (gateway.Only<SipIndication.ReferEnded>().Report, gateway.Only<SipIndication.ReferEnded>().Why));
        Assert.False(gateway.Heard<SipIndication.Ended>());
    }

    [Theory]
    [InlineData(405, false)]
    [InlineData(501, false)]
    [InlineData(603, false)]
    [InlineData(404, false)]
    [InlineData(481, true)]
    public void Only_a_481_to_the_refer_costs_the_call(int status, bool ends)
    {
        Accept($"SIP/2.0 {status} No");
        Assert.Equal(status, gateway.Only<SipIndication.ReferRejected>().Why.Status);
        Assert.Equal(ends ? 1 : 0, peer.Count("BYE"));
    }

    [Fact]
    public void The_peers_bye_before_the_last_notify_keeps_the_subscription()
    {
        Accept();
        peer.Say(gateway,
            $"""
            BYE sip:gw@198.51.100.1:5060 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-bye
            Max-Forwards: 70
            From: {peer.Request("REFER").To}
            To: {peer.Request("REFER").From}
            Call-ID: {peer.Request("REFER").CallId}
            CSeq: {++notifies} BYE
            Content-Length: 0

            """);
        Wait();
        Assert.Equal(EndedBy.Bye, gateway.Only<SipIndication.Ended>().End.By);
        Notify("terminated;reason=noresource", "SIP/2.0 200 OK\r\n");
        Assert.Equal(200, peer.Answer("NOTIFY").Status);
        Assert.Equal(200, gateway.Only<SipIndication.ReferEnded>().Report!.Status);
        Notify("terminated;reason=noresource", "SIP/2.0 200 OK\r\n");
        Assert.Equal(481, peer.Answer("NOTIFY").Status);
    }

    private void Accept(string statusLine = "SIP/2.0 202 Accepted", string headers = "")
    {
        peer.Answer(gateway, peer.Request("REFER"), statusLine, "b1", headers);
        Wait();
    }

    private void Notify(string state, string body, string name = "refer")
    {
        var refer = peer.Request("REFER");
        notifies++;
        peer.Say(gateway,
            $"""
            NOTIFY sip:gw@198.51.100.1:5060 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-n{notifies}
            Max-Forwards: 70
            From: {refer.To}
            To: {refer.From}
            Call-ID: {refer.CallId}
            CSeq: {notifies} NOTIFY
            Contact: <sip:1001@192.0.2.10:5060>
            Event: {name}
            Subscription-State: {state}
            Content-Type: message/sipfrag
            Content-Length: {body.Length}

            {body}
            """);
        Wait();
    }

    private void Wait() => network.Run(TimeSpan.FromMilliseconds(50));
}
