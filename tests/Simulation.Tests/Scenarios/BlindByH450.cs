using Gateway.Lab;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>S01, S02: the H.323 transferee calls the target itself, and tells so in RELEASE COMPLETE or in FACILITY.</summary>
public class BlindByH450
{
    [Fact]
    public void A_result_in_release_complete_is_success()
    {
        var world = new VirtualWorld();
        var call = world.Call(world.Alice, "3101");
        world.Alice.Do(new FarEndInput.Transfer(call, "3201"));
        world.Run(5);

        world.AssertTalking(world.Hugo, "3101", world.Hanna, "3201");
        Assert.Equal(["100 Trying", "200 OK"], world.Alice.Notified(call));
        Assert.Empty(world.Alice.Connections);
        world.AssertLadder();
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }
}
