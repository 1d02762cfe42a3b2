using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Headers.Digest;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;
using Gateway.Sip;
using Gateway.Sip.Refer;
using Stacks.Tests.Sip.World;

namespace Stacks.Tests.Sip.Security;

/// <summary>
/// Wherever text from outside becomes part of a SIP message, no text makes another line of it (RFC 3261 25.1: a header ends with CRLF and nothing
/// else). It is refused as a programming error, or made harmless.
/// </summary>
public class InjectionTests
{
    private static readonly SipUri Uri = SipUri.Parse("sip:a@198.51.100.1")!;

    private static readonly (string Place, Func<string, SipMessage> Make)[] Places =
    [
        ("display name", text => Empty() with { From = NameAddr.Create(Uri, text) }),
        ("display name asserted", text => Empty() with { AssertedIdentities = [NameAddr.Create(Uri, text)] }),
        ("tag", text => Empty() with { To = NameAddr.Create(Uri, null, text) }),
        ("tag of another", text => Empty() with { To = NameAddr.Create(Uri).WithTag(text) }),
        ("user", text => Empty() with { To = NameAddr.Create(SipUri.Create(text, "198.51.100.1")) }),
        ("host", text => Empty() with { To = NameAddr.Create(SipUri.Create("a", text)) }),
        ("Request-URI", text => new SipRequest(SipMethod.Invite, SipUri.Create(text, "198.51.100.1"))),
        ("URI parameter", text => Empty() with { To = NameAddr.Create(Uri.WithParameter("x", text)) }),
        ("URI parameter name", text => Empty() with { To = NameAddr.Create(Uri.WithParameter(text, "x")) }),
        ("header parameter", text => Empty() with { Contact = NameAddr.Create(Uri).WithParameter("x", text) }),
        ("header parameter name", text => Empty() with { Contact = NameAddr.Create(Uri).WithParameter(text) }),
        ("Refer-To header", text => Empty() with { ReferTo = ReferTo.Create(Uri.WithHeader("Subject", text)) }),
        ("Refer-To header name", text => Empty() with { ReferTo = ReferTo.Create(Uri.WithHeader(text, "x")) }),
        ("Replaces", text => Empty() with { Replaces = new Replaces(text, text, text) }),
        ("Call-ID", text => Empty() with { CallId = text }),
        ("branch", text => Empty() with { Vias = [Via.Create("UDP", "198.51.100.1", 5060, text)] }),
        ("received", text => Empty() with { Vias = [Via.Create("UDP", "198.51.100.1", 5060, "z9hG4bKx").WithReceived(text, 5060)] }),
        ("phrase", text => new SipResponse(486, text)),
        ("Reason", text => Empty() with { Reasons = [new Reason("SIP", 200, text)] }),
        ("Reason protocol", text => Empty() with { Reasons = [new Reason(text, 200)] }),
        ("Reason location", text => Empty() with { Reasons = [new Reason("Q.850", 16, "x", text)] }),
        ("User-Agent", text => Empty() with { UserAgent = text }),
        ("Server", text => Empty() with { Server = text }),
        ("Warning", text => Empty() with { Warnings = [text] }),
        ("Allow", text => Empty() with { Allow = [text] }),
        ("Unsupported", text => Empty() with { Unsupported = [text] }),
        ("Privacy", text => Empty() with { Privacy = [text] }),
        ("User-to-User", text => Empty() with { UserToUser = [text] }),
        ("Identity", text => Empty() with { Identities = [text] }),
        ("realm", text => Empty() with { WwwAuthenticate = [new DigestChallenge(text, "n").ToValue()] }),
        ("nonce", text => Empty() with { WwwAuthenticate = [new DigestChallenge("r", text) { Opaque = text, Domain = text, Qop = [text] }.ToValue()] }),
        ("algorithm", text => Empty() with { WwwAuthenticate = [new DigestChallenge("r", "n") { Algorithm = text }.ToValue()] }),
        ("credentials", text => Empty() with { Authorization = [new DigestCredentials(text, text, text, text, text) { CNonce = text, Opaque = text }.ToValue()] }),
        ("qop", text => Empty() with { Authorization = [new DigestCredentials("u", "r", "n", "sip:a", "0") { Qop = text }.ToValue()] }),
        ("Session-ID", text => Empty() with { SessionId = TokenValue.Parse(text) }),
        ("Content-Type", text => Empty() with { ContentType = TokenValue.Parse(text) }),
        ("History-Info", text => Line("History-Info", text)),
        ("Diversion", text => Line("Diversion", text)),
        ("Referred-By", text => Line("Referred-By", text)),
        ("P-Asserted-Identity", text => Line("P-Asserted-Identity", text)),
        ("unknown header", text => Line("X-Note", text)),
        ("header name", text => Line(text, "x")),
    ];

    private static readonly string[] Texts =
    [
        "a\r\nEvil: 1", "a\nEvil: 1", "a\rEvil: 1", "a\0b", "\r\n\r\nEvil: 1", "\"\r\nEvil: 1\r\nX: \"", "\\\r\nEvil: 1", "a\r\n Evil: 1\r\nEvil: 2",
        "a\u000bEvil: 1", "a\u0085Evil: 1", "a\u2028Evil: 1", "\u560d\u560aEvil: 1", ">\r\nEvil: 1\r\nX: <", "%0d%0aEvil: 1", "a\r\n\r\nINVITE sip:x SIP/2.0",
    ];

    public static TheoryData<string> Names => [.. Places.Select(place => place.Place)];

    [Theory, MemberData(nameof(Names))]
    public void No_text_makes_a_line_of_its_own(string place)
    {
        var make = Places.Single(one => one.Place == place).Make;
        foreach (var text in Texts)
        {
            SipMessage message;
            try
            {
                message = make(text);
            }
            catch (ArgumentException)
            {
                continue;
            }

            var octets = message.ToOctets();
            var lines = message.Lines.Count;
            Assert.False(octets.Contains((byte)0), $"NUL in {message}");
            // The start line, one line for each header, Content-Length, and the empty line; and no CR or LF besides theirs.
            Assert.Equal(lines + 3, octets.Count(octet => octet == '\n'));
            Assert.Equal(lines + 3, octets.Count(octet => octet == '\r'));
            Assert.EndsWith("\r\n\r\n", System.Text.Encoding.Latin1.GetString(octets), StringComparison.Ordinal);
            Assert.DoesNotContain("\nEvil", System.Text.Encoding.Latin1.GetString(octets), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Subject=a%0D%0AEvil:%201")]
    [InlineData("Subject=a%00")]
    [InlineData("X-Evil%0D%0AX=1")]
    [InlineData("X-a%20b=1")]
    [InlineData("X-a%3A=1")]
    [InlineData("=1")]
    public void A_REFER_that_smuggles_lines_or_names_is_a_bad_request(string headers)
    {
        var network = new Network();
        var gateway = new Phone(network, "gw", "198.51.100.1");
        var peer = new ScriptedPeer(network, "peer", "192.0.2.10");
        peer.Say(network, gateway, Doors.Request("INVITE", 1));
        gateway.Do(new SipCommand.Answer(gateway.Only<SipIndication.IncomingCall>().Call, Some.Sdp));
        network.Run(TimeSpan.FromMilliseconds(100));
        string Inside(string method, int number, string more = "") => Doors.Request(method, number, more)
            .Replace("To: <sip:3001@198.51.100.1>", $"To: <sip:3001@198.51.100.1>;tag={peer.Answer("INVITE").To.Tag}", StringComparison.Ordinal);
        peer.Say(network, gateway, Inside("ACK", 1));
        peer.Say(network, gateway, Inside("REFER", 2, $"Refer-To: <sip:3002@198.51.100.1?{headers}>\n"));
        Assert.Equal(400, peer.Answer("REFER").Status);
    }

    [Fact]
    public void A_report_of_a_REFER_holds_no_line_of_its_text()
    {
        var body = System.Text.Encoding.UTF8.GetString(new ReferReport(486, "Busy\r\nEvil: 1", [new Reason("SIP", 486, "x\r\nEvil: 1")]).ToContent().Octets.Span);
        Assert.DoesNotContain("\nEvil", body, StringComparison.Ordinal);
    }

    private static SipRequest Empty() => new(SipMethod.Options, Uri);

    private static SipRequest Line(string name, string value) => Empty() with { Lines = [new SipHeader(name, value)] };
}
