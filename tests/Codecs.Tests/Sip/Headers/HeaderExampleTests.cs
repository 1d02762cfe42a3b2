using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Headers.Digest;
using Gateway.Codecs.Sip.Messages;

namespace Gateway.Codecs.Tests.Sip.Headers;

/// <summary>The examples that the documents print, of <c>fixtures/sip/header-examples.txt</c>: read to typed values, and written as printed.</summary>
public class HeaderExampleTests
{
    static IEnumerable<(string Section, string Line)> All
    {
        get
        {
            string section = "";
            foreach (string line in File.ReadLines(Fixture.Path("sip/header-examples.txt")))
            {
                if (line.StartsWith("# ", StringComparison.Ordinal)) section = line[2..];
                else yield return (section, line);
            }
        }
    }

    static SipRequest Example(string section)
    {
        var decoded = SipFixture.With(string.Concat(All.Where(example => example.Section == section).Select(example => example.Line + "\n")));
        Assert.Null(decoded.Fault);
        return (SipRequest)decoded.Message!;
    }

    static readonly SipRequest Bare = (SipRequest)SipFixture.With("").Message!;

    static string Written(SipMessage message, string name)
    {
        string text = message.ToString();
        return string.Join('\n', text.Split("\r\n").Where(line => line.StartsWith(name + ":", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_example_is_a_header_we_know_and_passes_on_as_it_came()
    {
        foreach (var (section, line) in All)
        {
            var message = Example(section);
            string name = line[..line.IndexOf(':', StringComparison.Ordinal)], value = line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..];
            Assert.NotEqual(HeaderName.Other, HeaderNames.Parse(name));
            Assert.Contains($"{HeaderNames.Parse(name).Text()}: {value}\r\n", message.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_challenge_of_rfc_3261()
    {
        var challenge = DigestChallenge.Parse(Assert.Single(Example("RFC 3261 20.44").WwwAuthenticate))!;
        Assert.Equal(new DigestChallenge("atlanta.com", "f84f1cec41e6cbe5aea9c8e88d359")
        {
            Domain = "sip:boxesbybob.com", Qop = ["auth"], Opaque = "", Algorithm = "MD5",
        }, challenge);
        Assert.Equal("sip:ss1.carrier.com", DigestChallenge.Parse(Assert.Single(Example("RFC 3261 20.27").ProxyAuthenticate))!.Domain);
        Assert.Equal("Digest realm=\"atlanta.com\", domain=\"sip:boxesbybob.com\", nonce=\"f84f1cec41e6cbe5aea9c8e88d359\", opaque=\"\", algorithm=MD5, qop=\"auth\"",
            challenge.ToValue().ToString());
        Assert.EndsWith("opaque=\"\", stale=true, algorithm=MD5, qop=\"auth\"", (challenge with { Stale = true }).ToValue().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Challenges_of_rfc_7616_come_best_first()
    {
        var challenges = Example("RFC 7616 3.9.1").WwwAuthenticate.Select(DigestChallenge.Parse).ToArray();
        Assert.Equal(["SHA-256", "MD5"], challenges.Select(challenge => challenge!.Algorithm));
        Assert.All(challenges, challenge => Assert.Equal(["auth", "auth-int"], challenge!.Qop));
        var hashed = DigestChallenge.Parse(Assert.Single(Example("RFC 7616 3.9.2").WwwAuthenticate))!;
        Assert.Equal(("UTF-8", true, false), (hashed.Charset, hashed.Userhash, hashed.Stale));
        Assert.Equal(hashed, DigestChallenge.Parse(hashed.ToValue()));
        Assert.EndsWith("algorithm=SHA-512-256, qop=\"auth\", charset=UTF-8, userhash=true", hashed.ToValue().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Credentials_of_rfc_7616_are_read_and_quoted_as_they_must_be()
    {
        var credentials = DigestCredentials.Parse(Assert.Single(Example("RFC 7616 3.9.1").Authorization))!;
        Assert.Equal(new DigestCredentials("Mufasa", "http-auth@example.org", "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", "/dir/index.html",
            "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1")
        {
            Algorithm = "SHA-256", Qop = "auth", NonceCount = 1, CNonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
            Opaque = "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS",
        }, credentials);
        // The same parameters with the same quotes as printed, in another order.
        string printed = All.Last(example => example.Section == "RFC 7616 3.9.1").Line["Authorization: Digest ".Length..];
        Assert.Equal(printed.Split(", ").Order(StringComparer.Ordinal), credentials.ToValue().ToString()["Digest ".Length..].Split(", ").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_name_may_be_hashed_or_extended()
    {
        var both = Example("RFC 7616 3.9.2").Authorization.Select(value => DigestCredentials.Parse(value)!).ToArray();
        Assert.Equal((true, false), (both[0].Userhash, both[1].Userhash));
        Assert.Equal("Jäsøn Doe", both[1].Username);
        Assert.Equal(both[1], DigestCredentials.Parse(both[1].ToValue()));
        string printed = All.First(example => example.Section == "RFC 7616 3.9.2" && example.Line.Contains("userhash=true", StringComparison.Ordinal)
            && example.Line.StartsWith('A')).Line["Authorization: Digest ".Length..];
        Assert.Equal(printed.Split(", ").Order(StringComparer.Ordinal), both[0].ToValue().ToString()["Digest ".Length..].Split(", ").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Credentials_of_rfc_3261_are_read_with_their_nonce_count()
    {
        var credentials = DigestCredentials.Parse(Assert.Single(Example("RFC 3261 22.4").Authorization))!;
        Assert.Equal(("bob", "sip:bob@biloxi.com", "auth", 1u), (credentials.Username, credentials.Uri, credentials.Qop, credentials.NonceCount));
        Assert.Contains("nc=0000000a", (credentials with { NonceCount = 10 }).ToValue().ToString(), StringComparison.Ordinal);
        // The shorter examples of 20.7 and 20.28 leave out the mandatory digest-uri: nothing can be checked with them.
        Assert.Null(DigestCredentials.Parse(Assert.Single(Example("RFC 3261 20.7").Authorization)));
        Assert.Null(DigestCredentials.Parse(Assert.Single(Example("RFC 3261 20.28").ProxyAuthorization)));
    }

    [Theory]
    [InlineData("Basic realm=\"r\", nonce=\"n\"")]
    [InlineData("Digest realm=\"r\"")]
    [InlineData("Digest nonce=\"n\"")]
    [InlineData("Digest realm=\"r\", nonce=\"\"")]
    [InlineData("Digest realm=\"r\", nonce=\"n\", nonce=\"m\"")]
    [InlineData("Digest realm=\"r\", nonce=\"n\", Realm=\"s\"")]
    public void What_cannot_be_answered_is_no_challenge(string text) => Assert.Null(DigestChallenge.Parse(AuthValue.Parse(text)!));

    [Theory]
    [InlineData("nonce=\"n\"", true)]
    [InlineData("nonce=\"n\", qop=auth, nc=0000000F, cnonce=\"c\"", true)]
    [InlineData("nonce=\"n\", qop=\"auth\", nc=00000001, cnonce=\"c\"", true)]
    [InlineData("nonce=\"n\", qop=auth, cnonce=\"c\"", false)]
    [InlineData("nonce=\"n\", qop=auth, nc=00000001", false)]
    [InlineData("nonce=\"n\", nc=1", false)]
    [InlineData("nonce=\"n\", nc=0000000g", false)]
    [InlineData("nonce=\"n\", uri=\"sip:evil\"", false)]
    [InlineData("nonce=\"n\", username*=UTF-8''v", false)]
    [InlineData("", false)]
    public void Credentials_are_whole_or_none(string rest, bool whole)
    {
        var value = AuthValue.Parse($"Digest username=\"u\", realm=\"r\", uri=\"sip:a@b\", response=\"00\", {rest}")!;
        Assert.Equal(whole, DigestCredentials.Parse(value) is not null);
    }

    [Theory]
    [InlineData("UTF-8''v%C3%BC", "vü")]
    [InlineData("utf-8'en'v", "v")]
    [InlineData("ISO-8859-1''v", null)]
    [InlineData("UTF-8'v", null)]
    [InlineData("UTF-8''v%C", null)]
    public void An_extended_name_is_utf_8(string text, string? name) =>
        Assert.Equal(name, DigestCredentials.Parse(AuthValue.Parse($"Digest username*={text}, realm=\"r\", nonce=\"n\", uri=\"sip:a@b\", response=\"00\"")!)?.Username);

    [Fact]
    public void A_token_that_is_none_is_the_callers_error() =>
        Assert.Throws<ArgumentException>(() => new DigestChallenge("r", "n") { Algorithm = "MD5, qop=\"x\"" }.ToValue());

    [Fact]
    public void Authentication_info_is_read_and_written()
    {
        Assert.Equal("47364c23432d2e131a5fb210812c", Example("RFC 3261 20.6").AuthenticationInfo!.NextNonce);
        var proof = new AuthenticationInfo { Qop = "auth", ResponseAuthentication = "0f", CNonce = "c\"", NonceCount = 255 };
        var response = Bare.Respond(200) with { AuthenticationInfo = proof };
        Assert.Equal("Authentication-Info: qop=auth, rspauth=\"0f\", cnonce=\"c\\\"\", nc=000000ff", Written(response, "Authentication-Info"));
        Assert.Equal(proof, SipMessage.Decode(response.ToOctets()).Message!.AuthenticationInfo);
        Assert.Null(AuthenticationInfo.Parse("rspauth=\"a\", rspauth=\"b\""));
        Assert.Null(AuthenticationInfo.Parse("nc=1"));
        Assert.Null(Bare.AuthenticationInfo);
    }

    [Fact]
    public void Retry_after_keeps_comment_and_duration()
    {
        Assert.Equal(new RetryAfter(18000, null, 3600), Example("RFC 3261 20.33").RetryAfter);
        Assert.Equal(new RetryAfter(120, "I'm in a meeting"), RetryAfter.Parse("120 (I'm in a meeting)"));
        var later = Bare.Respond(486) with { RetryAfter = new RetryAfter(5, "back (soon) \\o/", 60) };
        Assert.Equal("Retry-After: 5 (back \\(soon\\) \\\\o/);duration=60", Written(later, "Retry-After"));
        Assert.Equal(later.RetryAfter, ((SipResponse)SipMessage.Decode(later.ToOctets()).Message!).RetryAfter);
    }

    [Theory]
    [InlineData("10(a (nested) b) ; x ; duration = 7", 10, "a (nested) b", 7)]
    [InlineData("10 (open", 10, null, null)]
    [InlineData("10;duration=x", 10, null, null)]
    [InlineData("0", 0, null, null)]
    public void Retry_after_is_read_as_far_as_it_goes(string text, int seconds, string? comment, int? duration) =>
        Assert.Equal(new RetryAfter(seconds, comment, duration), RetryAfter.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("4294967296")]
    public void Retry_after_without_seconds_is_none(string text) => Assert.Null(RetryAfter.Parse(text));

    [Fact]
    public void Contacts_have_expiry_and_preference()
    {
        var contacts = Example("RFC 3261 20.10").Contacts;
        Assert.Equal([(3600, 0.7m), (null, 0.1m), (60, null)], contacts.Select(contact => (contact.Expires, contact.Q)));
        Assert.Equal("<sip:a@b>;expires=60;q=0.5", NameAddr.Parse("<sip:a@b>")!.WithParameter("expires", "60").WithParameter("q", "0.5").ToString());
        var all = new SipRequest(SipMethod.Register, Bare.Uri) { Contact = NameAddr.Wildcard, Expires = 0 };
        Assert.Equal("Contact: *", Written(all, "Contact"));
    }

    [Theory]
    [InlineData("1.001")]
    [InlineData("2")]
    [InlineData("0.1234")]
    [InlineData(".5")]
    [InlineData("-1")]
    [InlineData("")]
    public void A_preference_beyond_its_grammar_is_none(string q) => Assert.Null(NameAddr.Parse($"<sip:a@b>;q={q}")!.Q);

    [Fact]
    public void Routes_of_a_registration_are_read_and_written()
    {
        var path = Example("RFC 3327 5.5.1").Paths;
        Assert.Equal(["sip:P3.EXAMPLEHOME.COM;lr", "sip:P1.EXAMPLEVISITED.COM;lr"], path.Select(hop => hop.Uri.ToString()));
        var route = Example("RFC 3608 6.4.1").ServiceRoutes;
        Assert.Equal(["sip:P2.HOME.EXAMPLE.COM;lr", "sip:HSP.HOME.EXAMPLE.COM;lr"], route.Select(hop => hop.Uri.ToString()));
        var answer = Bare.Respond(200) with { Paths = path, ServiceRoutes = route };
        var again = SipMessage.Decode(answer.ToOctets()).Message!;
        Assert.Equal(path, again.Paths);
        Assert.Equal(route, again.ServiceRoutes);
    }

    [Fact]
    public void Provisional_reliability_is_read_and_written()
    {
        Assert.Equal(988789, Example("RFC 3262 7.1").RSeq);
        Assert.Equal((776656u, new CSeq(1, SipMethod.Invite)), Example("RFC 3262 7.2").RAck);
        Assert.Equal("RAck: 776656 1 INVITE", Written(Bare with { RAck = (776656, new CSeq(1, SipMethod.Invite)) }, "RAck"));
        Assert.Equal(["100rel"], Example("RFC 3261 20.32").Require);
        Assert.Equal(["100rel"], Example("RFC 3261 20.37").Supported);
        Assert.Equal(["foo"], Example("RFC 3261 20.40").Unsupported);
    }

    [Theory]
    [InlineData("776656 1")]
    [InlineData("776656 INVITE")]
    [InlineData("x 1 INVITE")]
    [InlineData("")]
    public void A_prack_whose_rack_cannot_be_read_is_refused(string text)
    {
        var fault = SipFixture.With($"RAck: {text}\n", "PRACK").Fault!.Value;
        Assert.Equal((HeaderName.RAck, "RFC 3262 7.2", 400), (fault.Header, fault.Clause, fault.Status));
    }

    [Fact]
    public void The_session_interval_names_its_refresher()
    {
        Assert.Equal(new SessionExpires(4000, Refresher.Uac), Example("RFC 4028 4").SessionExpires);
        Assert.Equal(3600, Example("RFC 4028 10").MinSe);
        Assert.Equal(new SessionExpires(90), SessionExpires.Parse("90 ;refresher=proxy;x"));
        Assert.Null(SessionExpires.Parse("90 s"));
        Assert.Null(SessionExpires.Parse(";refresher=uac"));
        Assert.Equal("Session-Expires: 90;refresher=uas", Written(Bare with { SessionExpires = new SessionExpires(90, Refresher.Uas) }, "Session-Expires"));
    }

    [Fact]
    public void Identities_of_every_kind_are_read()
    {
        Assert.Equal(["header", "user", "critical"], Example("RFC 3323 4.2").Privacy);
        Assert.Equal(["sip:fluffy@cisco.com", "tel:+14085264000"], Example("RFC 3325 9.1").AssertedIdentities.Select(identity => identity.Uri.ToString()));
        var preferred = Example("RFC 3325 9.2").PreferredIdentities;
        Assert.Equal("Cullen Jennings", Assert.Single(preferred).DisplayName);
        Assert.Equal("P-Preferred-Identity: \"Cullen Jennings\" <sip:fluffy@cisco.com>", Written(Bare with { PreferredIdentities = preferred }, "P-Preferred-Identity"));
        var session = Example("RFC 7989 10.1").SessionId!;
        Assert.Equal(("ab30317f1a784dc48ff824d0d3715d86", "47755a9de7794ba387653f2099600ef2"), (session.Token, session.Parameters["remote"]));
    }

    [Fact]
    public void A_signed_identity_is_carried_untouched()
    {
        const string Signed = "eyJhbGciOiJFUzI1NiJ9.eyJkZXN0Ijp7fX0.rq3pjT1hoRwakEGjHCnWSwUnshd0-zJ6F1VOgFWSjHBr8Qjpjlk-cpFYpFYs_w;info=<https://biloxi.example.org/biloxi.cert>;alg=ES256";
        var invite = SipFixture.With($"y: {Signed}\nIdentity: second;info=<https://a,b>\n", "INVITE").Message!;
        Assert.Equal([Signed, "second;info=<https://a,b>"], invite.Identities);
        Assert.Equal(invite.Identities, (Bare with { Identities = invite.Identities }).Identities);
        Assert.Equal(invite.Identities, Bare.CopyLines(invite, HeaderName.Identity).Identities);
    }

    [Fact]
    public void A_target_dialog_and_an_unwanted_subscription_are_read()
    {
        Assert.Equal(new TargetDialog("fa77as7dad8-sd98ajzz@host.example.com", "kkaz-", "6544"), Example("RFC 4538 7").TargetDialog);
        Assert.False(Example("RFC 4488 4").ReferSub);
        var accepted = Bare.Respond(200) with { ReferEventsAt = NameAddr.Parse("<sip:r1@192.0.2.1>") };
        Assert.Equal("Refer-Events-At: <sip:r1@192.0.2.1>", Written(accepted, "Refer-Events-At"));
        Assert.Equal("sip:r1@192.0.2.1", SipMessage.Decode(accepted.ToOctets()).Message!.ReferEventsAt!.Uri.ToString());
    }

    [Fact]
    public void History_is_written_with_its_reason_escaped_in_the_uri()
    {
        var left = NameAddr.Parse("<sip:alice@example.com>")!;
        var entry = NameAddr.Create(left.Uri.WithHeader("Reason", Reason.Sip(486, "Busy").ToString())).WithParameter("index", "1.1").WithParameter("mp", "1");
        Assert.Equal("<sip:alice@example.com?Reason=SIP%3Bcause%3D486%3Btext%3D%22Busy%22>;index=1.1;mp=1", entry.ToString());
        var cause = NameAddr.Create(left.Uri.WithParameter("cause", "302")).WithParameter("index", "1");
        var again = SipMessage.Decode((Bare with { HistoryInfo = [cause, entry] }).ToOctets()).Message!.HistoryInfo;
        Assert.Equal(["302", null], again.Select(each => each.Uri.Parameter("cause")));
        Assert.Equal(Reason.Sip(486, "Busy"), Reason.Parse(again[1].Uri.Header(HeaderName.Reason)!));
        Assert.Equal(["1", "1.1"], again.Select(each => each.Parameters["index"]));
    }

    [Fact]
    public void A_diversion_is_written_with_counter_and_privacy()
    {
        var diversion = NameAddr.Parse("\"B\" <tel:+15551234>")!.WithParameter("reason", "user-busy").WithParameter("counter", "2").WithParameter("privacy", "full");
        Assert.Equal("Diversion: \"B\" <tel:+15551234>;reason=user-busy;counter=2;privacy=full", Written(Bare with { Diversions = [diversion] }, "Diversion"));
    }
}
