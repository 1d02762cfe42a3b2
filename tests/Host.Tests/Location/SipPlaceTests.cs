using Gateway.Host.Location;
using Gateway.Sip;

namespace Host.Tests.Location;

public class SipPlaceTests
{
    [Theory]
    [InlineData("10.0.0.1:5060", "10.0.0.1:5060;transport=udp")]
    [InlineData("[2001:db8::1]:5061;transport=tls", "[2001:db8::1]:5061;transport=tls")]
    public void An_address_has_a_port(string text, string place) => Assert.Equal(place, ((SipPlace.At)SipPlace.Parse(text, null)!).Destination.ToString());

    [Theory]
    [InlineData("carrier.example")]
    [InlineData("carrier.example:5060")]
    [InlineData("carrier.example;transport=tls")]
    [InlineData("sbc-1.carrier.example:5061;transport=tcp")]
    [InlineData("localhost")]
    [InlineData("3com.example")]
    public void A_name_has_what_it_likes(string text) => Assert.Equal(text, ((SipPlace.Named)SipPlace.Parse(text, null)!).ToString());

    [Fact]
    public void A_last_dot_is_not_part_of_a_name() => Assert.Equal("carrier.example", SipPlace.Parse("carrier.example.", null)!.ToString());

    [Fact]
    public void A_transport_of_the_peer_holds_where_none_stands()
    {
        Assert.Equal("a.example;transport=tcp", SipPlace.Parse("a.example", SipTransport.Tcp)!.ToString());
        Assert.Equal("a.example;transport=udp", SipPlace.Parse("a.example;transport=udp", SipTransport.Tcp)!.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.1")]
    [InlineData("10.0.0.300:5060")]
    [InlineData("2001:db8::1")]
    [InlineData("[2001:db8::1]")]
    [InlineData("carrier.example:0")]
    [InlineData("carrier.example:65536")]
    [InlineData("carrier.example:")]
    [InlineData("carrier.example: 5060")]
    [InlineData("carrier.example;transport=sctp")]
    [InlineData("carrier.example;lr")]
    [InlineData("carrier..example")]
    [InlineData("-carrier.example")]
    [InlineData("carrier-.example")]
    [InlineData("sip:carrier.example")]
    [InlineData("user@carrier.example")]
    [InlineData("carrier example")]
    public void What_is_neither_is_refused(string text) => Assert.Null(SipPlace.Parse(text, null));
}
