using System.Net;
using System.Text;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;
using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Engine.Routing;
using Gateway.Exchange;
using Gateway.Exchange.Peers;
using Gateway.Sip;
using Gateway.Sip.Security;
using ExchangeNode = Gateway.Exchange.Exchange;

namespace Engine.Tests.Exchange.Peers;

/// <summary>A SIP peer that is known by name (RFC 3263): where it is comes from outside, as one input, and may change.</summary>
public class NamedPeerTests
{
    private static readonly Listener Udp = new(SipTransport.Udp, "198.51.100.1", 5060);
    private static readonly Listener Tcp = new(SipTransport.Tcp, "198.51.100.1", 5060);
    private static readonly Flow Caller = new(Udp, IPEndPoint.Parse("192.0.2.1:5060"));
    private static readonly SipDestination First = At("203.0.113.1:5060"), Second = At("203.0.113.2:5062"), Third = At("203.0.113.3:5060");

    private readonly List<ExchangeOutput> outputs = [];
    private ExchangeNode node = Node(peer => peer);
    private TimeSpan now;

    [Fact]
    public void Before_its_name_is_resolved_it_is_answered_for_as_one_that_is_down()
    {
        Take(new SipInput.Received(Caller, Request("INVITE", 1)));
        Assert.Equal(503, Sent<SipResponse>().Last(sent => sent.Flow == Caller).Message is SipResponse { Status: var status } ? status : 0);
        Assert.Equal("sip.peer.unknown", Assert.Single(Notes("sip.peer")).Event);
        Assert.Empty(Sent<SipRequest>());
    }

    [Fact]
    public void It_is_called_where_its_name_leads_first_under_that_name()
    {
        Locate([First, Second]);
        var sent = Call();
        Assert.Equal((First.Remote, "sip:77@carrier.example"), (sent.Flow.Remote, ((SipRequest)sent.Message).Uri.ToString()));
        Assert.Equal("carrier is reached at 203.0.113.1:5060;transport=udp, 203.0.113.2:5062;transport=udp", Assert.Single(Notes("sip.peer")).Text);
    }

    [Fact]
    public void That_the_same_addresses_changed_their_order_is_not_told_to_everybody()
    {
        Locate([First, Second]);
        Locate([Second, First]);
        Locate([Second]);
        Assert.Equal([NoteLevel.Information, NoteLevel.Debug, NoteLevel.Information], Notes("sip.peer.located").Select(note => note.Level));
        Assert.Equal(Second.Remote, Call().Flow.Remote);
    }

    [Fact]
    public void The_next_address_is_tried_and_after_the_last_the_name_is_asked_for_again()
    {
        Locate([First, Second]);
        Answer(Call(), 503);
        Assert.Empty(outputs.OfType<ExchangeOutput.PeerLost>());
        Assert.Equal(Second.Remote, Invite().Flow.Remote);
        Answer(Invite(), 503);
        Assert.Equal("carrier", Assert.Single(outputs.OfType<ExchangeOutput.PeerLost>()).Peer.Value);
        Locate([Third]);
        Assert.Equal(Third.Remote, Call(2).Flow.Remote);
    }

    [Fact]
    public void A_peer_with_one_address_that_is_silent_is_asked_for_again_too()
    {
        Locate([First]);
        Call();
        Wait(33);
        Assert.Single(outputs.OfType<ExchangeOutput.PeerLost>());
    }

    [Fact]
    public void A_refusal_is_no_reason_to_ask_for_the_name()
    {
        Locate([First]);
        Answer(Call(), 486);
        Assert.Empty(outputs.OfType<ExchangeOutput.PeerLost>());
    }

    /// <summary>Who is let in follows the name: its addresses now, and not those it had.</summary>
    [Fact]
    public void It_is_known_by_the_addresses_that_its_name_leads_to()
    {
        node = Node(peer => peer with { Admission = AdmissionRules.Open }, new AdmissionSettings { Key = new byte[32] });
        Assert.Equal([403, 403], [Asks(First), Asks(Second)]);
        Locate([First]);
        Assert.Equal([200, 403], [Asks(First), Asks(Second)]);
        Locate([Second]);
        Assert.Equal([403, 200], [Asks(First), Asks(Second)]);
    }

    /// <summary>A call that is up is not a stranger's because its peer's name leads elsewhere by now.</summary>
    [Fact]
    public void A_call_goes_on_where_it_is_when_the_name_leads_elsewhere()
    {
        node = Node(peer => peer, new AdmissionSettings { Key = new byte[32] });
        Locate([First]);
        var invite = (SipRequest)Call().Message;
        var answer = invite.Respond(200, "far") with { Contact = NameAddr.Create(SipUri.Create("77", "203.0.113.1", 5060)), ContentType = TokenValue.Parse("application/sdp"), Body = Request("INVITE", 1).Body };
        Take(new SipInput.Received(new Flow(Udp, First.Remote), answer));
        Locate([Second]);
        var bye = (SipRequest)SipMessage.Decode(Encoding.ASCII.GetBytes(
            $"BYE {invite.Contact!.Uri} SIP/2.0\r\nVia: SIP/2.0/UDP 203.0.113.1:5060;branch=z9hG4bKbye\r\nFrom: {invite.To};tag=far\r\nTo: {invite.From}\r\n" +
            $"Call-ID: {invite.CallId}\r\nCSeq: 1 BYE\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n")).Message!;
        Take(new SipInput.Received(new Flow(Udp, First.Remote), bye));
        Assert.Contains(Sent<SipResponse>(), sent => sent.Flow.Remote.Equals(First.Remote) && sent.Message is SipResponse { Status: 200, CSeq.Method.Name: "BYE" });
    }

    [Fact]
    public void New_addresses_are_probed_and_old_ones_no_longer()
    {
        node = Node(peer => peer with { ProbeInterval = TimeSpan.FromSeconds(30) });
        node.Take(new ExchangeInput.Start(), now, outputs);
        Locate([First]);
        Answer(Options().Single(), 200);
        Locate([Second]);
        Assert.Equal([First.Remote, Second.Remote], Options().Select(sent => sent.Flow.Remote));
        Answer(Options().Last(), 200);
        outputs.Clear();
        Wait(30);
        Assert.Equal([Second.Remote], Options().Select(sent => sent.Flow.Remote));
        Answer(Options().Last(), 200);

        // An address that comes back is asked once in each interval, not twice.
        Locate([First, Second]);
        Locate([Second]);
        Locate([First, Second]);
        Answer(Options().Last(), 200);
        outputs.Clear();
        Wait(30);
        Assert.Equal([First.Remote, Second.Remote], Options().Select(sent => sent.Flow.Remote).OrderBy(remote => remote.ToString()));
    }

    [Fact]
    public void When_no_address_answers_OPTIONS_the_name_is_asked_for_again()
    {
        node = Node(peer => peer with { ProbeInterval = TimeSpan.FromSeconds(30) });
        Locate([First, Second]);
        var probes = Options().ToArray();
        Take(new SipInput.TransportFailed(probes[0].Flow, probes[0].Message.TopVia.Branch));
        Assert.Empty(outputs.OfType<ExchangeOutput.PeerLost>());
        Take(new SipInput.TransportFailed(probes[1].Flow, probes[1].Message.TopVia.Branch));
        Assert.Single(outputs.OfType<ExchangeOutput.PeerLost>());
    }

    [Fact]
    public void A_proxy_that_is_known_by_name_is_asked_first_and_then_the_next_one_of_that_name()
    {
        Locate([], [Second, Third]);
        var first = Call();
        Assert.Equal((Second.Remote, "sip:77@carrier.example", "<sip:203.0.113.2:5062;lr>"), Way(first));
        Answer(first, 503);
        Assert.Equal((Third.Remote, "sip:77@carrier.example", "<sip:203.0.113.3:5060;lr>"), Way(Invite()));
        Answer(Invite(), 503);
        Assert.Single(outputs.OfType<ExchangeOutput.PeerLost>());
    }

    [Fact]
    public void We_register_once_the_name_is_resolved_and_again_where_it_leads_then()
    {
        node = Node(peer => peer with { Account = new TrunkAccount("trunk", TimeSpan.FromHours(1)) });
        node.Take(new ExchangeInput.Start(), now, outputs);
        Assert.Empty(Registers());
        Locate([First, Second]);
        var first = Registers().Single();
        Assert.Equal((First.Remote, "sip:carrier.example", "sip:trunk@carrier.example"), (first.Flow.Remote, ((SipRequest)first.Message).Uri.ToString(), first.Message.To.Uri.ToString()));
        Answer(first, 200);

        // As long as it is one of its addresses, the binding stays where it is.
        Locate([Second, First]);
        Assert.Single(Registers());
        Locate([Third]);
        var moved = Registers().Last();
        Assert.Equal((Third.Remote, first.Message.CallId, first.Message.CSeq.Number + 1), (moved.Flow.Remote, moved.Message.CallId, moved.Message.CSeq.Number));
    }

    [Fact]
    public void Where_nobody_takes_the_registration_the_next_one_does_not_go()
    {
        node = Node(peer => peer with { Account = new TrunkAccount("trunk", TimeSpan.FromHours(1)) });
        node.Take(new ExchangeInput.Start(), now, outputs);
        Locate([First, Second]);
        foreach (var expected in new[] { First, Second, First })
        {
            Assert.Equal(expected.Remote, Registers().Last().Flow.Remote);
            Answer(Registers().Last(), 503);
            Wait(300);
        }

        // Both were tried once, and the first again.
        Assert.Single(outputs.OfType<ExchangeOutput.PeerLost>());
    }

    [Fact]
    public void What_is_told_of_a_peer_that_has_no_name_changes_nothing()
    {
        node.Take(new ExchangeInput.PeerLocated(new PeerName("caller"), [First], []), now, outputs);
        node.Take(new ExchangeInput.PeerLocated(new PeerName("nobody"), [First], []), now, outputs);
        Assert.Empty(outputs);
    }

    private static SipDestination At(string place) => new(IPEndPoint.Parse(place), SipTransport.Udp);

    private static ExchangeNode Node(Func<PeerAddress, PeerAddress> change, AdmissionSettings? admission = null) => new(
        new ExchangeSettings
        {
            Engine = new EngineSettings
            {
                Peers = [new PeerSettings { Name = "caller" }, new PeerSettings { Name = "carrier" }],
                Routes = [new Route { Id = "all", To = "carrier" }],
            },
            Peers =
            [
                new PeerAddress(new PeerName("caller"), PeerProtocol.Sip, Caller.Remote),
                change(new PeerAddress(new PeerName("carrier"), PeerProtocol.Sip) { IsNamed = true, Domain = "carrier.example" }),
            ],
            SipDoors = [Udp, Tcp],
            Admission = admission,
        },
        new Counted());

    private static SipRequest Request(string method, int number, string from = "192.0.2.1:5060") => (SipRequest)SipMessage.Decode(Encoding.ASCII.GetBytes(
        $"{method} sip:77@198.51.100.1 SIP/2.0\r\nVia: SIP/2.0/UDP {from};branch=z9hG4bKcaller{number}\r\nFrom: <sip:1@192.0.2.1>;tag=a\r\nTo: <sip:77@198.51.100.1>\r\n" +
        $"Call-ID: caller{number}\r\nCSeq: 1 {method}\r\nMax-Forwards: 70\r\nContact: <sip:1@192.0.2.1>\r\nContent-Type: application/sdp\r\nContent-Length: 103\r\n\r\n" +
        "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\nm=audio 4000 RTP/AVP 8\r\na=rtpmap:8 PCMA/8000\r\n"[..103])).Message!;

    private void Locate(SipDestination[] places, SipDestination[]? proxies = null) =>
        node.Take(new ExchangeInput.PeerLocated(new PeerName("carrier"), places, proxies ?? []), now, outputs);

    private ExchangeOutput.SendSip Call(int number = 1)
    {
        Take(new SipInput.Received(Caller, Request("INVITE", number)));
        return Invite();
    }

    private int Asks(SipDestination from)
    {
        Take(new SipInput.Received(new Flow(Udp, from.Remote), Request("OPTIONS", outputs.Count + 100, from.Remote.ToString())));
        return Sent<SipResponse>().Last(sent => sent.Flow.Remote.Equals(from.Remote)).Message is SipResponse { Status: var status } ? status : 0;
    }

    private static (IPEndPoint, string, string) Way(ExchangeOutput.SendSip sent) =>
        (sent.Flow.Remote, ((SipRequest)sent.Message).Uri.ToString(), Assert.Single(sent.Message.Routes).ToString());

    private IEnumerable<ExchangeOutput.SendSip> Sent<TMessage>() => outputs.OfType<ExchangeOutput.SendSip>().Where(sent => sent.Message is TMessage);

    private ExchangeOutput.SendSip Invite() => Sent<SipRequest>().Last(sent => sent.Message is SipRequest { Method.Name: "INVITE" });

    private IEnumerable<ExchangeOutput.SendSip> Options() => Sent<SipRequest>().Where(sent => sent.Message is SipRequest { Method.Name: "OPTIONS" });

    private IEnumerable<ExchangeOutput.SendSip> Registers() => Sent<SipRequest>().Where(sent => sent.Message is SipRequest { Method.Name: "REGISTER" });

    private void Answer(ExchangeOutput.SendSip sent, int status) => Take(new SipInput.Received(sent.Flow, ((SipRequest)sent.Message).Respond(status, "carrier")));

    private void Take(SipInput input) => node.Take(new ExchangeInput.Sip(input), now, outputs);

    private void Wait(int seconds)
    {
        now += TimeSpan.FromSeconds(seconds);
        node.Wake(now, outputs);
    }

    private IEnumerable<Note> Notes(string prefix) =>
        outputs.OfType<ExchangeOutput.Noted>().Select(noted => noted.Note).Where(note => note.Event.StartsWith(prefix, StringComparison.Ordinal));
}
