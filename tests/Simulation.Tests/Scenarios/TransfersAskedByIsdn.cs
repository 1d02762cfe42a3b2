using Gateway.Engine.Policy;
using Gateway.Engine.Transfers;
using Gateway.Isdn;
using Gateway.Isdn.Transfer;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>2e.5: the user of a trunk whose network is the gateway asks for explicit call transfer of its two calls.</summary>
public class TransfersAskedByIsdn
{
    [Theory]
    [InlineData("1101", "1201")]
    [InlineData("1101", "3101")]
    [InlineData("3101", "4101")]
    public void Both_calls_are_cleared_with_the_result_and_their_parties_joined(string one, string other)
    {
        var world = new VirtualWorld(rules: [VirtualWorld.Allow(OnFailure.Fail, "bridge")]);
        var (first, second) = Call(world, one, other);
        world.User.Do(new IsdnInput.Transfer(new TransferRequest.HandOver(first, second)));
        world.Run(8);

        Assert.IsType<TransferIndication.Succeeded>(Assert.Single(world.User.Told));
        Assert.Equal(0, world.User.CallCount);
        world.AssertTalking(NodeOf(world, one), one, NodeOf(world, other), other);
        Assert.Equal(TransferOutcome.Succeeded, Assert.Single(world.Gateway.Records).Outcome);
        if (other == "1201")
            world.AssertLadder();
        world.EverybodyHangsUp();
        world.AssertNobodyTalks();
        world.AssertIdleAtLast();
    }

    [Fact]
    public void A_refusal_leaves_both_calls()
    {
        var world = new VirtualWorld(rules: []);
        var (first, second) = Call(world, "1101", "1201");
        world.User.Do(new IsdnInput.Transfer(new TransferRequest.HandOver(first, second)));
        world.Run(8);

        Assert.IsType<TransferFailure.Refused>(Assert.IsType<TransferIndication.Failed>(Assert.Single(world.User.Told)).Failure);
        Assert.Equal(2, world.User.CallCount);
        Assert.Single(world.Alice.Connections);
        Assert.Single(world.Bob.Connections);
        world.AssertLadder();
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }

    private static (IsdnCallId First, IsdnCallId Second) Call(VirtualWorld world, string one, string other)
    {
        var first = world.User.Dial(one, "7101");
        world.Run(4);
        var second = world.User.Dial(other, "7101");
        world.Run(4);
        Assert.Equal(2, world.User.Seen.Count(seen => seen.What is CallIndication.Answered));
        return (first, second);
    }

    private static FarNode NodeOf(VirtualWorld world, string number) =>
        number[..2] switch { "11" => world.Alice, "12" => world.Bob, "31" => world.Hugo, _ => world.Switch };
}
