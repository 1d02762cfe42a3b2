using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;
using Gateway.Sip;
using Stacks.Tests.Sip.World;

namespace Stacks.Tests.Sip;

/// <summary>Scripted requests against a real stack: RFC 3261 8.2, 12.2.2, 17.2.3, 18.2 and RFC 3891 3.</summary>
public class RequestTests
{
    private readonly Network network = new();
    private readonly Phone gateway;
    private readonly ScriptedPeer peer;
    private int branches;

    public RequestTests()
    {
        gateway = new Phone(network, "gw", "198.51.100.1");
        peer = new ScriptedPeer(network, "peer", "192.0.2.10");
    }

    [Theory]
    [InlineData("OPTIONS", 200)]
    [InlineData("REGISTER", 405)]
    [InlineData("MESSAGE", 405)]
    [InlineData("JUGGLE", 501)]
    [InlineData("BYE", 481)]
    [InlineData("INFO", 481)]
    [InlineData("UPDATE", 481)]
    public void Requests_outside_a_dialog_are_answered(string method, int status)
    {
        Say(method);
        Assert.Equal(status, peer.Answer(method).Status);
        if (status is 200 or 405 or 501)
        {
            Assert.Contains("REFER", peer.Answer(method).Allow);
        }
    }

    [Fact]
    public void Options_tells_what_we_can()
    {
        Say("OPTIONS");
        var answer = peer.Answer("OPTIONS");
        Assert.Contains("replaces", answer.Supported);
        Assert.Equal(["application/sdp"], answer.Accept);
        Assert.Equal(["refer"], answer.AllowEvents);
    }

    [Fact]
    public void A_session_description_among_other_parts_is_the_offer()
    {
        const string sdp = "v=0\no=- 1 1 IN IP4 192.0.2.10\ns=-\nc=IN IP4 192.0.2.10\nt=0 0\nm=audio 4000 RTP/AVP 8\n";
        const string body = $"--b\nContent-Type: application/qsig\n\nx\n--b\nContent-Type: application/sdp\n\n{sdp}\n--b--\n";
        var length = body.Replace("\n", "\r\n", StringComparison.Ordinal).Length;
        peer.Say(gateway, Message("INVITE", headers: "Content-Type: multipart/mixed;boundary=b\n")
            .Replace("Content-Length: 0\n", $"Content-Length: {length}\n\n{body}", StringComparison.Ordinal));
        Wait();
        var offer = gateway.Only<SipIndication.IncomingCall>().Offer!;
        Assert.True(offer.IsSdp);
        Assert.StartsWith("v=0", System.Text.Encoding.UTF8.GetString(offer.Octets.Span), StringComparison.Ordinal);
    }

    /// <summary>RFC 3261 8.2.3 and 21.4.13; RFC 4475 3.3.6.</summary>
    [Theory]
    [InlineData("Content-Type: application/unknownformat\n", 415)]
    [InlineData("Content-Type: application/unknownformat\nContent-Disposition: render;handling=optional\n", null)]
    [InlineData("Content-Type: application/sdp\nContent-Encoding: gzip\n", 415)]
    public void A_body_that_nobody_here_reads_is_a_415(string headers, int? status)
    {
        peer.Say(gateway, Message("INVITE", headers: headers).Replace("Content-Length: 0\n", "Content-Length: 4\n\nv=0\n", StringComparison.Ordinal));
        Wait();
        if (status is null)
        {
            gateway.Only<SipIndication.IncomingCall>();
            return;
        }

        var answer = peer.Answer("INVITE");
        Assert.Equal(status, answer.Status);
        Assert.Equal(["application/sdp"], answer.Accept);
        Assert.Equal("identity", answer[HeaderName.AcceptEncoding]);
    }

    /// <summary>RFC 3261 20.1 and 21.4.7; RFC 4475 3.3.7.</summary>
    [Theory]
    [InlineData("text/nobodyKnowsThis", false)]
    [InlineData("text/plain, application/*;q=0.5", true)]
    [InlineData("application/SDP ;level=1", true)]
    [InlineData("*/*", true)]
    public void A_caller_that_takes_no_session_description_is_a_406(string accepted, bool taken)
    {
        Say("INVITE", headers: $"Accept: {accepted}\n");
        if (taken)
        {
            gateway.Only<SipIndication.IncomingCall>();
        }
        else
        {
            Assert.Equal(406, peer.Answer("INVITE").Status);
        }
    }

    [Fact]
    public void A_request_for_an_unknown_dialog_is_a_481()
    {
        Say("BYE", toTag: "nobody");
        Assert.Equal(481, peer.Answer("BYE").Status);
    }

    [Fact]
    public void An_unknown_requirement_is_a_420()
    {
        Say("INVITE", headers: "Require: 100rel, preconditions\n");
        Assert.Equal((420, "preconditions"), (peer.Answer("INVITE").Status, Assert.Single(peer.Answer("INVITE").Unsupported)));
    }

    [Fact]
    public void A_merged_request_is_a_482()
    {
        Say("INVITE");
        Say("INVITE");
        Assert.Equal(482, peer.Answer("INVITE").Status);
        Assert.Single(gateway.Indications.OfType<SipIndication.IncomingCall>());
    }

    [Fact]
    public void A_malformed_request_is_refused_with_what_is_wrong_in_the_log()
    {
        Say("INVITE", headers: "Max-Forwards: many\n");
        Assert.Equal(400, peer.Answer("INVITE").Status);
        Assert.Contains(gateway.Observed, line => line.Contains("Max-Forwards", StringComparison.Ordinal) && line.Contains("octet", StringComparison.Ordinal));
        Assert.True(gateway.Stack.IsIdle);
    }

    [Fact]
    public void Octets_that_are_no_message_are_dropped()
    {
        network.Send(peer.EndPoint, gateway.EndPoint, [0x16, 0x03, 0x01, 0x02]);
        Wait();
        Assert.Empty(peer.Heard);
        Assert.Single(gateway.Observed);
    }

    [Fact]
    public void An_answer_goes_to_the_source_address_and_to_the_sent_by_port()
    {
        var behind = new ScriptedPeer(network, "behind", "203.0.113.9", 40000);
        var atPort = new ScriptedPeer(network, "atport", "203.0.113.9", 5070);
        behind.Say(gateway, Message("OPTIONS", sentBy: "10.0.0.1:5070"));
        Wait();
        Assert.Equal("203.0.113.9", atPort.Answer("OPTIONS").TopVia.Received);
        Assert.Empty(behind.Heard);
    }

    [Fact]
    public void With_rport_an_answer_goes_back_to_the_source_port()
    {
        var behind = new ScriptedPeer(network, "behind", "203.0.113.9", 40000);
        behind.Say(gateway, Message("OPTIONS", sentBy: "10.0.0.1:5070", via: ";rport"));
        Wait();
        Assert.Equal(("203.0.113.9", (int?)40000), (behind.Answer("OPTIONS").TopVia.Received, behind.Answer("OPTIONS").TopVia.Rport));
    }

    [Fact]
    public void A_repeated_request_gets_the_same_answer_again()
    {
        var options = Message("OPTIONS");
        peer.Say(gateway, options);
        peer.Say(gateway, options);
        Wait();
        Assert.Equal(2, peer.Heard.Count);
        Assert.Equal(peer.Heard[0], peer.Heard[1]);
    }

    [Fact]
    public void A_repeated_invite_of_rfc_2543_is_known_without_a_branch()
    {
        var invite = Message("INVITE", branch: null);
        peer.Say(gateway, invite);
        peer.Say(gateway, invite);
        Wait();
        Assert.Single(gateway.Indications.OfType<SipIndication.IncomingCall>());
        gateway.Do(new SipCommand.Reject(gateway.Only<SipIndication.IncomingCall>().Call, 486));
        Wait();
        peer.Say(gateway, Message("ACK", branch: null, toTag: "gw1"));
        network.RunOut();
        Assert.True(gateway.Stack.IsIdle);
        Assert.Equal(1, peer.Heard.OfType<SipResponse>().Count(response => response.Status == 486));
    }

    [Fact]
    public void An_invite_without_contact_is_a_400()
    {
        peer.Say(gateway, Message("INVITE").Replace("Contact: <sip:1001@192.0.2.10:5060>\n", "", StringComparison.Ordinal));
        Wait();
        Assert.Equal(400, peer.Answer("INVITE").Status);
    }

    [Fact]
    public void Requests_follow_the_route_set_to_the_proxy()
    {
        var proxy = new ScriptedPeer(network, "proxy", "192.0.2.99");
        proxy.Say(gateway, Message("INVITE", sentBy: "192.0.2.99:5060", headers: "Record-Route: <sip:192.0.2.99;lr>, <sip:far.example.com;lr>\n"));
        Wait();
        var call = gateway.Only<SipIndication.IncomingCall>().Call;
        gateway.Do(new SipCommand.Answer(call, Some.Sdp));
        Wait();
        Assert.Equal(2, proxy.Answer("INVITE").RecordRoutes.Count);
        proxy.Say(gateway, Message("ACK", toTag: "gw1"));
        Wait();
        gateway.Do(new SipCommand.Leave(call));
        Wait();
        var bye = proxy.Request("BYE");
        Assert.Equal("sip:1001@192.0.2.10:5060", bye.Uri.ToString());
        Assert.Equal(["<sip:192.0.2.99;lr>", "<sip:far.example.com;lr>"], bye.Routes.Select(route => route.ToString()));
    }

    [Fact]
    public void A_peer_behind_a_translator_is_reached_the_way_it_came_when_so_set()
    {
        var keeper = new Phone(network, "keeper", "198.51.100.2", new SipStackOptions { KeepFlow = true });
        var behind = new ScriptedPeer(network, "behind", "203.0.113.9", 40000);
        behind.Say(keeper, Message("INVITE", sentBy: "10.0.0.1:5060", via: ";rport"));
        Wait();
        keeper.Do(new SipCommand.Answer(keeper.Only<SipIndication.IncomingCall>().Call, Some.Sdp));
        Wait();
        behind.Say(keeper, Message("ACK", toTag: "keeper1", sentBy: "10.0.0.1:5060", via: ";rport"));
        Wait();
        keeper.Do(new SipCommand.Leave(keeper.Only<SipIndication.IncomingCall>().Call));
        Wait();
        Assert.Equal("sip:1001@192.0.2.10:5060", behind.Request("BYE").Uri.ToString());
    }

    [Fact]
    public void Over_a_connection_nothing_is_repeated_and_answers_keep_the_connection()
    {
        var stack = new SipStack(new CountedIdentifiers("tcp"));
        var flow = new Flow(new Listener(SipTransport.Tcp, "198.51.100.1", 5060), new System.Net.IPEndPoint(peer.EndPoint.Address, 51234));
        var message = Some.Read(Message("INVITE", sentBy: "192.0.2.10:5060").Replace("SIP/2.0/UDP", "SIP/2.0/TCP", StringComparison.Ordinal));
        var incoming = stack.Handle(new SipInput.Received(flow, message)).OfType<SipIndication.IncomingCall>().Single();
        var outputs = stack.Handle(new SipCommand.Reject(incoming.Call, 486));
        Assert.Equal(flow, Assert.Single(outputs.OfType<SipOutput.Send>()).Flow);
        Assert.Equal([SipTimer.H, SipTimer.Tombstone], outputs.OfType<SipOutput.StartTimer>().Select(start => start.Timer.Timer));
    }

    [Fact]
    public void A_strict_router_gets_its_own_uri_in_the_request_line()
    {
        var proxy = new ScriptedPeer(network, "proxy", "192.0.2.99");
        proxy.Say(gateway, Message("INVITE", sentBy: "192.0.2.99:5060", headers: "Record-Route: <sip:192.0.2.99>\n"));
        Wait();
        gateway.Do(new SipCommand.Answer(gateway.Only<SipIndication.IncomingCall>().Call, Some.Sdp));
        Wait();
        proxy.Say(gateway, Message("ACK", toTag: "gw1"));
        Wait();
        gateway.Do(new SipCommand.Leave(gateway.Only<SipIndication.IncomingCall>().Call));
        Wait();
        Assert.Equal("sip:192.0.2.99", proxy.Request("BYE").Uri.ToString());
        Assert.Equal(["<sip:1001@192.0.2.10:5060>"], proxy.Request("BYE").Routes.Select(route => route.ToString()));
    }

    [Fact]
    public void A_second_2xx_of_another_fork_is_acknowledged_and_ended()
    {
        var call = Place();
        peer.Answer(gateway, peer.Request("INVITE"), "SIP/2.0 200 OK", "b1", "Contact: <sip:1001@192.0.2.10:5060>\n");
        Wait();
        peer.Answer(gateway, peer.Request("INVITE"), "SIP/2.0 200 OK", "b2", "Contact: <sip:1001@192.0.2.10:5060>\n");
        Wait();
        Assert.Equal(["b1", "b2"], peer.Heard.OfType<SipRequest>().Where(request => request.Method == SipMethod.Ack).Select(ack => ack.To.Tag));
        Assert.Equal("b2", peer.Request("BYE").To.Tag);
        Assert.Single(gateway.Indications.OfType<SipIndication.Answered>());
        Assert.NotNull(gateway.Stack.ReplacesFor(call));
    }

    [Fact]
    public void A_repeated_2xx_gets_the_same_ack()
    {
        Place();
        var invite = peer.Request("INVITE");
        for (var i = 0; i < 2; i++)
        {
            peer.Answer(gateway, invite, "SIP/2.0 200 OK", "b1", "Contact: <sip:1001@192.0.2.10:5060>\n");
            Wait();
        }

        var acks = peer.Heard.OfType<SipRequest>().Where(request => request.Method == SipMethod.Ack).ToArray();
        Assert.Equal(2, acks.Length);
        Assert.Equal(acks[0], acks[1]);
    }

    [Fact]
    public void A_response_with_two_vias_is_misrouted()
    {
        Place();
        var invite = peer.Request("INVITE");
        peer.Say(gateway,
            $"""
            SIP/2.0 180 Ringing
            Via: {invite.TopVia}
            Via: SIP/2.0/UDP 192.0.2.200;branch=z9hG4bKother
            From: {invite.From}
            To: {invite.To};tag=b1
            Call-ID: {invite.CallId}
            CSeq: 1 INVITE
            Content-Length: 0

            """);
        Wait();
        Assert.False(gateway.Heard<SipIndication.Provisional>());
        Assert.Contains(gateway.Observed, line => line.Contains("8.1.3.3", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Replaces: known@peer;to-tag=gw1;from-tag=p1\n", true, 0)]
    [InlineData("Replaces: known@peer;to-tag=gw1;from-tag=p1;early-only\n", true, 486)]
    [InlineData("Replaces: known@peer;to-tag=gw1;from-tag=p1\n", false, 481)]
    [InlineData("Replaces: known@peer;to-tag=gw1;from-tag=other\n", true, 481)]
    [InlineData("Replaces: known@peer;to-tag=p1;from-tag=gw1\n", true, 481)]
    [InlineData("Replaces: other@peer;to-tag=gw1;from-tag=p1\n", true, 481)]
    [InlineData("Replaces: known@peer;to-tag=gw1\n", true, 400)]
    [InlineData("Replaces: known@peer;to-tag=gw1;from-tag=p1\nReplaces: known@peer;to-tag=gw1;from-tag=p1\n", true, 400)]
    [InlineData("Replaces: known@peer;to-tag=gw1;from-tag=p1\nJoin: known@peer;to-tag=gw1;from-tag=p1\n", true, 400)]
    public void An_invite_with_replaces_is_taken_or_refused_as_the_dialog_is(string header, bool confirmed, int status)
    {
        Known(confirmed);
        Say("INVITE", callId: "new@peer", headers: header);
        if (status == 0)
        {
            Assert.Equal(gateway.Indications.OfType<SipIndication.IncomingCall>().First().Call, gateway.Last<SipIndication.IncomingCall>().Replaces);
        }
        else
        {
            Assert.Equal(status, peer.Answer("INVITE").Status);
            Assert.Single(gateway.Indications.OfType<SipIndication.IncomingCall>());
            Assert.False(gateway.Heard<SipIndication.Ended>());
        }
    }

    [Fact]
    public void A_replaced_call_ends_only_when_the_new_one_is_answered()
    {
        Known(confirmed: true);
        Say("INVITE", callId: "new@peer", headers: "Replaces: known@peer;to-tag=gw1;from-tag=p1\n");
        Assert.Equal(0, peer.Count("BYE"));
        gateway.Do(new SipCommand.Answer(gateway.Last<SipIndication.IncomingCall>().Call, Some.Sdp));
        Wait();
        Assert.Equal("known@peer", peer.Request("BYE").CallId);
        Assert.True(peer.Heard.FindIndex(message => message is SipResponse { Status: 200, CallId: "new@peer" }) < peer.Heard.IndexOf(peer.Request("BYE")));
    }

    [Fact]
    public void A_refused_replacement_leaves_the_old_call_alone()
    {
        Known(confirmed: true);
        Say("INVITE", callId: "new@peer", headers: "Replaces: known@peer;to-tag=gw1;from-tag=p1\n");
        gateway.Do(new SipCommand.Reject(gateway.Last<SipIndication.IncomingCall>().Call, 403));
        Wait();
        Assert.Equal(403, peer.Answer("INVITE").Status);
        Assert.Equal(0, peer.Count("BYE"));
    }

    [Fact]
    public void An_early_call_of_ours_is_replaced_by_cancelling_it()
    {
        Place();
        var invite = peer.Request("INVITE");
        peer.Answer(gateway, invite, "SIP/2.0 180 Ringing", "b1", "Contact: <sip:1001@192.0.2.10:5060>\n");
        Wait();
        Say("INVITE", callId: "new@peer", headers: $"Replaces: {invite.CallId};to-tag={invite.From.Tag};from-tag=b1\n");
        gateway.Do(new SipCommand.Answer(gateway.Only<SipIndication.IncomingCall>().Call, Some.Sdp));
        Wait();
        Assert.Equal(1, peer.Count("CANCEL"));
    }

    [Fact]
    public void A_call_that_ended_is_declined_for_64_seconds_and_unknown_afterwards()
    {
        Known(confirmed: true);
        Say("BYE", callId: "known@peer", toTag: "gw1", cseq: 2);
        Assert.True(gateway.Stack.IsTombstone(Replaces.Parse("known@peer;to-tag=gw1;from-tag=p1")!));
        Say("INVITE", callId: "new1@peer", headers: "Replaces: known@peer;to-tag=gw1;from-tag=p1\n");
        Assert.Equal(603, peer.Answer("INVITE").Status);
        network.Run(TimeSpan.FromSeconds(65));
        Say("INVITE", callId: "new2@peer", headers: "Replaces: known@peer;to-tag=gw1;from-tag=p1\n");
        Assert.Equal(481, peer.Answer("INVITE").Status);
    }

    [Fact]
    public void A_lower_cseq_is_a_500_and_changes_nothing()
    {
        Known(confirmed: true);
        Say("BYE", callId: "known@peer", toTag: "gw1", cseq: 1);
        Assert.Equal(500, peer.Answer("BYE").Status);
        Assert.False(gateway.Heard<SipIndication.Ended>());
    }

    [Theory]
    [InlineData("INFO", "", 200)]
    [InlineData("INFO", "Info-Package: dtmf\n", 469)]
    [InlineData("UPDATE", "", 200)]
    [InlineData("OPTIONS", "", 200)]
    public void Requests_inside_a_call_are_answered(string method, string headers, int status)
    {
        Known(confirmed: true);
        Say(method, callId: "known@peer", toTag: "gw1", cseq: 2, headers: headers);
        Assert.Equal(status, peer.Answer(method).Status);
    }

    [Fact]
    public void A_reinvite_before_the_ack_is_a_491_and_before_the_answer_a_500()
    {
        Known(confirmed: false);
        Say("INVITE", callId: "known@peer", toTag: "gw1", cseq: 2);
        Assert.Equal(500, peer.Answer("INVITE").Status);
        Assert.NotNull(peer.Answer("INVITE").RetryAfter);
        gateway.Do(new SipCommand.Answer(gateway.Only<SipIndication.IncomingCall>().Call, Some.Sdp));
        Wait();
        Say("INVITE", callId: "known@peer", toTag: "gw1", cseq: 3);
        Assert.Equal(491, peer.Answer("INVITE").Status);
    }

    [Fact]
    public void A_cancel_without_an_invite_is_a_481()
    {
        Say("CANCEL");
        Assert.Equal(481, peer.Answer("CANCEL").Status);
    }

    [Fact]
    public void A_command_for_a_call_that_is_gone_is_only_observed()
    {
        gateway.Do(new SipCommand.Leave(gateway.Stack.NewCall()));
        Assert.Contains("Leave names nothing that is up", gateway.Observed);
    }

    /// <summary>A call from the peer, ringing or answered and acknowledged: Call-ID known@peer, the peer's tag p1, ours gw1.</summary>
    private void Known(bool confirmed)
    {
        Say("INVITE", callId: "known@peer");
        var call = gateway.Only<SipIndication.IncomingCall>().Call;
        gateway.Do(new SipCommand.Ring(call));
        if (confirmed)
        {
            gateway.Do(new SipCommand.Answer(call, Some.Sdp));
            Wait();
            Say("ACK", callId: "known@peer", toTag: "gw1");
            Assert.True(gateway.Heard<SipIndication.AckReceived>());
        }
    }

    private CallHandle Place()
    {
        var call = gateway.Stack.NewCall();
        var uri = SipUri.Parse("sip:1001@192.0.2.10")!;
        gateway.Do(new SipCommand.PlaceCall(call, gateway.FlowTo(peer.EndPoint), uri, gateway.Address, NameAddr.Create(uri), Some.Sdp));
        Wait();
        return call;
    }

    private void Say(string method, string callId = "one@peer", string? toTag = null, int cseq = 1, string headers = "")
    {
        peer.Say(gateway, Message(method, callId, toTag, cseq, headers));
        Wait();
    }

    private string Message(
        string method, string callId = "one@peer", string? toTag = null, int cseq = 1, string headers = "",
        string sentBy = "192.0.2.10:5060", string via = "", string? branch = "z9hG4bK-")
    {
        branches++;
        var maxForwards = headers.Contains("Max-Forwards", StringComparison.Ordinal) ? "" : "Max-Forwards: 70\n";
        return $"""
            {method} sip:1002@198.51.100.1 SIP/2.0
            Via: SIP/2.0/UDP {sentBy}{(branch is null ? "" : $";branch={branch}{branches}")}{via}
            {maxForwards}From: <sip:1001@192.0.2.10>;tag=p1
            To: <sip:1002@198.51.100.1>{(toTag is null ? "" : $";tag={toTag}")}
            Call-ID: {callId}
            CSeq: {cseq} {method}
            Contact: <sip:1001@192.0.2.10:5060>
            {headers}Content-Length: 0

            """;
    }

    private void Wait() => network.Run(TimeSpan.FromMilliseconds(50));
}
