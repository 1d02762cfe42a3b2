using System.Buffers;
using System.Diagnostics;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Headers.Digest;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Sdp;
using Gateway.Codecs.Sip.Uris;

namespace Gateway.Codecs.Tests.Sip.Messages;

public class HostileInputTests
{
    static readonly byte[][] Corpus = [.. SipFixture.All.Select(fixture => fixture.Octets)];

    // Every door of the codec, every accessor.
    static void Exercise(byte[] octets)
    {
        SipFrame.Look(octets);
        SipFragment.Decode(octets, out _);
        SessionDescription.Decode(octets, out _);
        var decoded = SipMessage.Decode(octets.AsSpan());
        if (decoded.Message is not { } message)
        {
            Assert.NotNull(decoded.Fault);
            return;
        }
        if (decoded.Fault is { } fault) Assert.InRange(fault.Octet, 0, octets.Length);
        Touch(message);
        if (decoded.IsWhole)
        {
            _ = (message.TopVia.Branch, message.From.Tag, message.To.DisplayName, message.CallId, message.CSeq);
            var again = SipMessage.Decode(message.ToOctets());
            Assert.True(again.IsWhole, $"{again.Fault} in {message}");
            Assert.True(message.Equals(again.Message), $"{Convert.ToHexString(message.ToOctets())} {message} {again.Message}");
        }
        if (decoded.IsAnswerable)
        {
            byte[] answer = ((SipRequest)message).Respond(500, "x").ToOctets();
            Assert.NotNull(SipMessage.Decode(answer).Message);
        }
        if (message.ContentType is not null && SessionDescription.Decode(message.Body.Span, out _) is { } session)
        {
            foreach (var media in session.Media) _ = (media.RtpMaps, media.Fmtp(18), media.PtimeMilliseconds, media.TelephoneEvent, session.DirectionOf(media));
            Assert.NotNull(SessionDescription.Decode(session.ToOctets(), out _));
        }
    }

    static void Touch(SipMessage message)
    {
        _ = (message.Lines, message.Routes, message.RecordRoutes, message.MaxForwards, message.Expires, message.RetryAfter, message.RAck, message.Require);
        _ = (message.Supported, message.Allow, message.Event?.Token, message.SubscriptionState?.Parameters["reason"], message.Replaces, message.TargetDialog, message.ReferSub);
        _ = (message.Reasons, message.Privacy, message.SessionId?.Token, message.UserToUser, message.Warnings, message.ContentType?.Token, message.UserAgent);
        foreach (var address in message.Contacts.Concat(message.AssertedIdentities).Concat(message.Diversions).Concat(message.HistoryInfo))
        {
            _ = (address.DisplayName, address.Tag, address.Expires, address.Q, address.Parameters.ToList());
            if (address.IsWildcard) continue;
            _ = (address.Uri.User, address.Uri.Host, address.Uri.Port, address.Uri.Headers, address.Uri.ForRequest(), TelephoneSubscriber.Of(address.Uri));
            Assert.True(address.Uri.Matches(address.Uri));
        }
        if (message.ReferTo is { } referTo) _ = (referTo.Target, referTo.Method, referTo.Replaces, referTo.Uri.Header(HeaderName.Require));
        foreach (var credentials in message.WwwAuthenticate.Concat(message.Authorization)) _ = (credentials.Scheme, credentials["realm"], DigestChallenge.Parse(credentials), DigestCredentials.Parse(credentials));
        _ = (message.SessionExpires, message.MinSe, message.AuthenticationInfo, message.Paths, message.ServiceRoutes, message.PreferredIdentities, message.Identities);
        foreach (var part in message.Bodies) _ = (part.ContentType, part.IsRequired);
        foreach (var via in message.Vias) _ = (via.Host, via.Port, via.Rport, via.WithReceived("192.0.2.7", 5060));
    }

    [Fact]
    public void A_message_cut_at_any_octet_is_no_exception()
    {
        foreach (byte[] octets in Corpus)
        {
            for (int length = 0; length < octets.Length; length++) Exercise(octets[..length]);
        }
    }

    [Fact]
    public void A_message_cut_inside_its_headers_faults()
    {
        byte[] octets = SipFixture.Read("sip/refer-rfc5589.sip").Octets;
        for (int length = 0; length < octets.Length - 2; length++) Assert.NotNull(SipMessage.Decode(octets[..length]).Fault);
    }

    [Theory]
    [InlineData(4475)]
    [InlineData(3261)]
    [InlineData(3515)]
    public void A_hundred_thousand_mutations_are_no_exception(int seed)
    {
        byte[] alphabet = [.. "\r\n \t\0\"\\<>@;:,=?&%[]()*~/.0159aZ\xFF"u8, 0x80, 0xC3];
        var random = new Random(seed);
        for (int i = 0; i < 100_000; i++)
        {
            var octets = new List<byte>(Corpus[random.Next(Corpus.Length)]);
            for (int change = random.Next(1, 6); change > 0; change--)
            {
                int at = random.Next(octets.Count);
                switch (random.Next(5))
                {
                    case 0: octets[at] ^= (byte)(1 << random.Next(8)); break;
                    case 1: octets[at] = alphabet[random.Next(alphabet.Length)]; break;
                    case 2: octets.Insert(at, alphabet[random.Next(alphabet.Length)]); break;
                    case 3: octets.RemoveRange(at, Math.Min(random.Next(1, 30), octets.Count - at)); break;
                    default: octets.InsertRange(at, octets.GetRange(at, Math.Min(random.Next(1, 60), octets.Count - at))); break;
                }
                if (octets.Count == 0) break;
            }
            Exercise([.. octets]);
        }
    }

    [Fact]
    public void Repetition_costs_no_more_than_its_length()
    {
        const int Few = 1_900, Many = 8 * Few;
        string[] pieces = ["<", "\"", "\"\\", ",", ";", ";a=", "%", "%4", "sip:", "?a=b&", "\r\n ", "\r\n", "\0", ":", "@"];
        foreach (string piece in pieces)
        {
            foreach (string header in (string[])["Contact: ", "Via: SIP/2.0/UDP a", "Refer-To: <sip:a@b?Replaces=", "Reason: Q.850", "Route: <sip:a>,", "X: "])
            {
                // Eight times the length takes eight times as long; if each step looked at all the others, sixty-four times. One
                // undisturbed measurement shows which, so the machine may be busy meanwhile.
                byte[] few = Repeated(header, piece, Few), many = Repeated(header, piece, Many);
                Assert.Contains(Enumerable.Range(0, 20), _ => Cost(many) < (30 * Cost(few)) + TimeSpan.FromMilliseconds(10));
            }
        }

        static byte[] Repeated(string header, string piece, int length) => System.Text.Encoding.Latin1.GetBytes(
            "REFER sip:a SIP/2.0\r\n" + header + string.Concat(Enumerable.Repeat(piece, length / piece.Length)) + "\r\n\r\n");

        static TimeSpan Cost(byte[] octets)
        {
            long start = Stopwatch.GetTimestamp();
            Exercise(octets);
            return Stopwatch.GetElapsedTime(start);
        }
    }

    [Fact]
    public void Too_many_headers_are_refused_with_513()
    {
        var decoded = SipFixture.With(string.Concat(Enumerable.Repeat("X: y\n", 300)));
        Assert.Equal(SipFaultReason.TooLarge, decoded.Fault!.Value.Reason);
        Assert.Equal(513, decoded.Fault.Value.Status);
        Assert.True(decoded.IsAnswerable);
    }

    [Fact]
    public void A_header_line_that_is_too_long_is_refused()
    {
        var decoded = SipFixture.With("X: " + new string('y', 20_000) + "\n");
        Assert.Equal(SipFaultReason.TooLarge, decoded.Fault!.Value.Reason);
    }

    [Fact]
    public void A_message_that_is_too_long_is_not_looked_at()
    {
        var decoded = SipMessage.Decode(new byte[70_000]);
        Assert.Null(decoded.Message);
        Assert.Equal(SipFaultReason.TooLarge, decoded.Fault!.Value.Reason);
    }

    [Theory]
    [InlineData("Route", ",", "")]
    [InlineData("Record-Route", ",", "")]
    [InlineData("Contact", ",", "")]
    [InlineData("Contact", "\n", "Contact: ")]
    public void More_values_than_allowed_are_refused_not_cut(string header, string between, string prefix)
    {
        string some = $"{header}: " + string.Join(between + prefix, Enumerable.Repeat("<sip:a>", 128)) + "\n";
        Assert.True(SipFixture.With(some).IsWhole);
        string many = $"{header}: " + string.Join(between + prefix, Enumerable.Repeat("<sip:a>", 150)) + "\n";
        Assert.Equal(SipFaultReason.TooLarge, SipFixture.With(many).Fault!.Value.Reason);
    }

    [Theory]
    [InlineData("Route: <sip:a>, <sip:b\n")]
    [InlineData("Route: <sip:a>\nRoute: b\n")]
    [InlineData("Record-Route: <sip:a>, x\n")]
    [InlineData("Contact: <sip:a>\nContact: sip:b?c=d\n")]
    public void A_broken_value_behind_a_good_one_is_found(string lines) =>
        Assert.Equal(SipFaultReason.HeaderValue, SipFixture.With(lines).Fault!.Value.Reason);

    [Fact]
    public void Encoding_into_too_little_room_fails_without_harm()
    {
        foreach (byte[] octets in Corpus)
        {
            if (SipMessage.Decode(octets).Message is not { } message) continue;
            byte[] room = new byte[message.EncodedLength];
            for (int length = 0; length < room.Length; length += 7) Assert.False(message.TryEncode(room.AsSpan(0, length), out _));
            Assert.True(message.TryEncode(room, out int written));
            Assert.Equal(room.Length, written);
            var writer = new ArrayBufferWriter<byte>();
            message.Encode(writer);
            Assert.Equal(room, writer.WrittenSpan.ToArray());
        }
    }
}
