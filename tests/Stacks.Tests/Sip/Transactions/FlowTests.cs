using System.Net;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;
using Gateway.Sip;
using Gateway.Sip.Dialogs;
using Stacks.Tests.Sip.World;

namespace Stacks.Tests.Sip.Transactions;

/// <summary>Which way a message takes: connections, their loss, and requests too long for UDP (RFC 3261 18).</summary>
public class FlowTests
{
    private static readonly Listener Udp = new(SipTransport.Udp, "198.51.100.1", 5060);
    private static readonly Listener Tcp = new(SipTransport.Tcp, "198.51.100.1", 5060);
    private static readonly IPEndPoint Peer = IPEndPoint.Parse("192.0.2.1:5060");
    private static readonly SipContent Long = SipContent.Sdp(new byte[1300]);

    private readonly SipStack stack = new(new CountedIdentifiers("gw"), new SipStackOptions { StreamFor = flow => flow.Remote.Port == 5066 ? null : Tcp });

    [Fact]
    public void An_answer_takes_the_connection_of_its_request()
    {
        var flow = new Flow(Tcp, IPEndPoint.Parse("192.0.2.1:40001")) { Connection = 7 };
        var answer = Sent(stack.Handle(new SipInput.Received(flow, Some.Request("OPTIONS"))));
        Assert.Equal(flow, answer.Flow);
    }

    [Fact]
    public void An_answer_whose_connection_is_gone_goes_to_where_the_request_says_it_came_from()
    {
        var flow = new Flow(Tcp, IPEndPoint.Parse("203.0.113.9:40001")) { Connection = 7 };
        var answer = Sent(stack.Handle(new SipInput.Received(flow, Some.Request("OPTIONS"))));
        Assert.Equal(new Flow(Tcp, IPEndPoint.Parse("203.0.113.9:5060")), answer.Flow.Anew(answer.Message));
    }

    [Fact]
    public void Over_udp_an_answer_goes_to_the_port_it_came_from_where_that_was_asked_for()
    {
        var (asked, plain) = (Some.Request("OPTIONS"), Some.Request("OPTIONS"));
        asked = asked with { Vias = [Via.Parse("SIP/2.0/UDP 192.0.2.1:5070;branch=z9hG4bKrport;rport")!] };
        plain = plain with { Vias = [Via.Parse("SIP/2.0/UDP 192.0.2.1:5070;branch=z9hG4bKplain")!] };
        var flow = new Flow(Udp, IPEndPoint.Parse("203.0.113.9:40001"));
        var answer = Sent(stack.Handle(new SipInput.Received(flow, asked)));
        Assert.Equal(flow, answer.Flow);
        Assert.Equal(("203.0.113.9", 40001), (answer.Message.TopVia.Received, answer.Message.TopVia.Rport));
        Assert.Equal(flow with { Remote = IPEndPoint.Parse("203.0.113.9:5070") }, Sent(stack.Handle(new SipInput.Received(flow, plain))).Flow);
    }

    [Fact]
    public void A_request_of_ours_asks_for_the_port_it_came_from() =>
        Assert.True(Place(new Flow(Udp, Peer)).Message.TopVia.WantsRport);

    [Theory]
    [InlineData("sip:a@192.0.2.1:9999", "192.0.2.1:40001", 7L)]
    [InlineData("sip:a@192.0.2.2", "192.0.2.2:5060", null)]
    [InlineData("sip:a@192.0.2.2:5070", "192.0.2.2:5070", null)]
    [InlineData("sip:a@pbx.example.net", "192.0.2.1:40001", 7L)]
    public void Requests_of_a_dialog_keep_the_connection_to_the_same_address(string target, string remote, long? connection)
    {
        var flow = new Flow(Tcp, IPEndPoint.Parse("192.0.2.1:40001")) { Connection = 7 };
        Assert.Equal(flow with { Remote = IPEndPoint.Parse(remote), Connection = connection }, flow.Toward(SipUri.Parse(target)!));
    }

    [Fact]
    public void A_request_whose_connection_is_gone_goes_to_its_route_or_else_to_its_uri()
    {
        var flow = new Flow(Tcp, IPEndPoint.Parse("192.0.2.1:40001")) { Connection = 7 };
        var request = Some.Request("BYE");
        Assert.Equal("192.0.2.2:5060", flow.Anew(request).Remote.ToString());
        var routed = request with { Routes = [NameAddr.Create(SipUri.Parse("sip:192.0.2.99;lr")!)] };
        Assert.Equal("192.0.2.99:5060", flow.Anew(routed).Remote.ToString());
    }

    [Fact]
    public void The_default_port_of_tls_is_its_own() =>
        Assert.Equal(5061, new Flow(Tcp with { Transport = SipTransport.Tls }, Peer).Toward(SipUri.Parse("sip:a@192.0.2.2")!).Remote.Port);

    [Fact]
    public void A_request_too_long_for_udp_goes_over_tcp()
    {
        var sent = Place(new Flow(Udp, Peer), Long);
        Assert.Equal(new Flow(Tcp, Peer), sent.Flow);
        Assert.Equal("TCP", sent.Message.TopVia.Transport);
        // The Contact stays what was asked for: what follows need not be long.
        Assert.DoesNotContain("tcp", sent.Message.Contact!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_that_udp_can_carry_stays_there() => Assert.Equal(new Flow(Udp, Peer), Place(new Flow(Udp, Peer), Some.Sdp).Flow);

    [Fact]
    public void A_peer_without_tcp_gets_long_requests_by_udp()
    {
        var flow = new Flow(Udp, IPEndPoint.Parse("192.0.2.1:5066"));
        Assert.Equal(flow, Place(flow, Long).Flow);
    }

    [Fact]
    public void A_long_request_goes_by_udp_after_all_when_no_connection_is_to_be_had()
    {
        var first = Place(new Flow(Udp, Peer), Long);
        var outputs = stack.Handle(new SipInput.TransportFailed(first.Flow with { Connection = 3 }, first.Message.TopVia.Branch));
        var second = Sent(outputs);
        Assert.Equal((new Flow(Udp, Peer), "UDP"), (second.Flow, second.Message.TopVia.Transport));
        Assert.NotEqual(first.Message.TopVia.Branch, second.Message.TopVia.Branch);
        Assert.Contains(outputs, output => output is SipOutput.StartTimer { Timer.Timer: SipTimer.A });
        // Its second failure is one.
        outputs = stack.Handle(new SipInput.TransportFailed(second.Flow, second.Message.TopVia.Branch));
        Assert.Equal(EndedBy.TransportError, Assert.Single(outputs.OfType<SipIndication.Ended>()).End.By);
    }

    [Fact]
    public void A_lost_connection_fails_what_waits_for_an_answer_over_it_and_nothing_else()
    {
        Place(new Flow(Tcp, Peer));
        Place(new Flow(Tcp, IPEndPoint.Parse("192.0.2.2:5060")));
        Place(new Flow(Tcp, Peer) { Connection = 9 });
        var lost = stack.Handle(new SipInput.TransportFailed(new Flow(Tcp, Peer) { Connection = 4 }, null));
        Assert.Equal(EndedBy.TransportError, Assert.Single(lost.OfType<SipIndication.Ended>()).End.By);
        Assert.Empty(stack.Handle(new SipInput.TransportFailed(new Flow(Tcp, Peer) { Connection = 4 }, null)));
    }

    [Fact]
    public void A_call_that_rings_survives_the_loss_of_its_connection()
    {
        var invite = (SipRequest)Place(new Flow(Tcp, Peer)).Message;
        stack.Handle(new SipInput.Received(new Flow(Tcp, Peer), invite.Respond(180, "peer")));
        Assert.Empty(stack.Handle(new SipInput.TransportFailed(new Flow(Tcp, Peer), null)));
        var answer = invite.Respond(200, "peer") with { Contact = NameAddr.Create(SipUri.Parse("sip:b@192.0.2.1")!) };
        Assert.Single(stack.Handle(new SipInput.Received(new Flow(Tcp, Peer) { Connection = 12 }, answer)).OfType<SipIndication.Answered>());
    }

    [Fact]
    public void Over_ipv6_hosts_stand_in_brackets()
    {
        var listener = new Listener(SipTransport.Tcp, "2001:db8::1", 5060);
        var invite = Place(new Flow(listener, IPEndPoint.Parse("[2001:db8::2]:5060"))).Message;
        Assert.Equal("[2001:db8::1]", invite.TopVia.Host);
        Assert.Contains("@[2001:db8::1]:5060;transport=tcp", invite.Contact!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, 200)]
    [InlineData(404, 404)]
    public void A_probe_tells_the_status_it_was_answered_with(int status, int told)
    {
        var probe = stack.NewProbe();
        var options = (SipRequest)Sent(stack.Handle(new SipCommand.Probe(probe, new Flow(Udp, Peer), SipUri.Parse("sip:192.0.2.1")!))).Message;
        Assert.Equal("OPTIONS", options.Method.Name);
        var ended = stack.Handle(new SipInput.Received(new Flow(Udp, Peer), options.Respond(status, "peer"))).OfType<SipIndication.ProbeEnded>();
        Assert.Equal(new SipIndication.ProbeEnded(probe, told), Assert.Single(ended));
    }

    [Fact]
    public void A_probe_that_cannot_leave_tells_no_status()
    {
        var probe = stack.NewProbe();
        var sent = Sent(stack.Handle(new SipCommand.Probe(probe, new Flow(Udp, Peer), SipUri.Parse("sip:192.0.2.1")!)));
        var ended = stack.Handle(new SipInput.TransportFailed(sent.Flow, sent.Message.TopVia.Branch)).OfType<SipIndication.ProbeEnded>();
        Assert.Null(Assert.Single(ended).Status);
    }

    private static SipOutput.Send Sent(IReadOnlyList<SipOutput> outputs) => outputs.OfType<SipOutput.Send>().Last();

    private SipOutput.Send Place(Flow flow, SipContent? offer = null) => Sent(stack.Handle(new SipCommand.PlaceCall(
        stack.NewCall(), flow, SipUri.Parse("sip:b@192.0.2.1")!, NameAddr.Create(SipUri.Parse("sip:a@198.51.100.1")!), NameAddr.Create(SipUri.Parse("sip:b@192.0.2.1")!), offer)));
}
