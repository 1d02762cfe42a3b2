using Gateway.Codecs.H323.H450;
using Gateway.Codecs.Sip.Messages;
using Gateway.Engine.Policy;
using Gateway.Engine.Transfers;
using Gateway.Lab;
using Simulation.Tests.Peers;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>S55, S56, S59, S66 with an H.323 transferee: requests that are refused, or accepted only to say that they cannot be.</summary>
public class RefusedRequests
{
    [Fact]
    public void What_no_rule_allows_is_603()
    {
        var world = new VirtualWorld(rules: [new TransferRule { Id = "not-there", Action = RuleAction.Deny, Target = "32*" }, VirtualWorld.Allow(OnFailure.Fail, "h450")]);
        var call = world.Call(world.Alice, "3101");
        world.Alice.Do(new FarEndInput.Transfer(call, "3201"));
        world.Run(3);

        Assert.Equal("603 Decline", world.Alice.Saw<FarEndEvent.TransferEnded>().Why);
        Assert.Empty(world.Alice.Notified(call));
        world.AssertTalking(world.Alice, "1101", world.Hugo, "3101");
        var record = Assert.Single(world.Gateway.Records);
        Assert.Equal(TransferOutcome.Refused, record.Outcome);
        Assert.Contains("not-there", record.Rules);
        world.AssertLadder();
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }

    [Fact]
    public void A_second_request_while_the_first_runs_is_491()
    {
        var world = new VirtualWorld();
        var call = world.Call(world.Alice, "3101");
        world.Instead(world.Hugo, OperationCode.CallTransferInitiate, null, times: 1);
        world.Alice.Do(new FarEndInput.Transfer(call, "3201"));
        world.Run(1);
        world.Alice.Do(new FarEndInput.Transfer(call, "3211"));
        world.Run(40);

        Assert.Contains(world.Alice.Seen, seen => seen is FarEndEvent.TransferEnded { Succeeded: false, Why: "491 Request Pending" });
        Assert.Contains(world.Alice.Seen, seen => seen is FarEndEvent.TransferEnded { Succeeded: true });
        world.AssertTalking(world.Hugo, "3101", world.Hanna, "3201");
        world.AssertLadder();
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }

    [Theory]
    [InlineData("to-tag%3D")]
    [InlineData("from-tag%3D")]
    public void A_call_that_is_not_here_is_accepted_and_told_as_481(string spoilt)
    {
        var world = new VirtualWorld();
        var call = world.Call(world.Alice, "3101");
        var consultation = world.Call(world.Alice, "1201");
        world.Network.MeddleSip = (from, message) => message is SipRequest { Method: var method } && method == SipMethod.Refer
            ? SipMessage.Decode(System.Text.Encoding.ASCII.GetBytes(message.ToString()!.Replace(spoilt, spoilt + "x", StringComparison.Ordinal))).Message
            : message;
        world.Alice.Do(new FarEndInput.TransferTo(call, consultation));
        world.Run(3);

        Assert.Equal(202, world.Alice.Saw<FarEndEvent.TransferAccepted>().Status);
        Assert.StartsWith("481", world.Alice.Notified(call)[^1], StringComparison.Ordinal);
        world.AssertTalking(world.Alice, "1101", world.Hugo, "3101");
        world.AssertTalking(world.Alice, "1101", world.Bob, "1201");
        if (spoilt == "to-tag%3D")
            world.AssertLadder();
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }

    [Fact]
    public void A_call_that_is_over_is_told_as_603()
    {
        var world = new VirtualWorld();
        var call = world.Call(world.Alice, "3101");
        var consultation = world.Call(world.Alice, "1201");
        string? refer = null;
        world.Network.MeddleSip = (from, message) =>
        {
            if (from != world.Alice || message is not SipRequest { Method: var method } || method != SipMethod.Refer || refer is not null)
                return message;
            refer = message.ToString();
            return null;
        };
        // The REFER is slow: the consultation is over when it is repeated.
        world.Alice.Do(new FarEndInput.TransferTo(call, consultation));
        world.Bob.Do(new FarEndInput.HangUp(VirtualWorld.ConnectionOf(world.Bob, "1201").Call));
        world.Run(5);

        Assert.NotNull(refer);
        Assert.StartsWith("603", world.Alice.Notified(call)[^1], StringComparison.Ordinal);
        world.AssertTalking(world.Alice, "1101", world.Hugo, "3101");
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }
}
