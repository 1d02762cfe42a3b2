using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;

namespace Gateway.Codecs.Tests.Sip.Headers;

public class NameAddrTests
{
    [Theory]
    [InlineData("\"A, <B> \\\"C\\\" \\\\\" <sip:a@b>;tag=x;y=\"z;w\"", "A, <B> \"C\" \\", "sip:a@b", "x")]
    [InlineData("Alice Bob <sip:a@b;tag=no>;tag=yes", "Alice Bob", "sip:a@b;tag=no", "yes")]
    [InlineData("<sip:a,b@c>", "", "sip:a,b@c", null)]
    [InlineData("sip:a@b;tag=x", "", "sip:a@b", "x")]
    [InlineData("sip:a@b ; TAG = x ;", "", "sip:a@b", "x")]
    [InlineData("\"\" <sip:a@b>", "", "sip:a@b", null)]
    [InlineData("<tel:+1-2;ext=3>;tag=t", "", "tel:+1-2;ext=3", "t")]
    public void Addresses_read(string text, string display, string uri, string? tag)
    {
        var address = NameAddr.Parse(text)!;
        Assert.Equal(display, address.DisplayName);
        Assert.Equal(uri, address.Uri.ToString());
        Assert.Equal(tag, address.Tag);
        Assert.Equal(text, address.ToString());
    }

    [Theory]
    [InlineData("\"open <sip:a@b>")]
    [InlineData("\"a\" sip:a@b")]
    [InlineData("<sip:a@b")]
    [InlineData("a, b <sip:a@b>")]
    [InlineData("<sip:a@b> x")]
    [InlineData("<sip:a@b>;=x")]
    [InlineData("<sip:a@b>;;a=b")]
    [InlineData("<sip:a@b>;a=b c")]
    [InlineData("<sip:a@b>;a=\"b")]
    [InlineData("sip:a@b?c=d")]
    [InlineData("<>")]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("<sip:a@b>\r\nX: y")]
    public void What_breaks_the_grammar_is_no_address(string text) => Assert.Null(NameAddr.Parse(text));

    [Fact]
    public void A_display_name_of_any_text_is_quoted_on_one_line()
    {
        var address = NameAddr.Create(SipUri.Create("a", "b"), "E\"vil\\ \r\nContact: <sip:x@y>\0", "t");
        Assert.DoesNotContain('\r', address.ToString());
        Assert.DoesNotContain('\n', address.ToString());
        Assert.Equal("E\"vil\\   Contact: <sip:x@y> ", address.DisplayName);
        Assert.Equal("sip:a@b", address.Uri.ToString());
        Assert.Equal("t", address.Tag);
    }

    [Theory]
    [InlineData("x;y=z")]
    [InlineData("x\r\nY: z")]
    [InlineData("x y")]
    public void A_tag_cannot_smuggle_anything(string tag)
    {
        try
        {
            Assert.Equal("sip:a@b", NameAddr.Create(SipUri.Create("a", "b"), tag: tag).Uri.ToString());
            Assert.DoesNotContain('\n', NameAddr.Create(SipUri.Create("a", "b"), tag: tag).ToString());
        }
        catch (ArgumentException)
        {
            // A tag that is no token is the caller's error.
        }
    }

    [Fact]
    public void A_tag_is_replaced_in_place_of_another()
    {
        var address = NameAddr.Parse("Bob <sip:b@c>;tag=old;q=\"1;2\"")!.WithTag("new");
        Assert.Equal("Bob <sip:b@c>;q=\"1;2\";tag=new", address.ToString());
        Assert.Equal("Bob <sip:b@c>;q=\"1;2\";tag=new;x=\"a b\"", address.WithParameter("x", "a b").ToString());
    }

    [Fact]
    public void A_wildcard_contact_has_no_uri()
    {
        var contact = SipFixture.With("Contact: *\nExpires: 0\n", "REGISTER").Message!.Contact!;
        Assert.True(contact.IsWildcard);
    }

    [Theory]
    [InlineData("Contact: *\n")]
    [InlineData("Route: *\n")]
    [InlineData("Contact: <sip:a@b>, *\n")]
    [InlineData("Referred-By: *\n")]
    public void A_wildcard_elsewhere_faults(string lines) => Assert.Equal(SipFaultReason.HeaderValue, SipFixture.With(lines, "REFER").Fault!.Value.Reason);

    [Fact]
    public void A_wildcard_in_to_is_refused_without_a_tag()
    {
        var decoded = SipMessage.Decode("BYE sip:a SIP/2.0\r\nVia: SIP/2.0/UDP b;branch=z9hG4bK1\r\nFrom: <sip:a>;tag=1\r\nTo: *\r\nCall-ID: c\r\nCSeq: 1 BYE\r\nP-Asserted-Identity: *\r\n\r\n"u8);
        Assert.True(decoded.IsAnswerable);
        Assert.Equal("*", ((SipRequest)decoded.Message!).Respond(400, "t")[HeaderName.To]);
        Assert.Empty(decoded.Message.AssertedIdentities);
    }

    [Fact]
    public void Several_contacts_on_one_line_and_on_several_are_all_read()
    {
        var decoded = SipFixture.With("m: \"a, b\" <sip:a@b;x=,>;q=0.1, <sip:c@d>\nContact: sip:e@f\n");
        Assert.Equal(["sip:a@b;x=,", "sip:c@d", "sip:e@f"], decoded.Message!.Contacts.Select(contact => contact.Uri.ToString()));
    }
}
