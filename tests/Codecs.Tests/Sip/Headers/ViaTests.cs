using Gateway.Codecs.Sip.Headers;

namespace Gateway.Codecs.Tests.Sip.Headers;

public class ViaTests
{
    [Fact]
    public void A_via_reads()
    {
        var via = Via.Parse("SIP/2.0/TLS [2001:db8::9:1]:5061;rport;branch=z9hG4bK87asdks7;received=192.0.2.1;maddr=224.2.0.1;ttl=1")!;
        Assert.Equal("TLS", via.Transport);
        Assert.Equal("[2001:db8::9:1]", via.Host);
        Assert.Equal(5061, via.Port);
        Assert.Equal("z9hG4bK87asdks7", via.Branch);
        Assert.True(via.HasCookie);
        Assert.True(via.WantsRport);
        Assert.Null(via.Rport);
        Assert.Equal("192.0.2.1", via.Received);
        Assert.Equal("224.2.0.1", via.Maddr);
    }

    [Fact]
    public void The_receiver_fills_in_where_it_came_from()
    {
        var via = Via.Create("UDP", "10.0.0.1", 5060, "z9hG4bKx");
        Assert.Equal("SIP/2.0/UDP 10.0.0.1:5060;branch=z9hG4bKx;rport=1024;received=192.0.2.9", via.WithReceived("192.0.2.9", 1024).ToString());
        Assert.Equal(1024, via.WithReceived("192.0.2.9", 1024).Rport);
        var plain = Via.Parse("SIP/2.0/UDP 192.0.2.9;branch=z9hG4bKx;received=1.2.3.4")!;
        Assert.Equal("SIP/2.0/UDP 192.0.2.9;branch=z9hG4bKx", plain.WithReceived("192.0.2.9", 1024).ToString());
        Assert.Equal("2001:db8::9", via.WithReceived("2001:db8::9", 1024).Received);
    }

    [Theory]
    [InlineData("SIP/2.0/UDP")]
    [InlineData("SIP/2.0/UDP ")]
    [InlineData("SIP/2.0 host")]
    [InlineData("HTTP/2.0/UDP host")]
    [InlineData("SIP/2.0/UDP host:0")]
    [InlineData("SIP/2.0/UDP host:99999")]
    [InlineData("SIP/2.0/UDP host x")]
    [InlineData("SIP/2.0/UDP host;branch=\"x")]
    public void What_breaks_the_grammar_is_no_via(string text) => Assert.Null(Via.Parse(text));

    [Fact]
    public void A_branch_cannot_end_the_line() =>
        Assert.Throws<ArgumentException>(() => Via.Create("UDP", "a", null, "z9hG4bK\r\nX: y"));
}
