using System.Text;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;

namespace Gateway.Codecs.Tests.Sip.Messages;

public class SipFrameTests
{
    static byte[] Octets(string text) => Encoding.ASCII.GetBytes(text);

    [Fact]
    public void Messages_are_found_at_every_split()
    {
        byte[][] messages = [SipFixture.Read("sip/refer-rfc5589.sip").Octets, SipFixture.Read("sip/invite-rfc3261.sip").Octets, SipFixture.Read("sip/notify-rfc3515.sip").Octets];
        byte[] stream = [.. messages[0], .. "\r\n\r\n"u8, .. messages[1], .. messages[2]];
        for (int split = 0; split <= stream.Length; split += 3)
        {
            var found = new List<byte[]>();
            byte[] held = [];
            foreach (byte[] arrived in (byte[][])[stream[..split], stream[split..]])
            {
                held = [.. held, .. arrived];
                while (SipFrame.Look(held) is { MessageOctets: > 0 } front)
                {
                    found.Add(held[front.KeepAliveOctets..(front.KeepAliveOctets + front.MessageOctets)]);
                    held = held[(front.KeepAliveOctets + front.MessageOctets)..];
                }
            }
            Assert.Empty(held);
            Assert.Equal(messages, found);
        }
    }

    [Fact]
    public void Keep_alives_are_counted_apart()
    {
        Assert.Equal(new SipFrame.Front(4, 0, null), SipFrame.Look(Octets("\r\n\r\n")));
        Assert.Equal(new SipFrame.Front(0, 0, null), SipFrame.Look(Octets("")));
        Assert.Equal(1, SipFrame.Look(Octets("\r\n\r\n")).Pings);
    }

    [Theory]
    [InlineData("\r", 0, 0)]
    [InlineData("\r\n", 0, 0)]
    [InlineData("\r\n\r", 0, 0)]
    [InlineData("\r\n\r\n\r\n", 4, 1)]
    [InlineData("\r\n\r\n\r\n\r\n", 8, 2)]
    [InlineData("\r\nA", 2, 0)]
    [InlineData("\r\n\r\nA", 4, 1)]
    public void Half_a_ping_waits_for_its_other_half(string text, int taken, int pings)
    {
        var front = SipFrame.Look(Octets(text));
        Assert.Equal((taken, 0, pings), (front.KeepAliveOctets, front.MessageOctets, front.Pings));
        Assert.Null(front.Fault);
    }

    [Theory]
    [InlineData("A sip:b SIP/2.0\r\nVia: x\r\n\r\n", SipFaultReason.MissingHeader, 400)]
    [InlineData("A sip:b SIP/2.0\r\nl: 1\r\nContent-Length: 2\r\nX: y\r\n\r\n", SipFaultReason.HeaderValue, 400)]
    [InlineData("A sip:b SIP/2.0\r\nContent-Length: 65536\r\n\r\n", SipFaultReason.TooLarge, 513)]
    public void A_stream_that_cannot_be_followed_still_yields_the_headers_to_answer(string headers, SipFaultReason reason, int status)
    {
        var front = SipFrame.Look(Octets("\r\n" + headers + "rest"));
        Assert.Equal((2, headers.Length), (front.KeepAliveOctets, front.MessageOctets));
        Assert.Equal((reason, status, HeaderName.ContentLength), (front.Fault!.Value.Reason, front.Fault.Value.Status, front.Fault.Value.Header));
        Assert.NotNull(SipMessage.Decode(Octets(headers)).Message);
    }

    [Fact]
    public void A_message_may_fill_the_limit_and_no_more()
    {
        var limits = new SipLimits(MessageOctets: 60);
        string headers = "A sip:b SIP/2.0\r\nContent-Length: 22\r\n\r\n";
        Assert.Equal(39, headers.Length);
        Assert.NotNull(SipFrame.Look(Octets(headers), limits).Fault);
        headers = headers.Replace("22", "21", StringComparison.Ordinal);
        Assert.Equal(new SipFrame.Front(0, 0, null), SipFrame.Look(Octets(headers + "twenty octets are few"[..20]), limits));
        Assert.Equal(new SipFrame.Front(0, 60, null), SipFrame.Look(Octets(headers + "twenty octets are few"), limits));
    }

    [Theory]
    [InlineData("A sip:b SIP/2.0\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("A sip:b SIP/2.0\r\nl: 99999999999\r\n\r\n")]
    [InlineData("A sip:b SIP/2.0\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n")]
    [InlineData("A sip:b SIP/2.0\r\nContent-Length: 65530\r\n\r\n")]
    public void A_length_that_cannot_be_followed_breaks_the_stream(string text) => Assert.NotNull(SipFrame.Look(Octets(text)).Fault);

    [Fact]
    public void Headers_without_end_break_the_stream_at_the_limit()
    {
        string text = "A sip:b SIP/2.0\r\n" + string.Concat(Enumerable.Repeat("X: y\r\n", 20_000));
        Assert.Equal(SipFaultReason.TooLarge, SipFrame.Look(Octets(text)).Fault!.Value.Reason);
        Assert.Null(SipFrame.Look(Octets(text[..1000])).Fault);
    }
}
