using Gateway.Codecs.Sip.Messages;
using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Engine.Transfers;
using Gateway.Exchange;
using Gateway.Lab;
using Gateway.Sip;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>The rule that every scenario and every random day is watched by: it must see a success that nobody announced.</summary>
public class SuccessBeforeItsTime
{
    private static readonly TransferId Transfer = new(1);

    private readonly SuccessRule rule = new();

    [Theory]
    [InlineData("h450")]
    [InlineData("ect")]
    [InlineData("bridge")]
    public void A_success_that_no_far_side_told_of_is_noticed(string method)
    {
        rule.Check([new ExchangeOutput.Noted(new Note(NoteLevel.Information, NoteEvents.TransferAccepted, "", Transfer: Transfer))]);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => rule.Check([new ExchangeOutput.Recorded(Success(method))]));
    }

    [Fact]
    public void A_NOTIFY_of_a_success_that_is_none_is_noticed()
    {
        var world = new VirtualWorld();
        SipRequest? success = null;
        world.Network.MeddleSip = (from, message) =>
        {
            if (message is SipRequest { Method: var method } request && method == SipMethod.Notify)
                success = request;
            return message;
        };
        world.Alice.Do(new FarEndInput.Transfer(world.Call(world.Alice, "3101"), "3201"));
        world.Run(8);

        Assert.NotNull(success);
        var flow = new Flow(new Listener(SipTransport.Udp, "10.0.0.1", 5060), new System.Net.IPEndPoint(world.Alice.Address, 5060));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => rule.Check([new ExchangeOutput.SendSip(flow, success)]));
    }

    private static TransferRecord Success(string method) => new(
        Transfer, new CorrelationId("story"), new CallId(1), new LegId(1), new LegId(2), null, new Party("1101"), new Party("3101"), new Party("3201"),
        Attended: false, TransferOutcome.Succeeded, [method], null, []);
}
