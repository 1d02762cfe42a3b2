using System.Net;
using Gateway.Codecs.Sip.Messages;
using Gateway.Sip;
using Stacks.Tests.Sip.World;

namespace Stacks.Tests.Sip.Dialogs;

/// <summary>RFC 3261 12.1.1: who is called securely answers with a sips Contact, so that the whole dialog stays secure.</summary>
public class SecureContactTests
{
    private static readonly IPEndPoint Peer = new(IPAddress.Parse("192.0.2.10"), 40000);

    [Theory]
    [InlineData("sips:3001@198.51.100.1", "sips:1001@192.0.2.10", "", SipTransport.Tls, "sips:3001@198.51.100.1:5061")]
    [InlineData("sip:3001@198.51.100.1", "sips:1001@192.0.2.10", "", SipTransport.Tls, "sips:3001@198.51.100.1:5061")]
    [InlineData("sip:3001@198.51.100.1", "sip:1001@192.0.2.10", "sips:192.0.2.11;lr", SipTransport.Tls, "sips:3001@198.51.100.1:5061")]
    [InlineData("sip:3001@198.51.100.1", "sips:1001@192.0.2.10", "sip:192.0.2.11;lr", SipTransport.Tls, "sip:3001@198.51.100.1:5061;transport=tls")]
    [InlineData("sip:3001@198.51.100.1", "sip:1001@192.0.2.10", "", SipTransport.Tls, "sip:3001@198.51.100.1:5061;transport=tls")]
    [InlineData("sip:3001@198.51.100.1", "sips:1001@192.0.2.10", "", SipTransport.Tcp, "sip:3001@198.51.100.1:5061;transport=tcp")]
    public void Our_contact_is_as_secure_as_the_request(string called, string contact, string recordRoute, SipTransport transport, string expected)
    {
        Assert.Equal(expected, Response("INVITE", called, contact, recordRoute, transport).Contact!.Uri.ToString());
        Assert.Equal(expected, Response("REFER", called, contact, recordRoute, transport).Contact!.Uri.ToString());
    }

    /// <summary>The response that makes the dialog.</summary>
    private static SipResponse Response(string method, string called, string contact, string recordRoute, SipTransport transport)
    {
        var stack = new SipStack(new CountedIdentifiers("gw"), new SipStackOptions { UnrelatedRefers = true });
        var flow = new Flow(new Listener(transport, "198.51.100.1", 5061), Peer) { Connection = 1 };
        var request = SipMessage.Decode(Some.Octets($"""
            {method} {called} SIP/2.0
            Via: SIP/2.0/TLS 192.0.2.10;branch=z9hG4bK-1
            Max-Forwards: 70
            From: <sip:1001@192.0.2.10>;tag=p1
            To: <{called}>
            Call-ID: one@peer
            CSeq: 1 {method}
            Contact: <{contact}>
            {(recordRoute.Length == 0 ? "" : $"Record-Route: <{recordRoute}>\n")}{(method == "REFER" ? "Refer-To: <sip:3002@198.51.100.1>\n" : "")}Content-Length: 0


            """)).Message!;
        var now = TimeSpan.Zero;
        var heard = stack.Handle(new SipInput.Received(flow, request), now);
        SipInput answer = heard.OfType<SipIndication.IncomingCall>().FirstOrDefault() is { } call
            ? new SipCommand.Ring(call.Call)
            : new SipCommand.AcceptRefer(heard.OfType<SipIndication.ReferReceived>().Single().Refer);
        return (SipResponse)stack.Handle(answer, now).OfType<SipOutput.Send>().First().Message;
    }
}
