using System.Text;
using Gateway.Codecs.Sip.Messages;
using Gateway.Sip;

namespace Stacks.Tests.Sip;

/// <summary>Sample messages for charts, literal as a peer would send them.</summary>
internal static class Some
{
    public static SipRequest Request(string method) => (SipRequest)Read(
        $"""
        {method} sip:bob@192.0.2.2 SIP/2.0
        Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKsome
        From: <sip:alice@192.0.2.1>;tag=a
        To: <sip:bob@192.0.2.2>
        Call-ID: some@192.0.2.1
        CSeq: 1 {method}
        Contact: <sip:alice@192.0.2.1>
        Max-Forwards: 70

        """);

    public static SipResponse Response(int status, string method = "INVITE") => (SipResponse)Read(
        $"""
        SIP/2.0 {status} Some
        Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKsome
        From: <sip:alice@192.0.2.1>;tag=a
        To: <sip:bob@192.0.2.2>;tag=b
        Call-ID: some@192.0.2.1
        CSeq: 1 {method}
        Contact: <sip:bob@192.0.2.2>

        """);

    public static SipContent Sdp { get; } = SipContent.Sdp("v=0\r\n"u8.ToArray());

    /// <summary>A message written with bare line ends; the head ends where the first empty line is, or at the end.</summary>
    public static SipMessage Read(string text)
    {
        var decoded = SipMessage.Decode(Octets(text));
        Assert.True(decoded.IsWhole, $"{decoded.Fault}\n{text}");
        return decoded.Message;
    }

    public static byte[] Octets(string text)
    {
        var lines = text.ReplaceLineEndings("\r\n");
        return Encoding.UTF8.GetBytes(lines.Contains("\r\n\r\n", StringComparison.Ordinal) ? lines : lines.TrimEnd() + "\r\n\r\n");
    }
}
