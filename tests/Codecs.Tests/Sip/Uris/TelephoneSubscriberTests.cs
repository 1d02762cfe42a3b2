using Gateway.Codecs.Sip.Uris;

namespace Gateway.Codecs.Tests.Sip.Uris;

public class TelephoneSubscriberTests
{
    [Theory]
    [InlineData("tel:+44-20-7946-0123;ext=12", "442079460123", true)]
    [InlineData("tel:863-1234;phone-context=+1-914-555", "8631234", false)]
    [InlineData("sip:+44.20(7946)0123;isub=99@gw.example.net;user=phone", "442079460123", true)]
    [InlineData("sip:*21%23@gw.example.net", "*21#", false)]
    public void Numbers_lose_their_separators(string uri, string digits, bool global)
    {
        var number = TelephoneSubscriber.Of(SipUri.Parse(uri)!)!.Value;
        Assert.Equal(digits, number.Digits);
        Assert.Equal(global, number.IsGlobal);
    }

    [Theory]
    [InlineData("sip:alice@example.net")]
    [InlineData("sip:example.net")]
    [InlineData("sip:+44x@example.net")]
    [InlineData("sip:+@example.net")]
    [InlineData("sip:12%0034@example.net")]
    [InlineData("urn:service:sos")]
    public void A_user_part_that_is_no_number_gives_none(string uri) => Assert.Null(TelephoneSubscriber.Of(SipUri.Parse(uri)!));

    [Fact]
    public void Parameters_of_the_number_are_not_those_of_the_uri()
    {
        var uri = SipUri.Parse("sip:+12125550100;isub=1234;tgrp=TG-1;trunk-context=example.com;rn=+12125550199;npdi@gw.example.net;user=phone")!;
        var number = TelephoneSubscriber.Of(uri)!.Value;
        Assert.Equal("1234", number.Subaddress);
        Assert.Equal("TG-1", number.Parameters["tgrp"]);
        Assert.Equal("+12125550199", number.Parameters["rn"]);
        Assert.True(number.Parameters.Contains("npdi"));
        Assert.True(uri.IsPhone);
        Assert.Null(uri.Parameter("tgrp"));
    }
}
