using System.Text;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;

namespace Gateway.Codecs.Tests.Sip.Messages;

/// <summary>Whatever text is put into a message comes back, and never makes a line of its own.</summary>
public class RoundTripTests
{
    const string Alphabet = "abcXYZ019 \t\r\n\0\"\\<>@;:,=?&%[]()*~/#+'éß漢\U0001F600";

    static string Text(Random random, int most)
    {
        var text = new StringBuilder();
        for (int length = random.Next(most); length > 0; length--)
        {
            if (random.Next(24) == 0) text.Append("%41%0d%0a");
            else text.Append(Alphabet.EnumerateRunes().ElementAt(random.Next(Alphabet.EnumerateRunes().Count())));
        }
        return text.ToString();
    }

    static string Token(Random random) => "t" + random.Next().ToString("x", null) + "-.!%*_+`'~"[random.Next(10)];

    // Line ends and nulls become blanks on the way out, where there is no escape for them.
    static string OneLine(string text) => text.Replace('\r', ' ').Replace('\n', ' ').Replace('\0', ' ');

    [Fact]
    public void Anything_put_into_a_message_comes_back()
    {
        var random = new Random(3261);
        for (int round = 0; round < 3_000; round++)
        {
            string display = Text(random, 20), user = "u" + Text(random, 20), phrase = Text(random, 20), agent = Text(random, 20), header = Text(random, 20), parameter = Text(random, 10);
            var replaces = new Replaces($"{Token(random)}@{Token(random)}", Token(random), Token(random), random.Next(2) == 0);
            var target = SipUri.Create(user, "example.net", random.Next(1, 65536)).WithParameter("x", parameter).WithHeader("X-Data", header);
            var request = new SipRequest(SipMethod.Refer, SipUri.Create(user, "2001:db8::1"))
            {
                Vias = [Via.Create("UDP", "192.0.2.1", 5060, "z9hG4bK" + Token(random))],
                From = NameAddr.Create(SipUri.Create(user, "example.net"), display, Token(random)).WithParameter("p", parameter),
                To = NameAddr.Create(SipUri.Create(null, "example.net")),
                CallId = replaces.CallId,
                CSeq = new CSeq((uint)random.Next(), SipMethod.Refer),
                ReferTo = ReferTo.Create(target, replaces),
                Reasons = [Reason.Q850(random.Next(128), phrase, random.Next(16)), Reason.Sip(603, phrase)],
                UserAgent = agent,
                Lines = [new("X-Odd", agent)],
                Body = Encoding.UTF8.GetBytes(phrase),
            };
            var decoded = SipMessage.Decode(request.ToOctets());
            Assert.True(decoded.IsWhole, $"{decoded.Fault} {request}");
            var back = (SipRequest)decoded.Message;
            Assert.Equal(request, back);
            Assert.Equal(request.Lines.Count, back.Lines.Count);
            Assert.Equal(user, back.Uri.User);
            Assert.Equal(OneLine(display), back.From.DisplayName);
            Assert.Equal(OneLine(parameter), back.From.Parameters["p"]);
            Assert.Equal(user, back.ReferTo!.Target.User);
            Assert.Equal(parameter, back.ReferTo.Target.Parameter("x"));
            Assert.Equal(header, back.ReferTo.Uri.Headers[0].Value);
            Assert.Equal(replaces, back.ReferTo.Replaces);
            Assert.Equal(OneLine(phrase), back.Reasons[0].Text);
            Assert.Equal(OneLine(agent).Trim(), back.UserAgent);
            Assert.Equal(phrase, Encoding.UTF8.GetString(back.Body.Span));
        }
    }
}
