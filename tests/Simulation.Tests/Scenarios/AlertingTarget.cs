using Gateway.Codecs.H323.H450;
using Gateway.Lab;
using Simulation.Tests.Peers;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>S16: the transferor gives up the call to the target while that is asked for its identity.</summary>
public class AlertingTarget
{
    [Fact]
    public void A_consultation_that_is_abandoned_ends_the_transfer_and_leaves_the_first_call()
    {
        var world = new VirtualWorld();
        var call = world.Call(world.Alice, "3101");
        var consultation = world.Call(world.Alice, "3201");
        world.Instead(world.Hanna, OperationCode.CallTransferIdentify, null);
        world.Alice.Do(new FarEndInput.TransferTo(call, consultation));
        world.Run(1);
        world.Hanna.Do(new FarEndInput.HangUp(VirtualWorld.ConnectionOf(world.Hanna, "3201").Call));
        world.Run(5);

        Assert.Equal(2, world.Alice.Notified(call).Count);
        Assert.StartsWith("480", world.Alice.Notified(call)[^1], StringComparison.Ordinal);
        world.AssertTalking(world.Alice, "1101", world.Hugo, "3101");
        world.AssertLadder();
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }
}
