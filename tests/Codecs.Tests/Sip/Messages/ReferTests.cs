using System.Text;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;

namespace Gateway.Codecs.Tests.Sip.Messages;

public class ReferTests
{
    const string Attended = """
        REFER sip:l1@gw.example.net:5061;transport=tls SIP/2.0
        Via: SIP/2.0/TLS 192.0.2.10:5061;branch=z9hG4bK-r1
        Max-Forwards: 70
        From: "Agent \"One\"" <sip:1001@example.com>;tag=a1
        To: <sip:+442079460100@gw.example.net;user=phone>;tag=g1
        Call-ID: p-77@agent
        CSeq: 4 REFER
        Contact: <sip:1001@192.0.2.10:5061;transport=tls>
        r: <sip:+442079460123@gw.example.net;user=phone?Replaces=c-88%40agent%3Bto-tag%3Dg3%3Bfrom-tag%3Da3&Require=replaces>
        Referred-By: <sip:1001@example.com>
        X-Trace: one,
          two
        Supported: replaces, tdialog, norefersub
        Content-Length: 0


        """;

    static SipRequest Decode(string text)
    {
        var decoded = SipMessage.Decode(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")));
        Assert.Null(decoded.Fault);
        return Assert.IsType<SipRequest>(decoded.Message);
    }

    [Fact]
    public void An_attended_refer_reads_into_types()
    {
        var refer = Decode(Attended);
        Assert.Equal(SipMethod.Refer, refer.Method);
        Assert.Equal("gw.example.net", refer.Uri.Host);
        Assert.Equal(5061, refer.Uri.Port);
        Assert.Equal("tls", refer.Uri.Transport);
        Assert.Equal("z9hG4bK-r1", refer.TopVia.Branch);
        Assert.Equal("Agent \"One\"", refer.From.DisplayName);
        Assert.Equal("a1", refer.From.Tag);
        Assert.Equal("p-77@agent", refer.CallId);
        Assert.Equal(new CSeq(4, SipMethod.Refer), refer.CSeq);
        Assert.Equal(70, refer.MaxForwards);
        Assert.Equal(new Replaces("c-88@agent", "g3", "a3"), refer.ReferTo!.Replaces);
        Assert.Equal("sip:+442079460123@gw.example.net;user=phone", refer.ReferTo.Target.ToString());
        Assert.Equal("replaces", refer.ReferTo.Uri.Header(HeaderName.Require));
        Assert.Equal(["replaces", "tdialog", "norefersub"], refer.Supported);
        Assert.Equal("one,    two", refer["x-trace"]);
    }

    [Fact]
    public void What_is_decoded_is_encoded_the_same()
    {
        var refer = Decode(Attended);
        var again = SipMessage.Decode(refer.ToOctets());
        Assert.Null(again.Fault);
        Assert.Equal(refer, again.Message);
    }

    [Fact]
    public void A_refer_made_here_reads_back()
    {
        var refer = new SipRequest(SipMethod.Refer, SipUri.Parse("sip:b@192.0.2.1")!)
        {
            Vias = [Via.Create("UDP", "198.51.100.1", 5060, "z9hG4bK1")],
            MaxForwards = 70,
            From = NameAddr.Create(SipUri.Create("a", "example.net"), "A\r\nX: y", "t1"),
            To = NameAddr.Create(SipUri.Create("b", "example.net"), tag: "t2"),
            CallId = "c1",
            CSeq = new CSeq(7, SipMethod.Refer),
            Contact = NameAddr.Create(SipUri.Create("a", "198.51.100.1")),
            ReferTo = ReferTo.Create(SipUri.Create("c", "example.net"), new Replaces("x@y", "1", "2")),
        };
        var again = SipMessage.Decode(refer.ToOctets());
        Assert.Null(again.Fault);
        Assert.Equal(refer, again.Message);
        Assert.Contains("<sip:c@example.net?Replaces=x%40y%3Bto-tag%3D1%3Bfrom-tag%3D2>", refer.ToString(), StringComparison.Ordinal);
        Assert.Equal("A  X: y", again.Message!.From.DisplayName);
        var accepted = ((SipRequest)again.Message).Respond(202);
        Assert.StartsWith("SIP/2.0 202 Accepted\r\nVia: SIP/2.0/UDP 198.51.100.1:5060;branch=z9hG4bK1;rport\r\n", accepted.ToString(), StringComparison.Ordinal);
    }
}
