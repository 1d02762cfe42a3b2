using System.Text;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;

namespace Gateway.Codecs.Tests.Sip.Messages;

public class SipFragmentTests
{
    static SipFragment? Decode(string text) => SipFragment.Decode(Encoding.UTF8.GetBytes(text), out _);

    [Fact]
    public void Trying_takes_twenty_octets_and_ok_sixteen()
    {
        Assert.Equal("SIP/2.0 100 Trying\r\n"u8.ToArray(), new SipFragment(100).ToOctets());
        Assert.Equal(20, new SipFragment(100).ToOctets().Length);
        Assert.Equal(16, new SipFragment(200).ToOctets().Length);
    }

    [Fact]
    public void A_busy_target_is_told_with_its_cause()
    {
        var busy = new SipFragment(486) { Reasons = [Reason.Q850(17, "User busy", 2)] };
        Assert.Equal("SIP/2.0 486 Busy Here\r\nReason: Q.850;cause=17;text=\"User busy\";location=LN\r\n", Encoding.ASCII.GetString(busy.ToOctets()));
        Assert.Equal(76, busy.ToOctets().Length);
        Assert.Equal(busy, SipFragment.Decode(busy.ToOctets(), out _));
    }

    [Theory]
    [InlineData("SIP/2.0 200 OK")]
    [InlineData("SIP/2.0 200 OK\r\n")]
    [InlineData("SIP/2.0 200 OK\n\n")]
    [InlineData("\r\nSIP/2.0 200 OK\r\nContact: <sip:x@y>\r\nVia: broken\r\nFrom: \"broken\r\n")]
    public void A_status_line_is_enough(string text) => Assert.Equal(200, Decode(text)!.Status);

    [Fact]
    public void What_phones_send_is_read()
    {
        foreach (string name in (string[])["sip/notify-linphone.sip", "sip/notify-rfc3515.sip"])
        {
            var notify = SipFixture.Request(name);
            Assert.True(notify.Event!.Is("refer"));
            Assert.True(notify.SubscriptionState!.Is("terminated"));
            Assert.True(notify.ContentType!.Is("message/sipfrag"));
            Assert.Equal(200, SipFragment.Decode(notify.Body.Span, out _)!.Status);
        }
        Assert.Equal("93809823", SipFixture.Request("sip/notify-rfc3515.sip").Event!.Parameters["id"]);
        Assert.Equal("reason=noresource", SipFixture.Request("sip/notify-linphone.sip").SubscriptionState!.Parameters["reason"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n")]
    [InlineData("200 OK")]
    [InlineData("SIP/2.0 999 No\r\n")]
    [InlineData("SIP/3.0 200 OK\r\n")]
    [InlineData("INVITE sip:a@b SIP/2.0\r\n")]
    [InlineData("From: <sip:a@b>\r\n")]
    public void Without_a_status_line_it_says_nothing(string text)
    {
        Assert.Null(SipFragment.Decode(Encoding.UTF8.GetBytes(text), out var fault));
        Assert.NotNull(fault);
    }

    [Fact]
    public void A_phrase_cannot_end_its_line() =>
        Assert.Equal(1, Encoding.ASCII.GetString(new SipFragment(404, "x\r\nReason: y").ToOctets()).Count(c => c == '\n'));
}
