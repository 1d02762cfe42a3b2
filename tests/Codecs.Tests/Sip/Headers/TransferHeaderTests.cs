using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;

namespace Gateway.Codecs.Tests.Sip.Headers;

public class TransferHeaderTests
{
    [Fact]
    public void Replaces_is_decoded_exactly_once()
    {
        var replaces = ReferTo.Parse("<sip:c@example.net?Replaces=a%2540b%40host%3Bto-tag%3D1%3Bfrom-tag%3D2>")!.Replaces!;
        Assert.Equal(new Replaces("a%40b@host", "1", "2"), replaces);
        Assert.Equal("a%2540b%40host%3Bto-tag%3D1%3Bfrom-tag%3D2", replaces.ToEscapedString());
        Assert.Equal("<sip:c@example.net?Replaces=a%2540b%40host%3Bto-tag%3D1%3Bfrom-tag%3D2>",
            ReferTo.Create(SipUri.Parse("sip:c@example.net")!, replaces).ToString());
    }

    [Theory]
    [InlineData("call@host;to-tag=a;from-tag=b", false)]
    [InlineData("call@host; from-tag = b ;x;early-only;to-tag=a", true)]
    public void Replaces_reads_in_any_order(string text, bool early) => Assert.Equal(new Replaces("call@host", "a", "b", early), Replaces.Parse(text));

    [Theory]
    [InlineData("call")]
    [InlineData("call;to-tag=a")]
    [InlineData("call;from-tag=a")]
    [InlineData("call;to-tag=;from-tag=b")]
    [InlineData("call;to-tag=a;to-tag=c;from-tag=b")]
    [InlineData("call;to-tag=a;from-tag=b, other;to-tag=c;from-tag=d")]
    [InlineData("a@b@c;to-tag=a;from-tag=b")]
    [InlineData(";to-tag=a;from-tag=b")]
    [InlineData("")]
    public void Replaces_without_one_of_each_is_refused(string text) => Assert.Null(Replaces.Parse(text));

    [Fact]
    public void A_replaces_header_that_is_broken_faults_the_invite()
    {
        var decoded = SipFixture.With("Replaces: a;to-tag=1\n", "INVITE");
        Assert.Equal(HeaderName.Replaces, decoded.Fault!.Value.Header);
        Assert.Equal("RFC 3891 6.1", decoded.Fault.Value.Clause);
        Assert.Equal(SipFaultReason.RepeatedHeader, SipFixture.With("Replaces: a;to-tag=1;from-tag=2\nReplaces: b;to-tag=1;from-tag=2\n", "INVITE").Fault!.Value.Reason);
    }

    [Fact]
    public void A_broken_replaces_in_refer_to_is_told_from_none()
    {
        var torn = SipFixture.Request("sip/refer-torn-header.sip").ReferTo!;
        Assert.True(torn.ReplacesIsBroken);
        Assert.Null(torn.Replaces);
        Assert.True(ReferTo.Parse("<sip:c@d?Replaces=a%3Bto-tag%3D1%3Bfrom-tag%3D2&replaces=b%3Bto-tag%3D1%3Bfrom-tag%3D2>")!.ReplacesIsBroken);
        Assert.False(ReferTo.Parse("<sip:c@d?X=y>")!.ReplacesIsBroken);
    }

    [Theory]
    [InlineData("Refer-To: <sip:a@b>, <sip:c@d>\n")]
    [InlineData("Refer-To: <sip:a@b>\nr: <sip:c@d>\n")]
    [InlineData("Refer-To: \n")]
    [InlineData("Refer-To: *\n")]
    public void One_refer_to_and_no_more(string lines) => Assert.Equal(HeaderName.ReferTo, SipFixture.With(lines, "REFER").Fault!.Value.Header);

    [Fact]
    public void Refer_to_without_brackets_is_read_to_its_end()
    {
        var referTo = ReferTo.Parse("sip:c@example.net?Replaces=a%40b%3Bto-tag%3D1%3Bfrom-tag%3D2")!;
        Assert.Equal(new Replaces("a@b", "1", "2"), referTo.Replaces);
        Assert.Equal("sip:c@example.net", referTo.Target.ToString());
        Assert.Equal("sip:carol@192.0.2.12", SipFixture.Request("sip/refer-baresip.sip").ReferTo!.Target.ToString());
    }

    [Fact]
    public void Replaces_left_unescaped_inside_brackets_is_read() =>
        Assert.Equal(new Replaces("a@b", "1", "2"), ReferTo.Parse("<sip:c@example.net?Replaces=a@b;to-tag=1;from-tag=2>")!.Replaces);

    [Fact]
    public void The_method_of_refer_to_is_invite_unless_named()
    {
        Assert.Equal(SipMethod.Invite, ReferTo.Parse("<sip:c@d>")!.Method);
        Assert.Equal(SipMethod.Bye, ReferTo.Parse("<sip:c@d;method=BYE>")!.Method);
        Assert.Null(ReferTo.Parse("<sip:c@d;method=>")!.Method);
        Assert.Equal("sip:carol@cleveland.example.org", SipFixture.Request("sip/refer-rfc3515.sip").ReferTo!.Target.ToString());
    }

    [Fact]
    public void Linphone_and_5589_shapes_read()
    {
        Assert.Equal(new Replaces("u9Xw~Tq1", "H8s0aL", "Uy~22"), SipFixture.Request("sip/refer-linphone.sip").ReferTo!.Replaces);
        Assert.Equal("sip:bob@192.0.2.11:5072", SipFixture.Request("sip/refer-linphone.sip").ReferredBy!.Uri.ToString());
        var refer = SipFixture.Request("sip/refer-rfc5589.sip");
        Assert.Equal(new TargetDialog("592435881734450904", "9m2n3wq", "763231"), refer.TargetDialog);
        Assert.Equal("20398823.2UWQFN309shb3@referrer.example", refer.ReferredBy!.Parameters["cid"]);
        Assert.Equal("replaces", refer.ReferTo!.Uri.Header(HeaderName.Require));
        Assert.True(refer.Requires("TDIALOG"));
        Assert.True(refer.Contact!.Uri.Parameters.Contains("gr"));
        var invite = SipFixture.Request("sip/invite-rfc3891.sip");
        Assert.Equal(new Replaces("425928@bobster.example.org", "7743", "6472", EarlyOnly: true), invite.Replaces);
        Assert.Equal("2UWQFN309shb3@referrer.example", invite.ReferredBy!.Parameters["cid"]);
    }

    [Fact]
    public void Headers_behind_content_length_count()
    {
        var refer = SipFixture.Request("sip/refer-softphone.sip");
        Assert.Equal("sip:2003@192.0.2.215", refer.ReferTo!.Target.ToString());
        Assert.Equal("2000", refer.ReferredBy!.DisplayName);
    }

    [Fact]
    public void Target_dialog_without_a_tag_is_ignored()
    {
        var decoded = SipFixture.With("Target-Dialog: a;local-tag=1\n", "REFER");
        Assert.True(decoded.IsWhole);
        Assert.Null(decoded.Message.TargetDialog);
        Assert.Equal("a;local-tag=1;remote-tag=2", new TargetDialog("a", "1", "2").ToString());
    }

    [Theory]
    [InlineData("Refer-Sub: false\n", false)]
    [InlineData("Refer-Sub: TRUE ;x=y\n", true)]
    [InlineData("Refer-Sub: maybe\n", null)]
    [InlineData("", null)]
    public void Refer_sub_is_true_false_or_unsaid(string lines, bool? expected) => Assert.Equal(expected, SipFixture.With(lines, "REFER").Message!.ReferSub);

    [Fact]
    public void A_reason_is_built_as_the_rfcs_show_it()
    {
        Assert.Equal("Q.850;cause=17;text=\"User busy\";location=LN", Reason.Q850(17, "User busy", 2).ToString());
        Assert.Equal("Q.850;cause=16", Reason.Q850(16).ToString());
        Assert.Equal("SIP;cause=486;text=\"Busy \\\"Here\\\"\"", Reason.Sip(486, "Busy \"Here\"").ToString());
    }

    [Fact]
    public void Reasons_of_a_response_are_read_with_location()
    {
        var response = SipFixture.Whole("sip/response-isup-cause.sip");
        Assert.Equal([Reason.Q850(17, "User busy", 2), Reason.Sip(486, "Busy, \"here\"")], response.Reasons);
        Assert.Equal(2, response.Reasons[0].LocationCode);
        Assert.Null(response.Reasons[1].LocationCode);
    }

    [Theory]
    [InlineData("U", 0)]
    [InlineData("rln", 4)]
    [InlineData("LOC-6", 6)]
    [InlineData("BI", 10)]
    [InlineData("LOC-15", 15)]
    [InlineData("MARS", null)]
    public void Locations_have_their_q850_code(string token, int? code) => Assert.Equal(code, new Reason("Q.850", 1, null, token).LocationCode);

    [Theory]
    [InlineData("Q.850;cause=x")]
    [InlineData("Q.850;cause=1000")]
    [InlineData("Q 850;cause=1")]
    [InlineData("Q.850;text=\"x")]
    [InlineData("")]
    public void A_broken_reason_is_left_out(string text)
    {
        Assert.Null(Reason.Parse(text));
        Assert.Single(SipFixture.With($"Reason: {text}\nReason: SIP;cause=600\n").Message!.Reasons);
    }

    [Fact]
    public void A_reason_text_cannot_end_the_line()
    {
        var bye = (SipRequest)SipFixture.With("", "BYE").Message! with { Reasons = [Reason.Q850(16, "x\r\nContact: <sip:evil@x>")] };
        var again = SipMessage.Decode(bye.ToOctets());
        Assert.True(again.IsWhole);
        Assert.Empty(again.Message.Contacts);
        Assert.Equal("x  Contact: <sip:evil@x>", again.Message.Reasons[0].Text);
    }
}
