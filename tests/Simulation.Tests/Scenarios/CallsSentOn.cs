using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Sip.Messages;
using Gateway.Isdn;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>Who sent a call on, and why, told between Diversion (RFC 5806) or History-Info (RFC 7044) and Redirecting number (Q.952 (03/1993)).</summary>
public class CallsSentOn
{
    private readonly VirtualWorld world = new();

    [Theory]
    [InlineData("Diversion", "<sip:+431@a.example>;reason=user-busy;counter=1", TypeOfNumber.International, "431", PresentationIndicator.Allowed, RedirectionReason.Busy)]
    [InlineData("Diversion", "<sip:55@a.example>;reason=no-answer;privacy=full", TypeOfNumber.Unknown, "55", PresentationIndicator.Restricted, RedirectionReason.NoReply)]
    [InlineData("Diversion", "<sip:55@a.example>;reason=time-of-day", TypeOfNumber.Unknown, "55", PresentationIndicator.Allowed, RedirectionReason.Unknown)]
    [InlineData("History-Info", "<sip:56@a.example?Reason=SIP%3Bcause%3D302>;index=1", TypeOfNumber.Unknown, "56", PresentationIndicator.Allowed, RedirectionReason.Unconditional)]
    [InlineData("History-Info", "<sip:56@a.example?Reason=SIP%3Bcause%3D480>;index=1", TypeOfNumber.Unknown, "56", PresentationIndicator.Allowed, RedirectionReason.Deflection)]
    public void A_SIP_caller_that_was_sent_on_reaches_an_ISDN_user_with_the_number(
        string header, string value, TypeOfNumber type, string digits, PresentationIndicator presentation, RedirectionReason reason)
    {
        world.Network.MeddleSip = (from, message) => from == world.Alice && message is SipRequest { Method.Name: "INVITE" }
            ? message with { Lines = [new SipHeader(header, value)] }
            : message;
        world.Call(world.Alice, "7101");
        var setup = world.User.Seen.Select(seen => seen.What).OfType<CallIndication.Incoming>().Single().Message;
        Assert.Equal(
            new RedirectingNumber(type, NumberingPlan.E164, digits) { Presentation = presentation, Reason = reason },
            setup.First<RedirectingNumber>());
    }

    [Theory]
    [InlineData(PresentationIndicator.Allowed, RedirectionReason.Busy, ";reason=user-busy")]
    [InlineData(PresentationIndicator.Allowed, RedirectionReason.Unconditional, ";reason=unconditional")]
    [InlineData(PresentationIndicator.Restricted, RedirectionReason.NoReply, ";reason=no-answer;privacy=full")]
    public void An_ISDN_caller_that_was_sent_on_reaches_a_telephone_with_a_Diversion(PresentationIndicator presentation, RedirectionReason reason, string told)
    {
        SipRequest? invite = null;
        world.Network.MeddleSip = (from, message) =>
        {
            if (from == world.Gateway && message is SipRequest { Method.Name: "INVITE" } request)
                invite ??= request;
            return message;
        };
        world.User.Dial("1201", "7101", new RedirectingNumber(TypeOfNumber.International, NumberingPlan.E164, "431") { Presentation = presentation, Reason = reason });
        world.Run(4);
        var diversion = Assert.Single(invite!.Diversions);
        Assert.Equal("+431", diversion.Uri.User);
        Assert.EndsWith(told, diversion.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_QSIG_SETUP_carries_no_Redirecting_number()
    {
        var elements = new List<byte>();
        world.Network.MeddleSip = (from, message) => from == world.Alice && message is SipRequest { Method.Name: "INVITE" }
            ? message with { Lines = [new SipHeader("Diversion", "<sip:431@a.example>;reason=user-busy")] }
            : message;
        world.Network.MeddleFrame = (from, frame) =>
        {
            if (from == world.Gateway && Convert.ToHexString(frame).Contains("343331", StringComparison.Ordinal))
                elements.AddRange(frame);
            return frame;
        };
        world.Call(world.Alice, "5101");
        Assert.Empty(elements);
    }
}
