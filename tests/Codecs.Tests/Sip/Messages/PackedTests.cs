using System.Text;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;

namespace Codecs.Tests.Sip.Messages;

/// <summary>A message that is kept in one array says what it said before.</summary>
public class PackedTests
{
    private const string Refer =
        "REFER sip:2@192.0.2.2 SIP/2.0\r\nMax-Forwards: 70\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKa\r\nX-Trace: one, two\r\nv: SIP/2.0/UDP 192.0.2.9;branch=z9hG4bKb\r\n"
        + "From: <sip:1@192.0.2.1>;tag=f\r\nTo: <sip:2@192.0.2.2>;tag=t\r\nCall-ID: c\r\nCSeq: 2 REFER\r\nRefer-To: <sip:3@192.0.2.3>\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\nbody";

    private readonly SipRequest read = (SipRequest)SipMessage.Decode(Encoding.ASCII.GetBytes(Refer)).Message!;

    [Fact]
    public void It_is_equal_and_writes_the_same_octets()
    {
        var changed = read with { MaxForwards = 69, UserAgent = "made here" };
        var packed = changed.Packed();
        Assert.Equal(changed, packed);
        Assert.Equal(changed.ToOctets(), packed.ToOctets());
        Assert.Equal("sip:3@192.0.2.3", packed.ReferTo!.Address.Uri.ToString());
        Assert.Equal("one, two", packed["x-trace"]);
    }

    [Fact]
    public void A_Via_of_its_own_stands_on_top_instead_of_all_others()
    {
        var via = Via.Create("TCP", "2001:db8::1", 5070, "z9hG4bKc");
        var packed = read.Packed(via);
        Assert.Equal((read with { Vias = [] } with { Vias = [via] }).ToOctets(), packed.ToOctets());
        Assert.Equal("SIP/2.0/TCP [2001:db8::1]:5070;branch=z9hG4bKc;rport", Assert.Single(packed.Vias).ToString());
        Assert.Equal("body"u8, packed.Body.Span);
        Assert.Equal(packed, SipMessage.Decode(packed.ToOctets()).Message);
    }

    [Fact]
    public void A_Via_longer_than_usual_is_written_whole()
    {
        var branch = "z9hG4bK" + new string('x', 300);
        Assert.Equal(branch, Via.Create("UDP", "192.0.2.1", null, branch).Branch);
    }
}
