using System.Text;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Sdp;

namespace Gateway.Codecs.Tests.Sip.Messages;

/// <summary>Bodies of several parts (RFC 2046 5.1, RFC 5621, RFC 3204).</summary>
public class MultipartTests
{
    static readonly TokenValue Mixed = TokenValue.Parse("multipart/mixed;boundary=\"b 1\"")!;

    [Fact]
    public void An_invite_with_qsig_gives_its_session_and_its_signalling()
    {
        var invite = SipFixture.Request("sip/invite-qsig.sip");
        Assert.Equal(["application/sdp", "application/QSIG"], invite.Bodies.Select(body => body.ContentType!.Token));
        Assert.Equal(49172, SessionDescription.Decode(invite.BodyOf("application/sdp")!.Content.Span, out _)!.Media[0].Port);
        var signalling = invite.BodyOf("application/qsig")!;
        Assert.True(signalling.IsRequired);
        Assert.True(signalling.ContentDisposition!.Is("signal"));
        Assert.Equal("iso", signalling.ContentType!.Parameters["version"]);
        var (message, fault, _) = Q931Message.Decode(signalling.Content.Span);
        Assert.Null(fault);
        Assert.Equal(MessageType.Setup, message!.Type);
        Assert.Equal(signalling.Content.ToArray(), message.Encode());
        Assert.Null(invite.BodyOf("application/isup"));
    }

    [Fact]
    public void Binary_parts_of_the_torture_message_keep_their_octets()
    {
        var bodies = SipFixture.Request("sip/torture/mpart01.sip").Bodies;
        Assert.Equal(["text/plain", "application/octet-stream"], bodies.Select(body => body.ContentType!.Token));
        Assert.Equal("Hello", Encoding.ASCII.GetString(bodies[0].Content.Span));
        Assert.Equal("3082000A0DFF80", Convert.ToHexString(bodies[1].Content.Span));
    }

    [Fact]
    public void What_is_built_is_split_into_the_same_parts()
    {
        byte[] binary = [0x08, 0x02, 0x0D, 0x0A, 0x2D, 0x2D, 0x00, 0xFF, .. "part-1"u8];
        var built = Multipart.Of(
            BodyPart.Of("application/sdp", "v=0\r\n"u8.ToArray()),
            BodyPart.Of("application/qsig;version=iso", binary, "signal;handling=optional"),
            BodyPart.Of("text/plain", default));
        Assert.NotEqual("part-1", built.Boundary);
        var request = SipFixture.Request("sip/invite-rfc3261.sip") with { ContentType = built.ContentType(), Body = built.Encode() };
        byte[] wire = new byte[request.EncodedLength];
        Assert.True(request.TryEncode(wire, out _));
        var read = SipMessage.Decode(wire).Message!.Bodies;
        Assert.Equal(["v=0\r\n"u8.ToArray(), binary, []], read.Select(body => body.Content.ToArray()));
        Assert.Equal([true, false, true], read.Select(body => body.IsRequired));
    }

    [Theory]
    [InlineData("--b 1\r\n\r\nx\r\n--b 1--", "x")]
    [InlineData("preamble\r\n--b 1\r\n\r\nx\r\n--b 1--\r\nepilogue", "x")]
    [InlineData("--b 1 \t\r\n\r\nx\r\n--b 1--  \r\n", "x")]
    [InlineData("--b 1\n\nx\n--b 1\n\ny\n--b 1--", "x|y")] // bare line feeds
    [InlineData("--b 1\r\n\r\n--b 12\r\n\r\n--b 1--", "--b 12\r\n")] // a longer word is no boundary
    [InlineData("--b 1\r\n\r\nx --b 1\r\n--b 1--", "x --b 1")] // nor is one within a line
    [InlineData("--b 1\r\nContent-Type: text/html;\r\n charset=utf-8\r\n\r\n\r\n\r\n--b 1--", "\r\n")]
    [InlineData("--b 1\r\nContent-Type: text/html\r\n--b 1--", "")] // headers alone
    public void Boundaries_are_lines(string body, string parts) =>
        Assert.Equal(parts, string.Join('|', Multipart.Decode(Mixed, Encoding.ASCII.GetBytes(body), out _)!.Parts.Select(part => Encoding.ASCII.GetString(part.Content.Span))));

    [Theory]
    [InlineData("", SipFaultReason.Body, 0)]
    [InlineData("--b 1--", SipFaultReason.Body, 7)]
    [InlineData("--b 1\r\n\r\nx", SipFaultReason.Body, 10)]
    [InlineData("--b 1\r\n\r\nx\r\n--b 1\r\n\r\ny", SipFaultReason.Body, 22)]
    [InlineData("--b 1\r\nno header\r\n\r\nx\r\n--b 1--", SipFaultReason.HeaderLine, 7)]
    public void A_body_that_is_not_what_its_type_says_is_a_fault(string body, SipFaultReason reason, int octet)
    {
        Assert.Null(Multipart.Decode(Mixed, Encoding.ASCII.GetBytes(body), out var fault));
        Assert.Equal((reason, octet), (fault.Reason, fault.Octet));
    }

    [Fact]
    public void A_type_without_boundary_is_a_fault()
    {
        Assert.Null(Multipart.Decode(TokenValue.Parse("multipart/mixed")!, "--x--"u8.ToArray(), out var fault));
        Assert.Equal(HeaderName.ContentType, fault.Header);
    }

    [Fact]
    public void Parts_of_parts_are_found_and_endless_nesting_is_not_followed()
    {
        var nested = BodyPart.Of("application/sdp", "v=0\r\n"u8.ToArray());
        for (int depth = 0; depth < 3; depth++)
        {
            var around = Multipart.Of(nested, BodyPart.Of("text/plain", "x"u8.ToArray()));
            nested = BodyPart.Of(around.ContentType("alternative").ToString(), around.Encode());
        }
        var invite = SipFixture.Request("sip/invite-rfc3261.sip");
        Assert.NotNull((invite with { ContentType = nested.ContentType, Body = nested.Content }).BodyOf("application/sdp"));
        var deeper = nested;
        for (int depth = 0; depth < 100; depth++)
        {
            var around = Multipart.Of(deeper);
            deeper = BodyPart.Of(around.ContentType().ToString(), around.Encode());
        }
        Assert.Single((invite with { ContentType = deeper.ContentType, Body = deeper.Content }).Bodies);
    }

    [Fact]
    public void A_single_body_is_one_of_the_type_of_the_message()
    {
        var invite = SipFixture.Request("sip/invite-rfc3261.sip");
        Assert.Equal(invite.Body.ToArray(), invite.BodyOf("application/sdp")!.Content.ToArray());
        Assert.Empty((invite with { Body = default }).Bodies);
        // Split in vain, it stays whole.
        var torn = invite with { ContentType = Mixed };
        Assert.Equal(torn.Body.ToArray(), Assert.Single(torn.Bodies).Content.ToArray());
    }

    [Fact]
    public void Every_truncation_and_any_damage_gives_parts_or_a_fault()
    {
        var invite = SipFixture.Request("sip/invite-qsig.sip");
        var type = invite.ContentType!;
        byte[] body = invite.Body.ToArray();
        for (int length = 0; length < body.Length - 2; length++)
        {
            Assert.Null(Multipart.Decode(type, body.AsMemory(0, length), out var fault));
            Assert.InRange(fault.Octet, 0, length);
        }
        var random = new Random(2046);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] damaged = (byte[])body.Clone();
            for (int left = random.Next(1, 6); left > 0; left--) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            var parts = Multipart.Decode(type, damaged, out var fault);
            Assert.True(parts is not null || fault.Reason != SipFaultReason.None);
        }
    }
}
