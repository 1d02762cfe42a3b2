using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gateway.Codecs.Sip.Messages;

namespace Gateway.Codecs.Tests.Sip;

/// <summary>
/// A message under <c>fixtures/sip</c>: comment lines with its source and what is to become of it, then the message; line ends are CRLF on the
/// wire, <c>\xNN</c> is an octet.
/// </summary>
/// <param name="Expect">What the codec makes of it.</param>
/// <param name="Answer">The status with which the running service answers it; empty when it must stay silent.</param>
internal sealed record SipFixture(string Name, string Expect, string Answer, byte[] Octets)
{
    public static IEnumerable<string> Names(string folder) =>
        Directory.GetFiles(Fixture.Path(folder), "*.sip").Select(file => folder + "/" + Path.GetFileName(file)).Order(StringComparer.Ordinal);

    public static IEnumerable<SipFixture> All => Names("sip").Concat(Names("sip/torture")).Select(Read);

    public static SipFixture Read(string name)
    {
        string text = Encoding.UTF8.GetString(File.ReadAllBytes(Fixture.Path(name)));
        string expect = "", answer = "";
        while (text.StartsWith('#'))
        {
            int end = text.IndexOf('\n', StringComparison.Ordinal);
            if (text.StartsWith("# expect: ", StringComparison.Ordinal)) expect = text["# expect: ".Length..end];
            if (text.StartsWith("# answer: ", StringComparison.Ordinal)) answer = text["# answer: ".Length..end];
            text = text[(end + 1)..];
        }
        return new SipFixture(name, expect, answer, Octet(text));
    }

    public static byte[] Octet(string text)
    {
        string wire = text.ReplaceLineEndings("\r\n");
        string latin = Regex.Replace(wire, @"\\x([0-9A-F]{2})", match => ((char)byte.Parse(match.Groups[1].Value, NumberStyles.HexNumber, null)).ToString());
        return Encoding.Latin1.GetBytes(latin);
    }

    public static SipMessage Whole(string name)
    {
        var decoded = SipMessage.Decode(Read(name).Octets);
        Assert.Null(decoded.Fault);
        return decoded.Message!;
    }

    public static SipRequest Request(string name) => (SipRequest)Whole(name);

    /// <summary>A whole request of these lines behind the mandatory ones.</summary>
    public static SipDecoded With(string lines, string method = "OPTIONS") => SipMessage.Decode(Octet(
        $"{method} sip:b@example.net SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\nFrom: <sip:a@example.net>;tag=1\nTo: <sip:b@example.net>\nCall-ID: c\nCSeq: 1 {method}\n{lines}\n"));
}
