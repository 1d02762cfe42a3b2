using System.Text;
using Gateway.Codecs.Sip.Messages;

namespace Gateway.Codecs.Tests.Sip.Messages;

/// <summary>What a message says of what its sender can (RFC 3261 20.5, 20.32, 20.37), asked token by token.</summary>
public class CapabilityTests
{
    [Theory]
    [InlineData("Supported: 100rel, timer, replaces", "replaces", true)]
    [InlineData("Supported: 100rel\r\nSupported: TIMER", "timer", true)]
    [InlineData("Supported: 100rel\r\nRequire: replaces", "replaces", true)]
    [InlineData("Supported: 100rel, replaces2", "replaces", false)]
    [InlineData("Supported: ", "replaces", false)]
    public void An_option_is_supported_wherever_it_stands(string lines, string option, bool supported) => Assert.Equal(supported, Message(lines).Supports(option));

    [Theory]
    [InlineData("Allow: INVITE, ACK, UPDATE", true)]
    [InlineData("Allow: INVITE\r\nAllow: UPDATE", true)]
    [InlineData("Allow: INVITE, ACK", false)]
    [InlineData("Subject: UPDATE", null)]
    public void A_method_is_allowed_not_allowed_or_nothing_is_said_of_it(string lines, bool? allowed) => Assert.Equal(allowed, Message(lines).Allows(SipMethod.Update));

    [Fact]
    public void Lines_are_found_by_name_and_stay_in_order()
    {
        var lines = Message("X-One: 1\r\nSubject: s\r\nX-Two: 2").LinesOf(name => name.StartsWith("X-", StringComparison.Ordinal));
        Assert.Equal([new SipHeader("X-One", "1"), new SipHeader("X-Two", "2")], lines);
    }

    private static SipMessage Message(string lines) => SipMessage.Decode(Encoding.ASCII.GetBytes(
        "OPTIONS sip:b@example.com SIP/2.0\r\nVia: SIP/2.0/UDP a.example.com;branch=z9hG4bK1\r\nFrom: <sip:a@example.com>;tag=1\r\nTo: <sip:b@example.com>\r\n"
        + $"Call-ID: 1\r\nCSeq: 1 OPTIONS\r\n{lines}\r\n\r\n")).Message!;
}
