using System.Text;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Sdp;
using Gateway.Codecs.Sip.Uris;

namespace Gateway.Codecs.Tests.Sip.Messages;

/// <summary>RFC 4475 section 3, every message.</summary>
public class TortureTests
{
    public static TheoryData<string> Messages => [.. SipFixture.Names("sip/torture")];

    static SipRequest Request(string name) => SipFixture.Request($"sip/torture/{name}.sip");

    [Fact]
    public void None_of_the_forty_nine_is_missing() => Assert.Equal(49, Messages.Count);

    [Theory]
    [MemberData(nameof(Messages))]
    public void Each_is_accepted_or_refused_as_the_rfc_says(string name)
    {
        var fixture = SipFixture.Read(name);
        var decoded = SipMessage.Decode(fixture.Octets);
        string verdict = decoded.IsWhole ? "whole" : decoded.IsAnswerable ? $"refuse {decoded.Fault!.Value.Status}" : "drop";
        Assert.True(fixture.Expect == verdict, $"{verdict}: {decoded.Fault}");
        if (decoded.Fault is { } fault) Assert.InRange(fault.Octet, 0, fixture.Octets.Length);
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Each_that_can_be_answered_gets_an_answer_that_copies_its_headers(string name)
    {
        var decoded = SipMessage.Decode(SipFixture.Read(name).Octets);
        if (!decoded.IsAnswerable) return;
        var response = ((SipRequest)decoded.Message!).Respond(400, "t");
        Assert.Equal(decoded.Message!.Count(HeaderName.Via), response.Count(HeaderName.Via));
        Assert.Equal(decoded.Message[HeaderName.CallId], response[HeaderName.CallId]);
        Assert.Equal(decoded.Message[HeaderName.CSeq], response[HeaderName.CSeq]);
    }

    [Fact]
    public void Wsinv_reads_through_its_folds()
    {
        var invite = Request("wsinv");
        Assert.Equal("1918181833n", invite.To.Tag);
        Assert.Equal("98asjd8", invite.From.Tag);
        Assert.Equal("J Caller \\\"", invite.From.DisplayName);
        Assert.Equal(68, invite.MaxForwards);
        Assert.Equal(new CSeq(9, SipMethod.Invite), invite.CSeq);
        Assert.Equal(["192.0.2.2", "spindle.example.com", "192.168.255.111"], invite.Vias.Select(via => via.Host));
        Assert.Equal(["390skdjuw", "z9hG4bK9ikj8", "z9hG4bK30239"], invite.Vias.Select(via => via.Branch));
        Assert.Equal(["UDP", "TCP", "UDP"], invite.Vias.Select(via => via.Transport));
        Assert.Equal("", invite[HeaderName.Subject]);
        Assert.Equal(";;,,;;,;", invite["UnknownHeaderWithUnusualValue"]);
        Assert.Equal("0.33", invite.Contact!.Parameters["q"]);
        Assert.Equal("newvalue", invite.Contact.Parameters["newparam"]);
        Assert.Equal("services.example.com", Assert.Single(invite.Routes).Uri.Host);
        Assert.Equal(2, SessionDescription.Decode(invite.Body.Span, out _)!.Audio!.Formats.Count);
    }

    [Fact]
    public void Intmeth_keeps_every_character()
    {
        var request = Request("intmeth");
        Assert.Equal("!interesting-Method0123456789_*+`.%indeed'~", request.Method.Name);
        Assert.Equal("1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*", request.Uri.User);
        Assert.Equal("BEL:\a NUL:\0 DEL:\x7F", request.To.DisplayName);
        Assert.Equal("token1~` token2'+_ token3*%!.-", request.From.DisplayName);
        Assert.Equal("_token~1'+`*%!-.", request.From.Tag);
        Assert.Equal("раб", request.From.Parameters["fromParam''~+*_!.-%"]);
        Assert.Equal("\uFEFF大", request["extensionHeader-!.%*+_`'~"]);
    }

    [Fact]
    public void Esc01_decodes_once()
    {
        var invite = Request("esc01");
        Assert.Equal(UriScheme.Sip, invite.Uri.Scheme);
        Assert.Equal("sips:user@example.com", invite.Uri.User);
        Assert.Equal("user", invite.To.Uri.User);
        Assert.Equal("I have spaces", invite.From.Uri.User);
        Assert.Equal("caller", invite.Contact!.Uri.User);
        Assert.Equal("", invite.Contact.Uri.Parameter("lr"));
        Assert.Equal("value%41", invite.Contact.Uri.Parameter("name"));
    }

    [Fact]
    public void Escnull_keeps_its_nulls()
    {
        var register = Request("escnull");
        Assert.Equal("null-\0-null", register.To.Uri.User);
        Assert.Equal(["\0", "\0\0"], register.Contacts.Select(contact => contact.Uri.User));
    }

    [Fact]
    public void Esc02_decodes_no_method_and_no_header_name()
    {
        var request = Request("esc02");
        Assert.NotEqual(SipMethod.Register, request.Method);
        Assert.Equal(2, request.Contacts.Count);
        Assert.Equal("%Z%45", request.To.DisplayName);
        Assert.Equal("z9hG4bK209%fzsnel234", request.TopVia.Branch);
    }

    [Fact]
    public void Longreq_has_thirty_four_vias() => Assert.Equal(34, Request("longreq").Vias.Count);

    [Fact]
    public void Dblreq_is_one_message_in_a_datagram_and_two_in_a_stream()
    {
        byte[] octets = SipFixture.Read("sip/torture/dblreq.sip").Octets;
        Assert.True(Request("dblreq").Body.IsEmpty);
        var first = SipFrame.Look(octets);
        Assert.Equal(0, first.KeepAliveOctets);
        var second = SipFrame.Look(octets.AsMemory(first.MessageOctets));
        Assert.Equal(2, second.KeepAliveOctets);
        Assert.Equal(octets.Length, first.MessageOctets + second.KeepAliveOctets + second.MessageOctets);
    }

    [Fact]
    public void Semiuri_has_its_semicolon_in_the_user_part()
    {
        var options = Request("semiuri");
        Assert.Equal("user;par=u@example.net", options.Uri.User);
        Assert.Equal("example.com", options.Uri.Host);
        Assert.Equal(6, options.Accept.Count);
    }

    [Fact]
    public void Transports_are_all_read() =>
        Assert.Equal(["UDP", "SCTP", "TLS", "UNKNOWN", "TCP"], Request("transports").Vias.Select(via => via.Transport));

    [Fact]
    public void Mpart01_keeps_its_binary_part()
    {
        var message = Request("mpart01");
        Assert.Equal("7a9cbec02ceef655", message.ContentType!.Parameters["boundary"]);
        Assert.True(message.Body.Span.IndexOf((byte[])[0x30, 0x82, 0, 0x0A, 0x0D, 0xFF, 0x80]) > 0);
    }

    [Fact]
    public void Unreason_keeps_its_phrase() =>
        Assert.Equal("= 2**3 * 5**2 но - п", ((SipResponse)SipFixture.Whole("sip/torture/unreason.sip")).Phrase);

    [Fact]
    public void Noreason_has_none() => Assert.Equal("", ((SipResponse)SipFixture.Whole("sip/torture/noreason.sip")).Phrase);

    [Fact]
    public void Cparam01_and_02_tell_header_from_uri_parameters()
    {
        var behind = Request("cparam01").Contact!;
        Assert.True(behind.Parameters.Contains("unknownparam"));
        Assert.True(behind.Uri.Parameters.IsEmpty);
        var inside = Request("cparam02").Contact!;
        Assert.False(inside.Parameters.Contains("unknownparam"));
        Assert.True(inside.Uri.Parameters.Contains("unknownparam"));
    }

    [Fact]
    public void Regescrt_decodes_its_route() =>
        Assert.Equal("<sip:sip.example.com>", Request("regescrt").Contact!.Uri.Header(HeaderName.Route));

    [Fact]
    public void Unknown_schemes_are_carried()
    {
        Assert.Equal(UriScheme.Other, Request("unkscm").Uri.Scheme);
        Assert.Equal(UriScheme.Other, Request("novelsc").Uri.Scheme);
        Assert.Equal("name:John_Smith", Request("unksm2").Contact!.Uri.ToString());
    }

    [Fact]
    public void Badbranch_and_inv2543_have_no_transaction_identifier()
    {
        Assert.False(Request("badbranch").TopVia.HasCookie);
        Assert.Null(Request("inv2543").TopVia.Branch);
        Assert.Null(Request("inv2543").MaxForwards);
        Assert.NotEqual(0, Request("inv2543").Body.Length);
    }

    [Fact]
    public void Bext01_names_what_it_requires()
    {
        Assert.Equal(["nothingSupportsThis", "nothingSupportsThisEither"], Request("bext01").Require);
        Assert.Equal(2, Request("bext01").ProxyRequire.Count);
    }

    [Fact]
    public void Regaut01_carries_its_scheme()
    {
        var credentials = Assert.Single(Request("regaut01").Authorization);
        Assert.Equal("NoOneKnowsThisScheme", credentials.Scheme);
        Assert.Equal("here", credentials["opaque-data"]);
    }

    [Fact]
    public void Faults_name_octet_header_and_clause()
    {
        byte[] octets = SipFixture.Read("sip/torture/badaspec.sip").Octets;
        var fault = SipMessage.Decode(octets).Fault!.Value;
        Assert.Equal(SipFaultReason.HeaderValue, fault.Reason);
        Assert.Equal(HeaderName.To, fault.Header);
        Assert.Equal("RFC 3261 20.39", fault.Clause);
        Assert.Equal("\"Watson, Thomas\" <", Encoding.ASCII.GetString(octets.AsSpan(fault.Octet - 18, 18)));
    }
}
