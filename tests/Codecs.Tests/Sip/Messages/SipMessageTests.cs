using System.Text;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;

namespace Gateway.Codecs.Tests.Sip.Messages;

public class SipMessageTests
{
    public static TheoryData<string> Fixtures => [.. SipFixture.Names("sip")];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Every_fixture_is_read_whole_and_comes_back(string name)
    {
        var message = SipFixture.Whole(name);
        var again = SipMessage.Decode(message.ToOctets());
        Assert.Null(again.Fault);
        Assert.Equal(message, again.Message);
        Assert.Equal(message.ToOctets(), again.Message!.ToOctets());
    }

    [Fact]
    public void Headers_keep_their_order_and_their_spelling_where_unknown()
    {
        var message = SipFixture.With("x-Odd : 1\nSubject: 2\nX-ODD: 3\n").Message!;
        Assert.Equal([("x-Odd", "1"), ("Subject", "2"), ("X-ODD", "3")], message.Lines.Skip(5).Select(line => (line.Name, line.Value)));
        Assert.Contains("\r\nx-Odd: 1\r\nSubject: 2\r\nX-ODD: 3\r\nContent-Length: 0\r\n\r\n", message.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("i", HeaderName.CallId)]
    [InlineData("m", HeaderName.Contact)]
    [InlineData("e", HeaderName.ContentEncoding)]
    [InlineData("l", HeaderName.ContentLength)]
    [InlineData("c", HeaderName.ContentType)]
    [InlineData("f", HeaderName.From)]
    [InlineData("s", HeaderName.Subject)]
    [InlineData("k", HeaderName.Supported)]
    [InlineData("t", HeaderName.To)]
    [InlineData("v", HeaderName.Via)]
    [InlineData("r", HeaderName.ReferTo)]
    [InlineData("b", HeaderName.ReferredBy)]
    [InlineData("o", HeaderName.Event)]
    [InlineData("u", HeaderName.AllowEvents)]
    [InlineData("x", HeaderName.SessionExpires)]
    [InlineData("WWW-AUTHENTICATE", HeaderName.WwwAuthenticate)]
    [InlineData("cseq", HeaderName.CSeq)]
    [InlineData("Contacts", HeaderName.Other)]
    [InlineData("q", HeaderName.Other)]
    [InlineData("@", HeaderName.Other)]
    public void Names_are_known_in_any_case_and_in_compact_form(string text, HeaderName name) => Assert.Equal(name, HeaderNames.Parse(text));

    [Fact]
    public void Every_known_name_is_recognised()
    {
        foreach (var name in Enum.GetValues<HeaderName>())
        {
            if (name == HeaderName.Other) continue;
            Assert.Equal(name, HeaderNames.Parse(name.Text()));
            Assert.Equal(name, HeaderNames.Parse(name.Text().ToUpperInvariant()));
        }
    }

    [Fact]
    public void A_property_replaces_all_headers_of_its_name_in_place()
    {
        var message = SipFixture.With("Route: <sip:a>\nSubject: x\nRoute: <sip:b>, <sip:c>\n").Message!;
        var changed = (SipRequest)message with { Routes = [NameAddr.Parse("<sip:d;lr>")!], MaxForwards = 5, Expires = null };
        Assert.Equal(3, message.Routes.Count);
        Assert.Equal(["Via", "From", "To", "Call-ID", "CSeq", "Route", "Subject", "Max-Forwards"], changed.Lines.Select(line => line.Name));
        Assert.Equal("<sip:d;lr>", Assert.Single(changed.Routes).ToString());
        Assert.Empty(((SipRequest)changed with { Routes = [] }).Routes);
    }

    [Fact]
    public void Vias_go_on_top()
    {
        var request = (SipRequest)SipFixture.With("").Message! with { Vias = [] };
        Assert.Equal("From", request.Lines[0].Name);
        Assert.Equal("Via", (request with { Vias = [Via.Create("UDP", "a", null, "z9hG4bK2")] }).Lines[0].Name);
    }

    [Fact]
    public void Changing_a_copy_leaves_the_original()
    {
        var original = SipFixture.Request("sip/invite-rfc3261.sip");
        var copy = original with { CallId = "other", CSeq = new CSeq(1, SipMethod.Invite), To = original.To.WithTag("t"), Body = default, ContentType = null };
        Assert.Equal("a84b4c76e66710", original.CallId);
        Assert.Equal(314159u, original.CSeq.Number);
        Assert.Null(original.To.Tag);
        Assert.NotNull(original.ContentType);
        Assert.Equal(("other", 1u, "t"), (copy.CallId, copy.CSeq.Number, copy.To.Tag));
        Assert.EndsWith("Content-Length: 0\r\n\r\n", copy.ToString(), StringComparison.Ordinal);
        Assert.NotEqual<SipMessage>(original, copy);
    }

    [Fact]
    public void A_response_copies_what_it_must()
    {
        var invite = SipFixture.Request("sip/invite-rfc3261.sip");
        var ringing = invite.Respond(180, "tag-1");
        Assert.Equal(3, ringing.Vias.Count);
        Assert.Equal(2, ringing.RecordRoutes.Count);
        Assert.Equal("tag-1", ringing.To.Tag);
        Assert.Equal("Ringing", ringing.Phrase);
        Assert.Equal(invite.CSeq, ringing.CSeq);
        Assert.Empty(invite.Respond(486, "tag-1").RecordRoutes);
        Assert.Null(invite.Respond(100).To.Tag);
        Assert.True(SipMessage.Decode(ringing.ToOctets()).IsWhole);
    }

    [Fact]
    public void Lines_are_added_under_any_name()
    {
        var request = (SipRequest)SipFixture.With("").Message! with { Lines = [new("X-One", "1\r\nX-Two: 2"), new("k", "replaces"), new("Content-Length", "99")] };
        Assert.Equal("1  X-Two: 2", request["x-one"]);
        Assert.Equal(["replaces"], request.Supported);
        Assert.True(SipMessage.Decode(request.ToOctets()).IsWhole);
        Assert.Throws<ArgumentException>(() => request with { Lines = [new("X: y\r\nZ", "1")] });
    }

    [Fact]
    public void Values_of_any_text_stay_in_their_line()
    {
        const string Evil = "x\r\nVia: SIP/2.0/UDP evil\r\n\r\nbody";
        var request = (SipRequest)SipFixture.With("").Message! with
        {
            CallId = "c", UserAgent = Evil, Server = Evil, Supported = [Evil], Privacy = [Evil], UserToUser = [Evil], Warnings = [Evil],
            SubscriptionState = TokenValue.Parse("active"), Event = TokenValue.Parse("refer"),
        };
        var again = SipMessage.Decode(request.ToOctets());
        Assert.Equal(request.Lines.Count, again.Message!.Lines.Count);
        Assert.Single(again.Message.Vias);
        Assert.True(again.Message.Body.IsEmpty);
        Assert.Null(TokenValue.Parse(Evil));
        var response = new SipResponse(200, Evil) { Vias = request.Vias };
        Assert.StartsWith("SIP/2.0 200 x  Via: SIP/2.0/UDP evil    body\r\nVia: SIP/2.0/UDP 192.0.2.1;", response.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_ends_where_content_length_says()
    {
        Assert.Equal("abc", Encoding.ASCII.GetString(SipFixture.With("l: 3\n\nabcdef").Message!.Body.Span));
        Assert.Equal("abcdef\r\n", Encoding.ASCII.GetString(SipFixture.With("\nabcdef").Message!.Body.Span));
    }

    [Fact]
    public void Bare_line_feeds_end_lines()
    {
        var decoded = SipMessage.Decode("OPTIONS sip:a SIP/2.0\nVia: SIP/2.0/UDP b;branch=z9hG4bK1\nFrom: <sip:a>;tag=1\nTo: <sip:b>\n ;tag=2\nCall-ID: c\nCSeq: 1 OPTIONS\n\nx"u8);
        Assert.True(decoded.IsWhole);
        Assert.Equal("2", decoded.Message.To.Tag);
        Assert.Equal(1, decoded.Message.Body.Length);
    }

    [Theory]
    [InlineData("X: a\rb\n")]
    [InlineData("X\n")]
    [InlineData(": x\n")]
    [InlineData("X Y: z\n")]
    public void A_line_that_is_no_header_faults(string line)
    {
        var decoded = SipMessage.Decode(Encoding.ASCII.GetBytes(
            "OPTIONS sip:a SIP/2.0\r\nVia: SIP/2.0/UDP b\r\nFrom: <sip:a>\r\nTo: <sip:b>\r\nCall-ID: c\r\nCSeq: 1 OPTIONS\r\n" + line.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n"));
        Assert.Equal(SipFaultReason.HeaderLine, decoded.Fault!.Value.Reason);
        Assert.True(decoded.IsAnswerable);
    }

    [Theory]
    [InlineData("", SipFaultReason.Empty)]
    [InlineData("\r\n\r\n", SipFaultReason.Empty)]
    [InlineData("hello", SipFaultReason.StartLine)]
    [InlineData("INVITE sip:a@b\r\n\r\n", SipFaultReason.StartLine)]
    [InlineData("GET / HTTP/1.1\r\n\r\n", SipFaultReason.StartLine)]
    [InlineData("SIP/2.0 OK\r\n\r\n", SipFaultReason.StartLine)]
    [InlineData("SIP/2.0 700 X\r\n\r\n", SipFaultReason.StatusCode)]
    [InlineData("SIP/2.0 099 X\r\n\r\n", SipFaultReason.StatusCode)]
    public void What_is_no_message_gets_no_message(string text, SipFaultReason reason)
    {
        var decoded = SipMessage.Decode(Encoding.ASCII.GetBytes(text));
        Assert.Null(decoded.Message);
        Assert.Equal(reason, decoded.Fault!.Value.Reason);
        Assert.False(decoded.IsAnswerable);
    }

    [Fact]
    public void An_ack_is_never_answered() => Assert.False(SipFixture.With("Max-Forwards: x\n", "ACK").IsAnswerable);

    [Fact]
    public void Rack_and_rseq_are_carried()
    {
        var prack = SipFixture.With("RAck: 776656 1 INVITE\n", "PRACK").Message!;
        Assert.Equal((776656u, new CSeq(1, SipMethod.Invite)), prack.RAck);
        Assert.Equal(1, SipFixture.With("RSeq: 1\n").Message!.RSeq);
    }

    [Fact]
    public void Serialising_allocates_nothing()
    {
        var refer = SipFixture.Request("sip/refer-rfc5589.sip");
        byte[] room = new byte[2000];
        refer.TryEncode(room, out _);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) refer.TryEncode(room, out _);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_refer_takes_less_than_two_kilobytes()
    {
        byte[] octets = SipFixture.Read("sip/refer-rfc5589.sip").Octets;
        SipMessage.Decode(octets);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) _ = SipMessage.Decode(octets).Message!.ReferTo!.Replaces;
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 1, 2000);
    }

    [Fact]
    public void Status_phrases_are_the_registered_ones()
    {
        Assert.Equal("Decline", StatusPhrase.Of(603));
        Assert.Equal("Provide Referrer Identity", StatusPhrase.Of(429));
        Assert.Equal("Bad Request", StatusPhrase.Of(499));
    }

    [Fact]
    public void A_message_made_here_and_the_same_from_the_wire_are_equal()
    {
        var made = new SipRequest(SipMethod.Options, SipUri.Create("b", "example.net"))
        {
            Vias = [Via.Create("UDP", "192.0.2.1", null, "z9hG4bK1", rport: false)],
            From = NameAddr.Create(SipUri.Create("a", "example.net"), tag: "1"),
            To = NameAddr.Create(SipUri.Create("b", "example.net")),
            CallId = "c",
            CSeq = new CSeq(1, SipMethod.Options),
        };
        Assert.Equal(SipFixture.With("").Message, made);
    }
}
