using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;
using Gateway.Sip;
using Gateway.Sip.Dialogs;
using Gateway.Sip.Refer;
using Stacks.Tests.Sip.World;

namespace Stacks.Tests.Sip.Refer;

/// <summary>What real telephones and exchanges send around REFER, written here as they write it, and what a Refer-To must not be able to do.</summary>
public class ReferQuirkTests
{
    private readonly Transferor transferor = new();

    [Theory]
    [InlineData("Refer-To: <sip:1003@198.51.100.1?Replaces=zJ9TlcnaXF%3bfrom-tag%3d5pqQOgN%3bto-tag%3dHSlmHhb&Require=replaces>\nReferred-By: sip:1001@192.0.2.10\n")]
    [InlineData("Refer-To: <sip:1003@198.51.100.1?Replaces=zJ9TlcnaXF%3Bto-tag%3DHSlmHhb%3Bfrom-tag%3D5pqQOgN>\nReferred-By: \"A\" <sip:1001@192.0.2.10>;cid=\"1@x\"\n")]
    [InlineData("Refer-To: sip:1003@198.51.100.1?Replaces=zJ9TlcnaXF%3Bto-tag%3DHSlmHhb%3Bfrom-tag%3D5pqQOgN\nb: <sip:1001@192.0.2.10>\n")]
    [InlineData("r: <sip:1003@198.51.100.1?REPLACES=zJ9TlcnaXF%3bfrom%2dtag=5pqQOgN%3Bto-tag%3dHSlmHhb>\nReferred-By: <sip:1001@192.0.2.10>\nEvent: refer\nExpires: 60\n")]
    public void The_tags_stand_in_any_order_and_brackets_may_be_missing(string headers)
    {
        transferor.Refer(headers);
        Assert.Equal(202, transferor.Peer.Answer("REFER").Status);
        Assert.Equal(new Replaces("zJ9TlcnaXF", "HSlmHhb", "5pqQOgN"), transferor.Referral.Replaces);
        Assert.Equal("1001", transferor.Referral.ReferredBy!.Uri.User);
        Assert.Equal("sip:1003@198.51.100.1", transferor.Referral.Target.ToString());
    }

    [Fact]
    public void A_blind_refer_to_without_brackets_is_taken()
    {
        transferor.Refer("Refer-To: sip:1003@198.51.100.1\n");
        Assert.Equal("sip:1003@198.51.100.1", transferor.Referral.Target.ToString());
        Assert.Null(transferor.Referral.ReferredBy);
    }

    [Fact]
    public void A_target_without_user_part_keeps_its_parameters()
    {
        transferor.Refer("Refer-To: <sip:sip.example.net:5061;transport=tls;x-m=8:orgid:77>\n");
        Assert.Equal("sip:sip.example.net:5061;transport=tls;x-m=8:orgid:77", transferor.Referral.Target.ToString());
    }

    [Fact]
    public void Escapes_are_undone_once()
    {
        transferor.Refer("Refer-To: <sip:1003@198.51.100.1?Replaces=a%2525b%40h%3Bto-tag%3Dt%3Bfrom-tag%3Df>\n");
        Assert.Equal("a%25b@h", transferor.Referral.Replaces!.CallId);
    }

    [Theory]
    [InlineData("Via=SIP/2.0/UDP%20evil")]
    [InlineData("From=%3Csip:boss@x%3E")]
    [InlineData("To=x&Call-ID=y&CSeq=1")]
    [InlineData("Contact=%3Csip:evil@x%3E&Route=%3Csip:evil%3E&Record-Route=%3Csip:evil%3E")]
    [InlineData("Authorization=Digest&Proxy-Authorization=x")]
    [InlineData("P-Asserted-Identity=%3Csip:boss@x%3E")]
    [InlineData("v=x&f=x&t=x&i=x&m=x")]
    public void Headers_that_are_not_the_senders_to_write_are_left_out(string headers)
    {
        transferor.Refer($"Refer-To: <sip:1003@198.51.100.1?{headers}&User-to-User=5465&X-Tag=7>\n");
        Assert.Equal(["User-to-User", "X-Tag"], transferor.Referral.Headers.Select(header => header.Name));
    }

    [Theory]
    [InlineData("X-Tag=7%0D%0AVia:%20evil")]
    [InlineData("X-Tag%0D%0AVia=evil")]
    [InlineData("Privacy=id%00")]
    public void A_line_end_in_a_header_is_a_400(string headers)
    {
        transferor.Refer($"Refer-To: <sip:1003@198.51.100.1?{headers}>\n");
        Assert.Equal(400, transferor.Peer.Answer("REFER").Status);
        Assert.False(transferor.Gateway.Heard<SipIndication.ReferReceived>());
    }

    [Fact]
    public void The_token_of_Referred_By_is_found_by_its_cid()
    {
        transferor.Refer(
            "Refer-To: <sip:1003@198.51.100.1>\nReferred-By: <sip:1001@192.0.2.10>;cid=\"tok.7@192.0.2.10\"\nContent-Type: multipart/mixed;boundary=b1\n",
            """
            --b1
            Content-Type: application/octet-stream
            Content-ID: <other@x>

            no
            --b1
            Content-Type: multipart/signed;protocol="application/pkcs7-signature";boundary=b2
            Content-ID: <tok.7@192.0.2.10>

            signed
            --b1--

            """);
        Assert.Equal("signed", System.Text.Encoding.UTF8.GetString(transferor.Referral.Token!.Content.Span));
    }

    [Theory]
    [InlineData("Content-Type: application/x-unknown\nContent-Disposition: render;handling=required\n", 415)]
    [InlineData("Content-Type: application/x-unknown\nContent-Disposition: render;handling=optional\n", 202)]
    [InlineData("Content-Type: application/x-unknown\n", 202)]
    public void A_body_that_must_be_understood_and_is_not_is_a_415(string headers, int status)
    {
        transferor.Refer("Refer-To: <sip:1003@198.51.100.1>\n" + headers, "body");
        Assert.Equal(status, transferor.Peer.Answer("REFER").Status);
        Assert.Equal(status == 415, transferor.Peer.Answer("REFER").Accept.Count > 0);
    }

    [Fact]
    public void Replaces_belongs_into_an_invite_alone()
    {
        transferor.Refer("Refer-To: <sip:1003@198.51.100.1>\nReplaces: a@b;to-tag=c;from-tag=d\n");
        Assert.Equal(400, transferor.Peer.Answer("REFER").Status);
        transferor.Inside("INFO", "Replaces: a@b;to-tag=c;from-tag=d\n");
        Assert.Equal(400, transferor.Peer.Answer("INFO").Status);
        Assert.False(transferor.Gateway.Heard<SipIndication.Ended>());
    }

    [Theory]
    [InlineData(false, 481)]
    [InlineData(true, 200)]
    public void A_call_that_rings_here_is_replaced_where_that_was_allowed(bool allowed, int status)
    {
        var ringing = new Transferor(new SipStackOptions { ReplaceForeignEarly = allowed });
        ringing.Gateway.Reacts = indication =>
        {
            if (indication is SipIndication.IncomingCall incoming)
                ringing.Gateway.Do(incoming.Replaces is null ? new SipCommand.Ring(incoming.Call) : new SipCommand.Answer(incoming.Call, Some.Sdp));
        };
        ringing.Outside("INVITE", "early@agent", "e1", "Contact: <sip:1001@192.0.2.10:5060>\n");
        var tag = ringing.Peer.Answer("INVITE").To.Tag;
        ringing.Outside("INVITE", "new@agent", "n1", $"Contact: <sip:1001@192.0.2.10:5060>\nReplaces: early@agent;to-tag={tag};from-tag=e1\n");
        Assert.Equal(status, ringing.Peer.Heard.OfType<SipResponse>().Last(response => response.CallId == "new@agent").Status);
        Assert.Equal(allowed ? 480 : 180, ringing.Peer.Heard.OfType<SipResponse>().Last(response => response.CallId == "early@agent").Status);
    }

    [Theory]
    [InlineData("404")]
    [InlineData("410")]
    [InlineData("416")]
    [InlineData("482")]
    [InlineData("483")]
    [InlineData("484")]
    [InlineData("485")]
    [InlineData("502")]
    [InlineData("604")]
    public void No_refusal_of_the_stacks_own_ends_the_dialog(string deadly)
    {
        foreach (var headers in new[]
        {
            "", "Refer-To: <sip:a@b>\nRefer-To: <sip:c@d>\n", "Refer-To: <sip:a@b>, <sip:c@d>\n", "Refer-To: <mailto:a@b>\n", "Refer-To: <http://x>\n",
            "Refer-To: <sip:a@b;method=BYE>\n", "Refer-To: <sip:a@b?Replaces=x>\n", "Refer-To: <sip:a@b?Replaces=call%40agent%3Bto-tag%3Dgw1%3Bfrom-tag%3Da1>\n",
            "Refer-To: <sip:a@b?Replaces=x%3Bto-tag%3D1%3Bfrom-tag%3D2&Replaces=x%3Bto-tag%3D1%3Bfrom-tag%3D2>\n", "Refer-To: <sip:a@b>\nRequire: foo\n",
        })
        {
            transferor.Refer(headers);
            var status = transferor.Peer.Answer("REFER").Status;
            Assert.InRange(status, 400, 420);
            Assert.NotEqual(deadly, $"{status}");
        }

        Assert.False(transferor.Gateway.Heard<SipIndication.Ended>());
    }
}
