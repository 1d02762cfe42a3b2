using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;
using Gateway.Sip;
using Gateway.Sip.Dialogs;
using Stacks.Tests.Sip.World;

namespace Stacks.Tests.Sip.Refer;

/// <summary>A REFER that we send in a dialog of its own, to a peer that is reached by a GRUU: RFC 7647 (2015) 4, RFC 4538 (2006); and peers that end the call first.</summary>
public class ReferOutsideTests
{
    private readonly Network network = new();
    private readonly Phone gateway;
    private readonly ScriptedPeer peer;
    private readonly CallHandle call;
    private int sequence;

    public ReferOutsideTests()
    {
        gateway = new Phone(network, "gw", "198.51.100.1");
        peer = new ScriptedPeer(network, "peer", "192.0.2.10");
        call = gateway.Stack.NewCall();
        var uri = SipUri.Parse("sip:1001@192.0.2.10")!;
        gateway.Do(new SipCommand.PlaceCall(call, gateway.FlowTo(peer.EndPoint), uri, gateway.Address, NameAddr.Create(uri), Some.Sdp));
        Wait();
        peer.Answer(gateway, peer.Request("INVITE"), "SIP/2.0 200 OK", "b1", "Contact: <sip:1001@192.0.2.10:5060;gr=urn:uuid:7>\nSupported: tdialog\n");
        Wait();
    }

    [Fact]
    public void It_names_the_call_by_Target_Dialog_as_the_peer_sees_it()
    {
        Refer();
        var (refer, invite) = (peer.Request("REFER"), peer.Request("INVITE"));
        Assert.Equal("sip:1001@192.0.2.10:5060;gr=urn:uuid:7", refer.Uri.ToString());
        Assert.Null(refer.To.Tag);
        Assert.NotEqual(invite.CallId, refer.CallId);
        Assert.NotEqual(invite.From.Tag, refer.From.Tag);
        Assert.Equal(new TargetDialog(invite.CallId, "b1", invite.From.Tag!), refer.TargetDialog);
        Assert.Equal(["tdialog"], refer.Require);
        Assert.Equal(1u, refer.CSeq.Number);
    }

    [Fact]
    public void Its_NOTIFYs_come_in_the_dialog_that_its_2xx_made()
    {
        Refer();
        Accept();
        Notify("active;expires=60", "SIP/2.0 180 Ringing\r\n");
        Notify("terminated;reason=noresource", "SIP/2.0 200 OK\r\n");
        Assert.Equal(200, peer.Answer("NOTIFY").Status);
        Assert.Equal(200, gateway.Only<SipIndication.ReferEnded>().Report!.Status);
        gateway.Do(new SipCommand.Leave(call));
        Wait();
        peer.Answer(gateway, peer.Request("BYE"), "SIP/2.0 200 OK", "");
        network.Run(TimeSpan.FromSeconds(70));
        Assert.True(gateway.Stack.IsIdle);
    }

    [Fact]
    public void A_NOTIFY_that_overtakes_the_2xx_makes_the_dialog()
    {
        Refer();
        Notify("active;expires=60", "SIP/2.0 100 Trying\r\n");
        Assert.Equal(200, peer.Answer("NOTIFY").Status);
        Accept();
        Notify("terminated;reason=noresource", "SIP/2.0 603 Decline\r\n");
        Assert.Equal(603, gateway.Only<SipIndication.ReferEnded>().Report!.Status);
    }

    [Theory]
    [InlineData(481)]
    [InlineData(404)]
    [InlineData(408)]
    public void A_refusal_of_it_costs_nothing_but_itself(int status)
    {
        Refer();
        peer.Answer(gateway, peer.Request("REFER"), $"SIP/2.0 {status} No", "r1");
        Wait();
        Assert.Equal(status, gateway.Only<SipIndication.ReferRejected>().Why.Status);
        Assert.False(gateway.Heard<SipIndication.Ended>());
        Assert.Equal(0, peer.Count("BYE"));
    }

    [Fact]
    public void A_final_report_is_the_last_though_the_state_stays_active()
    {
        Refer(outside: false);
        Accept();
        Notify("active", "SIP/2.0 200 Ok\r\n");
        Assert.Equal(200, gateway.Only<SipIndication.ReferEnded>().Report!.Status);
        Notify("terminated;reason=reason=noresource", "SIP/2.0 200 Ok\r\n");
        Assert.Equal(200, peer.Answer("NOTIFY").Status);
        Assert.Single(gateway.Indications.OfType<SipIndication.ReferEnded>());
    }

    [Theory]
    [InlineData("active")]
    [InlineData("Active;expires=60")]
    [InlineData("pending")]
    public void A_state_without_a_time_is_taken(string state)
    {
        Refer(outside: false);
        Accept();
        Notify(state, "SIP/2.0 100 Trying\r\n");
        Assert.Equal(200, peer.Answer("NOTIFY").Status);
        Notify("terminated;reason=reason=noresource", "SIP/2.0 200 OK");
        Assert.Equal(200, peer.Answer("NOTIFY").Status);
        Assert.Equal(200, gateway.Only<SipIndication.ReferEnded>().Report!.Status);
    }

    [Fact]
    public void Who_hangs_up_behind_the_202_and_never_tells_leaves_the_outcome_unknown()
    {
        Refer(outside: false);
        Accept();
        Bye();
        Assert.Equal(EndedBy.Bye, gateway.Only<SipIndication.Ended>().End.By);
        network.Run(TimeSpan.FromSeconds(33));
        Assert.Null(gateway.Only<SipIndication.ReferEnded>().Report);
        network.Run(TimeSpan.FromSeconds(40));
        Assert.True(gateway.Stack.IsIdle);
    }

    [Fact]
    public void Who_hangs_up_behind_a_100_has_64_T1_to_tell_the_end()
    {
        Refer(outside: false);
        Accept();
        Notify("active;expires=3600", "SIP/2.0 100 Trying\r\n");
        Bye();
        network.Run(TimeSpan.FromSeconds(31));
        Assert.False(gateway.Heard<SipIndication.ReferEnded>());
        network.Run(TimeSpan.FromSeconds(2));
        Assert.Equal((100, "no last NOTIFY"), (gateway.Only<SipIndication.ReferEnded>().Report!.Status, gateway.Only<SipIndication.ReferEnded>().Why));
    }

    private void Refer(bool outside = true)
    {
        gateway.Do(new SipCommand.SendRefer(call, gateway.Stack.NewRefer(), ReferTo.Create(SipUri.Parse("sip:1003@192.0.2.30")!), gateway.Address) { OutsideDialog = outside });
        Wait();
    }

    private void Accept()
    {
        peer.Answer(gateway, peer.Request("REFER"), "SIP/2.0 202 Accepted", "r1", "Contact: <sip:1001@192.0.2.10:5060;gr=urn:uuid:7>\n");
        Wait();
    }

    private void Notify(string state, string body) => Say("NOTIFY", $"Contact: <sip:1001@192.0.2.10:5060>\nEvent: refer\nSubscription-State: {state}\nContent-Type: message/sipfrag\n", body);

    private void Bye() => Say("BYE", "", "");

    private void Say(string method, string headers, string body)
    {
        var refer = peer.Request("REFER");
        sequence++;
        peer.Say(gateway,
            $"""
            {method} sip:gw@198.51.100.1:5060 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-{sequence}
            Max-Forwards: 70
            From: {(refer.To.Tag is null ? $"{refer.To};tag=r1" : refer.To)}
            To: {refer.From}
            Call-ID: {refer.CallId}
            CSeq: {sequence} {method}
            {headers}Content-Length: {body.Length}

            {body}
            """);
        Wait();
    }

    private void Wait() => network.Run(TimeSpan.FromMilliseconds(50));
}
