using System.Net;
using System.Text;
using Gateway.Codecs.Sip.Messages;
using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Engine.Policy;
using Gateway.Engine.Routing;
using Gateway.Exchange;
using Gateway.Sip;
using ExchangeNode = Gateway.Exchange.Exchange;

namespace Engine.Tests.Exchange.Legs.Sip;

/// <summary>The exchange with a caller, an exchange that all numbers lead to, and a neighbour for whom no number is needed.</summary>
internal sealed class ThreePeers(bool trusted = true)
{
    public static readonly IPEndPoint Caller = IPEndPoint.Parse("192.0.2.1:5060"), Pbx = IPEndPoint.Parse("203.0.113.1:5060"), Tenant = IPEndPoint.Parse("203.0.113.9:5060");

    private const string Sdp = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\nm=audio 4000 RTP/AVP 8\r\n";
    private static readonly Listener Door = new(SipTransport.Udp, "198.51.100.1", 5060);

    private readonly List<ExchangeOutput> outputs = [];
    private readonly ExchangeNode node = new(
        new ExchangeSettings
        {
            Engine = new EngineSettings
            {
                Routes = [new Route { Id = "tenant", Called = "sip:*", To = "tenant" }, new Route { Id = "all", To = "pbx" }],
                Transfers = new TransferPolicy { Rules = [new TransferRule { Id = "all", Action = RuleAction.Allow, Methods = ["bridge"] }] },
            },
            Peers = [.. new[] { ("caller", Caller), ("pbx", Pbx), ("tenant", Tenant) }.Select(peer => new PeerAddress(new PeerName(peer.Item1), PeerProtocol.Sip, peer.Item2) { Trusted = trusted })],
            Sip = Door,
        },
        new Counted());

    private int sequence;

    public IEnumerable<Note> Notes => outputs.OfType<ExchangeOutput.Noted>().Select(noted => noted.Note);

    public IEnumerable<SipMessage> Sent(IPEndPoint place) => outputs.OfType<ExchangeOutput.SendSip>().Where(sent => sent.Flow.Remote.Equals(place)).Select(sent => sent.Message);

    public void Invite(string from, string headers) => Say(Caller, "INVITE", from, headers, Sdp);

    /// <summary>Another telephone at the exchange calls, and hears at that port.</summary>
    public void InviteFromPbx(string headers, int port) => Take(
        Pbx,
        $"INVITE sip:77@198.51.100.1 SIP/2.0\r\nVia: SIP/2.0/UDP {Pbx};branch=z9hG4bKother\r\nFrom: <sip:77@203.0.113.1>;tag=o\r\nTo: <sip:77@198.51.100.1>\r\nCall-ID: other\r\nCSeq: 1 INVITE\r\n"
            + $"Max-Forwards: 70\r\nContact: <sip:{Pbx}>\r\n{headers}",
        At(port));

    public void Say(IPEndPoint place, string method, string from, string headers, string body, int? number = null)
    {
        var tag = outputs.OfType<ExchangeOutput.SendSip>().Select(sent => sent.Message).OfType<SipResponse>().LastOrDefault(response => response.CallId == "story")?.To.Tag;
        sequence = number ?? sequence + 1;
        var (branch, to) = method == "CANCEL" ? ("INVITE", "") : (method, tag is null ? "" : $";tag={tag}");
        Take(place, $"{method} sip:77@198.51.100.1 SIP/2.0\r\nVia: SIP/2.0/UDP {place};branch=z9hG4bK{branch}{sequence}\r\nFrom: {from};tag=a\r\nTo: <sip:77@198.51.100.1>{to}\r\n"
            + $"Call-ID: story\r\nCSeq: {sequence} {method}\r\nMax-Forwards: 70\r\nContact: <sip:{place}>\r\n{headers}", body);
    }

    public void Answer(SipRequest request, IPEndPoint by, string status = "200 OK", int port = 4000)
    {
        var copied = request.Lines.Where(line => line.Name is "Via" or "From" or "To" or "Call-ID" or "CSeq")
            .Select(line => $"{line.Name}: {line.Value}{(line.Name == "To" && request.To.Tag is null ? ";tag=b" : "")}\r\n");
        Take(by, $"SIP/2.0 {status}\r\n{string.Concat(copied)}Contact: <sip:{by}>\r\n", At(port));
    }

    private static string At(int port) => Sdp.Replace("4000", $"{port}", StringComparison.Ordinal);

    private void Take(IPEndPoint from, string head, string body)
    {
        var type = body.Length == 0 ? "" : "Content-Type: application/sdp\r\n";
        var decoded = SipMessage.Decode(Encoding.ASCII.GetBytes($"{head}{type}Content-Length: {body.Length}\r\n\r\n{body}"));
        Assert.True(decoded.IsWhole, $"{decoded.Fault}\n{head}");
        node.Take(new ExchangeInput.Sip(new SipInput.Received(new Flow(Door, from), decoded.Message)), TimeSpan.Zero, outputs);
    }

    /// <summary>What that neighbour was asked last.</summary>
    public SipRequest To(IPEndPoint place, string method) => outputs.OfType<ExchangeOutput.SendSip>().Where(sent => sent.Flow.Remote.Equals(place))
        .Select(sent => sent.Message).OfType<SipRequest>().Last(request => request.Method.Name == method);
}
