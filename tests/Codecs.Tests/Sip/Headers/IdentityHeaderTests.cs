using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;

namespace Gateway.Codecs.Tests.Sip.Headers;

public class IdentityHeaderTests
{
    static readonly SipMessage Response = SipFixture.Whole("sip/response-isup-cause.sip");

    [Fact]
    public void Asserted_identities_privacy_and_session_are_read()
    {
        Assert.Equal(["sip:+442079460123@example.net", "tel:+442079460123"], Response.AssertedIdentities.Select(identity => identity.Uri.ToString()));
        Assert.Equal(["id", "history"], Response.Privacy);
        Assert.Equal("ab30317f1a784dc48ff824d0d3715d86", Response.SessionId!.Token);
        Assert.Equal("47755a9de7794ba387653f2099600ef2", Response.SessionId.Parameters["remote"]);
        Assert.Equal("04C0FFEE;encoding=hex;purpose=isdn-uui", Assert.Single(Response.UserToUser));
    }

    [Fact]
    public void Diversion_and_history_are_read()
    {
        Assert.Equal("user-busy", Assert.Single(Response.Diversions).Parameters["reason"]);
        Assert.Equal(["1", "1.1"], Response.HistoryInfo.Select(entry => entry.Parameters["index"]));
        Assert.Equal("SIP;cause=486", Response.HistoryInfo[0].Uri.Header(HeaderName.Reason));
    }

    [Fact]
    public void Retry_after_and_warnings_are_read()
    {
        Assert.Equal(new RetryAfter(120, "in a meeting", 3600), Response.RetryAfter);
        Assert.Equal(["399 gw.example.net \"Far network said: 17\"", "370 gw.example.net \"Insufficient bandwidth\""], Response.Warnings);
    }

    [Fact]
    public void A_challenge_is_read_with_commas_in_quotes()
    {
        var challenge = Assert.Single(Response.WwwAuthenticate);
        Assert.Equal("Digest", challenge.Scheme);
        Assert.Equal("gw, \"main\"", challenge["realm"]);
        Assert.Equal("auth,auth-int", challenge["qop"]);
        Assert.Equal("SHA-256", challenge["algorithm"]);
        Assert.Null(challenge["opaque"]);
    }

    [Fact]
    public void Credentials_are_written_and_read()
    {
        var credentials = AuthValue.Create("Digest", ("username", "a\"b\r\nX: y", true), ("realm", "r", true), ("nc", "00000001", false));
        Assert.Equal("Digest username=\"a\\\"b  X: y\", realm=\"r\", nc=00000001", credentials.ToString());
        var request = (SipRequest)SipFixture.With("").Message! with { Authorization = [credentials] };
        Assert.Equal("a\"b  X: y", ((SipRequest)SipMessage.Decode(request.ToOctets()).Message!).Authorization[0]["username"]);
    }

    [Fact]
    public void Addresses_and_display_names_of_other_shapes_are_read()
    {
        Assert.Equal("Café, \"Front\" desk", Response.From.DisplayName);
        Assert.Equal("[2001:db8::1]", Response.From.Uri.Host);
        Assert.Equal("[2001:db8::9]", Response.TopVia.Received);
        Assert.Equal(5099, Response.TopVia.Rport);
        Assert.Equal(int.MaxValue, (int)Response.CSeq.Number);
    }

    [Theory]
    [InlineData("Digest realm=\"a, Basic b\", nonce=\"n\", qop=\"auth,auth-int\"", "Digest")]
    [InlineData("Digest realm=\"a\", algorithm=SHA-256, Digest realm=\"a\", algorithm=MD5", "Digest|Digest")]
    [InlineData("Digest realm = \"a\" , nonce =\"n\",Basic realm=\"b\" , Bearer scope=\"x\"", "Digest|Basic|Bearer")]
    [InlineData("Digest realm=\"a\", ", "Digest")]
    public void Several_challenges_may_stand_in_one_line(string line, string schemes)
    {
        var challenges = SipFixture.With($"WWW-Authenticate: {line}\n").Message!.WwwAuthenticate;
        Assert.Equal(schemes, string.Join('|', challenges.Select(challenge => challenge.Scheme)));
        Assert.All(challenges, challenge => Assert.True(challenge["realm"] is not null || challenge["scope"] is not null));
        Assert.DoesNotContain(challenges, challenge => challenge["realm"] == "a" && challenge["scope"] is not null);
    }

    [Fact]
    public void The_session_interval_is_read_and_set()
    {
        var invite = SipFixture.Request("sip/invite-qsig.sip");
        Assert.Equal((new SessionExpires(1800, Refresher.Uac), 90), (invite.SessionExpires, invite.MinSe));
        var changed = invite with { SessionExpires = new SessionExpires(3600, Refresher.Uas), MinSe = null };
        Assert.Equal("3600;refresher=uas", changed[HeaderName.SessionExpires]);
        Assert.False(changed.Has(HeaderName.MinSe));
        Assert.Equal(new SessionExpires(1800), SipFixture.With("x: 1800\n").Message!.SessionExpires);
    }
}
