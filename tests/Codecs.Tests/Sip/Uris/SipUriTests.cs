using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;

namespace Gateway.Codecs.Tests.Sip.Uris;

public class SipUriTests
{
    static SipUri Uri(string text)
    {
        var uri = SipUri.Parse(text);
        Assert.NotNull(uri);
        Assert.Equal(text, uri.ToString());
        return uri;
    }

    [Fact]
    public void Every_part_is_found()
    {
        var uri = Uri("sips:al%69ce;day=tuesday:secret@[2001:db8::1]:5061;transport=TCP;maddr=239.255.255.1;lr?subject=project%20x&priority=urgent");
        Assert.Equal(UriScheme.Sips, uri.Scheme);
        Assert.True(uri.IsSecure);
        Assert.Equal("alice;day=tuesday", uri.User);
        Assert.Equal("[2001:db8::1]", uri.Host);
        Assert.Equal(5061, uri.Port);
        Assert.Equal("tcp", uri.Transport);
        Assert.Equal("", uri.Parameter("LR"));
        Assert.Null(uri.Parameter("ttl"));
        Assert.Equal([new("subject", "project x"), new("priority", "urgent")], uri.Headers);
        Assert.Equal("urgent", uri.Header(HeaderName.Priority));
    }

    [Theory]
    [InlineData("sip:")]
    [InlineData("sip:@host")]
    [InlineData("sip:host:")]
    [InlineData("sip:host:0")]
    [InlineData("sip:host:65536")]
    [InlineData("sip:host:5060x")]
    [InlineData("sip:a b@host")]
    [InlineData("sip:a%4@host")]
    [InlineData("sip:a%zz@host")]
    [InlineData("sip:a\"@host")]
    [InlineData("sip:[::1")]
    [InlineData("sip:[host]")]
    [InlineData("sip:host;a=<b>")]
    [InlineData("sip:host?a=b c")]
    [InlineData("sip:a@host\r\nX: y")]
    [InlineData("tel:")]
    [InlineData("tel:hello")]
    [InlineData("host")]
    [InlineData(":host")]
    [InlineData("1http:x")]
    [InlineData("http:")]
    [InlineData("")]
    public void What_breaks_the_grammar_is_no_uri(string text) => Assert.Null(SipUri.Parse(text));

    [Fact]
    public void A_uri_without_user_is_kept_with_its_private_parameters()
    {
        var target = SipFixture.Request("sip/refer-teams.sip").ReferTo!.Target;
        Assert.False(target.HasUser);
        Assert.Equal("sip:sip.pstnhub.example.com:5061;transport=tls;x-m=8:orgid:1e1f2a;x-t=72f9;x-ti=5b2;x-tt=aHR0cHM6", target.ToString());
    }

    [Fact]
    public void A_user_of_any_text_is_escaped()
    {
        var uri = SipUri.Create("a@b:c <d>\r\nX: y%41é", "example.net");
        Assert.Equal("sip:a%40b%3Ac%20%3Cd%3E%0D%0AX%3A%20y%2541%C3%A9@example.net", uri.ToString());
        Assert.Equal("a@b:c <d>\r\nX: y%41é", uri.User);
    }

    [Theory]
    [InlineData("a.example\r\nX: y")]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a;b")]
    public void A_host_that_is_none_is_a_programming_error(string host) => Assert.ThrowsAny<Exception>(() => SipUri.Create("a", host));

    [Fact]
    public void An_ipv6_host_gets_its_brackets() => Assert.Equal("sip:a@[::1]:5060", SipUri.Create("a", "::1", 5060).ToString());

    [Fact]
    public void A_request_uri_has_neither_headers_nor_method()
    {
        var uri = Uri("sip:c@example.net;transport=tcp;method=INVITE;x=1?Replaces=a%3Bb");
        Assert.Equal("sip:c@example.net;transport=tcp;x=1", uri.ForRequest().ToString());
        Assert.Equal(SipMethod.Invite, uri.Method);
    }

    [Fact]
    public void Parameters_are_added_replaced_and_removed()
    {
        var uri = Uri("sip:c@example.net;a=1;b?h=v");
        Assert.Equal("sip:c@example.net;b;a=2%3B?h=v", uri.WithParameter("a", "2;").ToString());
        Assert.Equal("sip:c@example.net;a=1?h=v", uri.WithoutParameter("B").ToString());
        Assert.Equal("sip:c@example.net;a=1;b?h=v&Call-Info=%3C%40%3E", uri.WithHeader("Call-Info", "<@>").ToString());
    }

    // RFC 3261 19.1.4, its own examples.
    [Theory]
    [InlineData("sip:%61lice@atlanta.com;transport=TCP", "sip:alice@AtLanTa.CoM;Transport=tcp", true)]
    [InlineData("sip:carol@chicago.com", "sip:carol@chicago.com;newparam=5", true)]
    [InlineData("sip:carol@chicago.com", "sip:carol@chicago.com;security=on", true)]
    [InlineData("sip:carol@chicago.com;newparam=5", "sip:carol@chicago.com;security=on", true)]
    [InlineData("sip:biloxi.com;transport=tcp;method=REGISTER?to=sip:bob%40biloxi.com", "sip:biloxi.com;method=REGISTER;transport=tcp?to=sip:bob%40biloxi.com", true)]
    [InlineData("sip:alice@atlanta.com?subject=project%20x&priority=urgent", "sip:alice@atlanta.com?priority=urgent&subject=project%20x", true)]
    [InlineData("SIP:ALICE@AtLanTa.CoM;Transport=udp", "sip:alice@AtLanTa.CoM;Transport=UDP", false)]
    [InlineData("sip:bob@biloxi.com", "sip:bob@biloxi.com:5060", false)]
    [InlineData("sip:bob@biloxi.com", "sip:bob@biloxi.com;transport=udp", false)]
    [InlineData("sip:bob@biloxi.com", "sip:bob@biloxi.com:6000;transport=tcp", false)]
    [InlineData("sip:carol@chicago.com", "sip:carol@chicago.com?Subject=next%20meeting", false)]
    [InlineData("sip:bob@phone21.boxesbybob.com", "sip:bob@192.0.2.4", false)]
    [InlineData("sip:carol@chicago.com;security=on", "sip:carol@chicago.com;security=off", false)]
    [InlineData("sip:a@b", "sips:a@b", false)]
    [InlineData("sip:a:p@b", "sip:a:P@b", false)]
    [InlineData("tel:+1-201-555-0123", "tel:+1(201)5550123", true)]
    [InlineData("tel:7042;phone-context=example.com", "tel:7042;phone-context=EXAMPLE.com", true)]
    [InlineData("tel:7042;phone-context=example.com", "tel:7042", false)]
    public void Uris_compare_as_the_rfc_says(string one, string two, bool equal)
    {
        Assert.Equal(equal, Uri(one).Matches(Uri(two)));
        Assert.Equal(equal, Uri(two).Matches(Uri(one)));
    }
}
