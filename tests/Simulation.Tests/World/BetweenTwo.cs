using System.Net;
using System.Text;
using Gateway.Codecs.Sip.Messages;
using Gateway.Engine;
using Gateway.Engine.Routing;
using Gateway.Exchange;
using Gateway.Sip;

namespace Simulation.Tests.World;

/// <summary>The exchange between two SIP peers that say literally what a test writes: what goes in at one side, and what comes out at the other.</summary>
internal sealed class BetweenTwo
{
    public const string SdpOfCaller = "v=0\no=- 1 1 IN IP4 10.0.9.1\ns=-\nc=IN IP4 10.0.9.1\nt=0 0\nm=audio 4000 RTP/AVP 8\n";
    public const string SdpOfCalled = "v=0\no=- 2 1 IN IP4 10.0.9.2\ns=-\nc=IN IP4 10.0.9.2\nt=0 0\nm=audio 5000 RTP/AVP 8\n";

    private static readonly Listener Door = new(SipTransport.Udp, "10.0.0.1", 5060);
    private static readonly IPEndPoint CallerAt = new(IPAddress.Parse("10.0.9.1"), 5060), CalledAt = new(IPAddress.Parse("10.0.9.2"), 5060);

    private readonly Exchange exchange;
    private readonly List<ExchangeOutput> outputs = [];
    private int branches;
    private int sequence;

    public BetweenTwo(bool callerTrusted = true, bool calledTrusted = true) => exchange = new Exchange(
        new ExchangeSettings
        {
            Engine = new EngineSettings { Routes = [new Route { Id = "all", Called = "2*", To = "called" }, new Route { Id = "back", Called = "1*", To = "caller" }] },
            Peers =
            [
                new(new("caller"), PeerProtocol.Sip, CallerAt) { Trusted = callerTrusted },
                new(new("called"), PeerProtocol.Sip, CalledAt) { Trusted = calledTrusted },
            ],
            Sip = Door,
            PassedHeaders = ["User-to-User", "X-*", "Via"],
        },
        new Identifiers("gw", new Dice(7)));

    /// <summary>What each side heard so far.</summary>
    public List<SipMessage> Caller { get; } = [];

    public List<SipMessage> Called { get; } = [];

    public SipRequest AtCalled(string method) => Called.OfType<SipRequest>().Last(request => request.Method.Name == method);

    public SipRequest AtCaller(string method) => Caller.OfType<SipRequest>().Last(request => request.Method.Name == method);

    public SipResponse AtCaller(int status) => Caller.OfType<SipResponse>().Last(response => response.Status == status);

    /// <summary>A request of the caller: its INVITE, and what follows in its dialog.</summary>
    public void Say(string method, string headers = "", string body = "", int? cseq = null, string from = "<sip:1001@10.0.9.1>")
    {
        var tag = method == "INVITE" && Caller.Count == 0 ? null : Caller.OfType<SipResponse>().Last(response => response.To.Tag is not null).To.Tag;
        sequence = cseq ?? sequence + 1;
        Receive(CallerAt, $"""
            {method} sip:2001@10.0.0.1 SIP/2.0
            Via: SIP/2.0/UDP 10.0.9.1:5060;branch=z9hG4bK-{++branches}
            {(headers.Contains("Max-Forwards", StringComparison.Ordinal) ? "" : "Max-Forwards: 70\n")}From: {from};tag=c1
            To: <sip:2001@10.0.0.1>{(tag is null ? "" : $";tag={tag}")}
            Call-ID: story
            CSeq: {sequence} {method}
            Contact: <sip:1001@10.0.9.1:5060>
            {headers}
            """, body);
    }

    /// <summary>The called party answers the newest request of this method.</summary>
    public void Answer(string method, string statusLine, string headers = "", string body = "", string tag = "b1") => Respond(CalledAt, AtCalled(method), statusLine, tag, headers, body);

    /// <summary>So does the caller.</summary>
    public void AnswerAsCaller(string method, string statusLine, string headers = "", string body = "") => Respond(CallerAt, AtCaller(method), statusLine, "c1", headers, body);

    /// <summary>A request of the called party in its dialog.</summary>
    public void SayBack(string method, int cseq, string headers = "", string body = "")
    {
        var invite = AtCalled("INVITE");
        Receive(CalledAt, $"""
            {method} sip:gateway@10.0.0.1 SIP/2.0
            Via: SIP/2.0/UDP 10.0.9.2:5060;branch=z9hG4bK-{++branches}
            Max-Forwards: 70
            From: {invite.To}{(invite.To.Tag is null ? ";tag=b1" : "")}
            To: {invite.From}
            Call-ID: {invite.CallId}
            CSeq: {cseq} {method}
            Contact: <sip:2001@10.0.9.2:5060>
            {headers}
            """, body);
    }

    private void Respond(IPEndPoint from, SipRequest request, string statusLine, string tag, string headers, string body)
    {
        var lines = new StringBuilder($"SIP/2.0 {statusLine}\n");
        foreach (var (name, value) in request.Lines.Where(line => line.Name is "Via" or "From" or "Call-ID" or "CSeq" or "To"))
            lines.Append($"{name}: {value}{(name == "To" && request.To.Tag is null ? $";tag={tag}" : "")}\n");
        Receive(from, $"{lines}Contact: <sip:x@{from}>\n{headers}", body);
    }

    private void Receive(IPEndPoint from, string head, string body)
    {
        var content = body.ReplaceLineEndings("\r\n");
        var type = content.Length == 0 ? "" : "Content-Type: application/sdp\r\n";
        var octets = Encoding.UTF8.GetBytes($"{head.TrimEnd().ReplaceLineEndings("\r\n")}\r\n{type}Content-Length: {content.Length}\r\n\r\n{content}");
        var decoded = SipMessage.Decode(octets);
        Assert.True(decoded.IsWhole, $"{decoded.Fault}\n{head}");
        outputs.Clear();
        exchange.Take(new ExchangeInput.Sip(new SipInput.Received(new Flow(Door, from), decoded.Message)), TimeSpan.Zero, outputs);
        foreach (var sent in outputs.OfType<ExchangeOutput.SendSip>())
            (sent.Flow.Remote.Equals(CallerAt) ? Caller : Called).Add(SipMessage.Decode(sent.Message.ToOctets()).Message!);
    }
}
