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

/// <summary>A party of which nothing is known but a host is nobody with a number (RFC 3325 9.1), least of all a user at ours.</summary>
public class SipIdentityTests
{
    private const string Sdp = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\nm=audio 4000 RTP/AVP 8\r\n";
    private static readonly Listener Door = new(SipTransport.Udp, "198.51.100.1", 5060);
    private static readonly IPEndPoint Caller = IPEndPoint.Parse("192.0.2.1:5060"), Pbx = IPEndPoint.Parse("203.0.113.1:5060"), Tenant = IPEndPoint.Parse("203.0.113.9:5060");

    private readonly List<ExchangeOutput> outputs = [];
    private ExchangeNode node = Node(trusted: true);
    private int sequence;

    [Theory]
    [InlineData("<sip:inside.example>", "<sip:1@192.0.2.1>", "1")]
    [InlineData("<sips:inside.example;x=1>", "<sip:1@192.0.2.1>", "1")]
    [InlineData("<sip:inside.example>, <tel:+15550100>", "<sip:1@192.0.2.1>", "+15550100")]
    [InlineData("<sip:inside.example>", "<sip:192.0.2.1>", null)]
    public void A_host_that_is_asserted_is_passed_over_and_a_host_that_calls_is_anonymous(string asserted, string from, string? number)
    {
        Invite(from, $"P-Asserted-Identity: {asserted}\r\n");

        var invite = To(Pbx, "INVITE");
        Assert.Equal(number ?? "anonymous", invite.From.Uri.User);
        Assert.Equal(number is null ? [] : [number], invite.AssertedIdentities.Select(identity => identity.Uri.User));
        Assert.DoesNotContain("inside.example", invite.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id", false, null)]
    [InlineData("user", false, null)]
    [InlineData("none", false, "1")]
    [InlineData("id", true, "1")]
    public void Who_hides_in_a_REFER_is_named_to_the_target_only_where_that_is_trusted(string privacy, bool trusted, string? named)
    {
        node = Node(trusted);
        Invite("<sip:1@192.0.2.1>", "");
        Answer(To(Pbx, "INVITE"), Pbx);
        Say(Caller, "ACK", "<sip:1@192.0.2.1>", "", "", 1);
        Say(Caller, "REFER", "<sip:1@192.0.2.1>", $"Refer-To: <sip:203.0.113.9>\r\nReferred-By: <sip:1@192.0.2.1>\r\nPrivacy: {privacy}\r\n", "");

        Assert.Equal(named, To(Tenant, "INVITE").ReferredBy?.Uri.User);
    }

    [Fact]
    public void A_target_that_is_a_host_is_shown_to_the_transferee_as_anonymous_and_asserted_to_nobody()
    {
        Invite("<sip:1@192.0.2.1>", "");
        Answer(To(Pbx, "INVITE"), Pbx);
        Say(Caller, "ACK", "<sip:1@192.0.2.1>", "", "", 1);
        Say(Caller, "REFER", "<sip:1@192.0.2.1>", "Refer-To: <sip:203.0.113.9;x-m=8:orgid:5f2b>\r\n", "");
        Assert.Equal("sip:203.0.113.9;x-m=8:orgid:5f2b", To(Tenant, "INVITE").Uri.ToString());
        Answer(To(Tenant, "INVITE"), Tenant);
        // The transferee takes the media of its new party, and is then told who that is.
        Answer(To(Pbx, "INVITE"), Pbx);

        var told = To(Pbx, "INVITE");
        Assert.Empty(told.AssertedIdentities);
        Assert.Equal(["id"], told.Privacy);
        Assert.DoesNotContain("orgid", told.ToString(), StringComparison.Ordinal);
    }

    private static ExchangeNode Node(bool trusted) => new(
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

    private void Invite(string from, string headers) => Say(Caller, "INVITE", from, headers, Sdp);

    private void Say(IPEndPoint place, string method, string from, string headers, string body, int? number = null)
    {
        var tag = outputs.OfType<ExchangeOutput.SendSip>().Select(sent => sent.Message).OfType<SipResponse>().LastOrDefault(response => response.CallId == "story")?.To.Tag;
        sequence = number ?? sequence + 1;
        Take(place, $"{method} sip:77@198.51.100.1 SIP/2.0\r\nVia: SIP/2.0/UDP {place};branch=z9hG4bK{method}{sequence}\r\nFrom: {from};tag=a\r\nTo: <sip:77@198.51.100.1>{(tag is null ? "" : $";tag={tag}")}\r\n"
            + $"Call-ID: story\r\nCSeq: {sequence} {method}\r\nMax-Forwards: 70\r\nContact: <sip:{place}>\r\n{headers}", body);
    }

    private void Answer(SipRequest request, IPEndPoint by)
    {
        var copied = request.Lines.Where(line => line.Name is "Via" or "From" or "To" or "Call-ID" or "CSeq")
            .Select(line => $"{line.Name}: {line.Value}{(line.Name == "To" && request.To.Tag is null ? ";tag=b" : "")}\r\n");
        Take(by, $"SIP/2.0 200 OK\r\n{string.Concat(copied)}Contact: <sip:{by}>\r\n", Sdp);
    }

    private void Take(IPEndPoint from, string head, string body)
    {
        var type = body.Length == 0 ? "" : "Content-Type: application/sdp\r\n";
        var decoded = SipMessage.Decode(Encoding.ASCII.GetBytes($"{head}{type}Content-Length: {body.Length}\r\n\r\n{body}"));
        Assert.True(decoded.IsWhole, $"{decoded.Fault}\n{head}");
        node.Take(new ExchangeInput.Sip(new SipInput.Received(new Flow(Door, from), decoded.Message)), TimeSpan.Zero, outputs);
    }

    /// <summary>What that neighbour was asked last.</summary>
    private SipRequest To(IPEndPoint place, string method) => outputs.OfType<ExchangeOutput.SendSip>().Where(sent => sent.Flow.Remote.Equals(place))
        .Select(sent => sent.Message).OfType<SipRequest>().Last(request => request.Method.Name == method);
}
