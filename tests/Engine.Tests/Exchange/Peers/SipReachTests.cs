using System.Net;
using System.Text;
using Gateway.Codecs.Sip.Messages;
using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Engine.Routing;
using Gateway.Exchange;
using Gateway.Exchange.Peers;
using Gateway.Sip;
using ExchangeNode = Gateway.Exchange.Exchange;

namespace Engine.Tests.Exchange.Peers;

/// <summary>Calls to a SIP peer with several places: which one is called, and what happens when it does not answer.</summary>
public class SipReachTests
{
    private static readonly Listener Udp = new(SipTransport.Udp, "198.51.100.1", 5060);
    private static readonly Listener Tcp = new(SipTransport.Tcp, "198.51.100.1", 5060);
    private static readonly Flow Caller = new(Udp, IPEndPoint.Parse("192.0.2.1:5060"));
    private static readonly SipDestination First = new(IPEndPoint.Parse("203.0.113.1:5060"), SipTransport.Udp);
    private static readonly SipDestination Second = new(IPEndPoint.Parse("203.0.113.2:5062"), SipTransport.Tcp);

    private readonly List<ExchangeOutput> outputs = [];
    private ExchangeNode node = Node(peer => peer);
    private TimeSpan now;

    [Fact]
    public void The_next_place_is_tried_when_nothing_can_be_sent_to_the_first()
    {
        var first = Call();
        Assert.Equal(First.Remote, first.Flow.Remote);
        Take(new SipInput.TransportFailed(first.Flow, first.Message.TopVia.Branch));
        var second = Invite();
        Assert.Equal((Second.Remote, Tcp), (second.Flow.Remote, second.Flow.Local));
        Assert.Equal("sip:77@203.0.113.2:5062", ((SipRequest)second.Message).Uri.ToString());
        Assert.Equal(first.Message.CallId, second.Message.CallId);
        Assert.NotEqual(first.Message.TopVia.Branch, second.Message.TopVia.Branch);
        Assert.Equal("sip.peer.next", Assert.Single(Notes("sip.peer")).Event);
    }

    [Fact]
    public void The_next_place_is_tried_when_the_first_is_unavailable()
    {
        var first = Call();
        Answer(first, 503);
        Assert.Equal(Second.Remote, Invite().Flow.Remote);
    }

    [Fact]
    public void The_next_place_is_tried_when_the_first_is_silent()
    {
        Call();
        now += TimeSpan.FromSeconds(33);
        node.Wake(now, outputs);
        Assert.Equal(Second.Remote, Invite().Flow.Remote);
    }

    [Theory]
    [InlineData(486)]
    [InlineData(500)]
    [InlineData(603)]
    public void A_place_that_refuses_the_call_has_spoken_for_all(int status)
    {
        var first = Call();
        outputs.Clear();
        Answer(first, status);
        Assert.DoesNotContain(outputs.OfType<ExchangeOutput.SendSip>(), sent => sent.Message is SipRequest { Method.Name: "INVITE" });
        Assert.Contains(outputs.OfType<ExchangeOutput.SendSip>(), sent => sent.Flow == Caller && sent.Message is SipResponse { Status: > 400 });
    }

    [Fact]
    public void A_place_that_rings_keeps_the_call()
    {
        var first = Call();
        Answer(first, 180);
        outputs.Clear();
        Answer(first, 503);
        Assert.Contains(outputs.OfType<ExchangeOutput.SendSip>(), sent => sent.Flow == Caller && sent.Message is SipResponse { Status: 503 });
    }

    [Fact]
    public void After_the_last_place_the_call_has_failed()
    {
        Answer(Call(), 503);
        Answer(Invite(), 503);
        Assert.Contains(outputs.OfType<ExchangeOutput.SendSip>(), sent => sent.Flow == Caller && sent.Message is SipResponse { Status: 503 });
    }

    [Fact]
    public void A_call_that_was_given_up_is_not_tried_again()
    {
        var first = Call();
        Take(new SipInput.Received(Caller, Request("CANCEL")));
        outputs.Clear();
        Take(new SipInput.TransportFailed(first.Flow, first.Message.TopVia.Branch));
        Assert.DoesNotContain(outputs.OfType<ExchangeOutput.SendSip>(), sent => sent.Message is SipRequest { Method.Name: "INVITE" });
    }

    [Fact]
    public void A_place_that_does_not_answer_options_is_called_last_until_it_does()
    {
        node = Node(peer => peer with { ProbeInterval = TimeSpan.FromSeconds(30) });
        node.Take(new ExchangeInput.Start(), now, outputs);
        var probes = outputs.OfType<ExchangeOutput.SendSip>().ToArray();
        Assert.Equal([First.Remote, Second.Remote], probes.Select(probe => probe.Flow.Remote));
        Take(new SipInput.TransportFailed(probes[0].Flow, probes[0].Message.TopVia.Branch));
        Answer(probes[1], 405);
        Assert.Equal([(First, false), (Second, true)], outputs.OfType<ExchangeOutput.PeerChanged>().Select(changed => (changed.Place, changed.IsUp)));
        Assert.Equal(Second.Remote, Call().Flow.Remote);

        outputs.Clear();
        now += TimeSpan.FromSeconds(30);
        node.Wake(now, outputs);
        Answer(outputs.OfType<ExchangeOutput.SendSip>().Single(sent => sent.Flow.Remote.Equals(First.Remote) && sent.Message is SipRequest { Method.Name: "OPTIONS" }), 200);
        Assert.Equal("sip.peer.up", Assert.Single(Notes("sip.peer")).Event);
        Assert.Equal(First.Remote, Call(2).Flow.Remote);
    }

    [Fact]
    public void A_peer_with_a_domain_is_called_under_it()
    {
        node = Node(peer => peer with { Domain = "pbx.example.net" });
        var request = (SipRequest)Call().Message;
        Assert.Equal(("sip:77@pbx.example.net", "sip:77@pbx.example.net"), (request.Uri.ToString(), request.To.Uri.ToString()));
    }

    [Fact]
    public void A_call_by_way_of_an_outbound_proxy_says_so()
    {
        node = Node(peer => peer with { OutboundProxy = new SipDestination(IPEndPoint.Parse("203.0.113.9:5060"), SipTransport.Tcp) });
        var sent = Call();
        Assert.Equal("203.0.113.9:5060", sent.Flow.Remote.ToString());
        Assert.Equal("sip:77@203.0.113.1:5060", ((SipRequest)sent.Message).Uri.ToString());
        Assert.Equal("<sip:203.0.113.9:5060;transport=tcp;lr>", Assert.Single(sent.Message.Routes).ToString());
    }

    private static ExchangeNode Node(Func<PeerAddress, PeerAddress> change) => new(
        new ExchangeSettings
        {
            Engine = new EngineSettings
            {
                Peers = [new PeerSettings { Name = "caller" }, new PeerSettings { Name = "pbx" }],
                Routes = [new Route { Id = "all", To = "pbx" }],
            },
            Peers =
            [
                new PeerAddress(new PeerName("caller"), PeerProtocol.Sip, Caller.Remote),
                change(new PeerAddress(new PeerName("pbx"), PeerProtocol.Sip, First.Remote) { Others = [Second] }),
            ],
            SipDoors = [Udp, Tcp],
        },
        new Counted());

    private static SipRequest Request(string method, int number = 1) => (SipRequest)SipMessage.Decode(Encoding.ASCII.GetBytes(
        $"{method} sip:77@198.51.100.1 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKcaller{number}\r\nFrom: <sip:1@192.0.2.1>;tag=a\r\nTo: <sip:77@198.51.100.1>\r\n" +
        $"Call-ID: caller{number}\r\nCSeq: 1 {method}\r\nMax-Forwards: 70\r\nContact: <sip:1@192.0.2.1>\r\nContent-Type: application/sdp\r\nContent-Length: 103\r\n\r\n" +
        "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\nm=audio 4000 RTP/AVP 8\r\na=rtpmap:8 PCMA/8000\r\n"[..103])).Message!;

    private ExchangeOutput.SendSip Call(int number = 1)
    {
        Take(new SipInput.Received(Caller, Request("INVITE", number)));
        return Invite();
    }

    private ExchangeOutput.SendSip Invite() => outputs.OfType<ExchangeOutput.SendSip>().Last(sent => sent.Message is SipRequest { Method.Name: "INVITE" });

    private void Answer(ExchangeOutput.SendSip sent, int status) => Take(new SipInput.Received(sent.Flow, ((SipRequest)sent.Message).Respond(status, "pbx")));

    private void Take(SipInput input) => node.Take(new ExchangeInput.Sip(input), now, outputs);

    private IEnumerable<Note> Notes(string prefix) =>
        outputs.OfType<ExchangeOutput.Noted>().Select(noted => noted.Note).Where(note => note.Event.StartsWith(prefix, StringComparison.Ordinal));
}
