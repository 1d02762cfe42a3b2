using System.Text;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Sdp;

namespace Gateway.Codecs.Tests.Sip.Sdp;

public class SessionDescriptionTests
{
    // Shape of a PJSIP answer, with lines nobody here reads.
    const string Answer = """
        v=0
        o=- 3902820845 3902820846 IN IP4 192.0.2.146
        s=pjmedia
        i=about
        c=IN IP4 192.0.2.1
        b=AS:84
        t=0 0
        k=prompt
        y=unknown
        a=X-nat:0
        a=sendonly
        m=audio 4028/2 RTP/AVP 8 18 101 0 77
        i=voice
        c=IN IP4 192.0.2.146
        b=TIAS:64000
        a=rtcp:4029 IN IP4 192.0.2.146
        a=rtpmap:8 PCMA/8000
        a=rtpmap:18 G729/8000
        a=fmtp:18 annexb=no
        a=rtpmap:101 telephone-event/8000
        a=fmtp:101 0-16
        a=ptime:20
        a=inactive
        m=video 0 RTP/AVP 31
        m=image 4030 udptl t38

        """;

    static SessionDescription Decode(string text)
    {
        var session = SessionDescription.Decode(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")), out var fault);
        Assert.Null(fault);
        return session!;
    }

    [Fact]
    public void A_description_reads()
    {
        var session = Decode(Answer);
        Assert.Equal(new Origin("-", 3902820845, 3902820846, "192.0.2.146"), session.Origin);
        var audio = session.Audio!;
        Assert.Equal((4028, 2, "RTP/AVP"), (audio.Port, audio.PortCount, audio.Protocol));
        Assert.Equal("192.0.2.146", session.ConnectionOf(audio)!.Address);
        Assert.Equal("192.0.2.1", session.ConnectionOf(session.Media[1])!.Address);
        Assert.Equal(MediaDirection.Inactive, session.DirectionOf(audio));
        Assert.Equal(MediaDirection.SendOnly, session.DirectionOf(session.Media[1]));
        Assert.Equal([new RtpMap(8, "PCMA", 8000), new RtpMap(18, "G729", 8000), new RtpMap(101, "telephone-event", 8000), new RtpMap(0, "PCMU", 8000)], audio.RtpMaps);
        Assert.Equal("annexb=no", audio.Fmtp(18));
        Assert.Null(audio.Fmtp(1));
        Assert.Equal(20, audio.PtimeMilliseconds);
        Assert.Equal(101, audio.TelephoneEvent);
        Assert.True(session.Media[1].IsRefused);
        Assert.Equal(["t38"], session.Media[2].Formats);
    }

    [Fact]
    public void Every_line_comes_back_in_its_place() => Assert.Equal(Answer.ReplaceLineEndings("\r\n"), Decode(Answer).ToString());

    [Fact]
    public void A_description_is_made_and_changed()
    {
        var session = new SessionDescription
        {
            Origin = new Origin("-", 1, 1, "192.0.2.1"),
            Connection = new ConnectionData("192.0.2.1"),
            Media = [new MediaDescription("audio", 4000, "RTP/AVP", ["0", "101"]) { Attributes = [new("rtpmap", "101 telephone-event/8000"), new("sendrecv")] }],
        };
        var held = session with { Media = [session.Media[0].WithDirection(MediaDirection.SendOnly)] };
        Assert.Equal("v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\nm=audio 4000 RTP/AVP 0 101\r\na=rtpmap:101 telephone-event/8000\r\na=sendonly\r\n", held.ToString());
        Assert.Equal(held, Decode(held.ToString()));
        Assert.Equal(MediaDirection.RecvOnly, held.DirectionOf(held.Media[0]).Mirrored());
    }

    [Fact]
    public void A_value_cannot_end_its_line()
    {
        var session = new SessionDescription { SessionName = "x\r\nm=audio 9 RTP/AVP 0" };
        Assert.Empty(Decode(session.ToString()).Media);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("s=-\r\n", 0)]
    [InlineData("v=1\r\n", 0)]
    [InlineData("v=0\r\no=x\r\n", 5)]
    [InlineData("v=0\r\nc=IN IP4\r\n", 5)]
    [InlineData("v=0\r\nm=audio x RTP/AVP 0\r\n", 5)]
    [InlineData("v=0\r\nm=audio 70000 RTP/AVP 0\r\n", 5)]
    [InlineData("v=0\r\nm=audio 1/0 RTP/AVP 0\r\n", 5)]
    [InlineData("v=0\r\nm=audio 1 RTP/AVP\r\n", 5)]
    [InlineData("v=0\r\nnonsense\r\n", 5)]
    public void What_breaks_the_grammar_faults_at_its_line(string text, int octet)
    {
        Assert.Null(SessionDescription.Decode(Encoding.UTF8.GetBytes(text), out var fault));
        Assert.Equal(SipFaultReason.SessionDescription, fault!.Value.Reason);
        Assert.Equal(octet, fault.Value.Octet);
    }

    [Theory]
    [InlineData("v=0\ns=-\nm=audio 1 RTP/AVP 0")]
    [InlineData("v=0\r\ns=\r\nt=0 0\r\nm=audio 1 RTP/AVP 0\r\n\r\n")]
    public void What_peers_leave_out_is_forgiven(string text) => Assert.Single(SessionDescription.Decode(Encoding.UTF8.GetBytes(text), out _)!.Media);

    [Fact]
    public void An_unspecified_address_is_hold_of_old()
    {
        var session = Decode("v=0\r\nc=IN IP4 0.0.0.0\r\nm=audio 1 RTP/AVP 0\r\n");
        Assert.True(session.ConnectionOf(session.Audio!)!.IsUnspecified);
    }
}
