using Gateway.Engine.Policy;
using Gateway.Lab;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>S22: the target asks for other media at the moment it is told to talk to somebody else.</summary>
public class Glare
{
    [Fact]
    public void Two_re_INVITEs_that_cross_are_sorted_out_and_the_join_comes_about()
    {
        var world = new VirtualWorld(rules: [VirtualWorld.Allow(OnFailure.Fail, "bridge")]);
        var call = world.Call(world.Alice, "3101");
        var consultation = world.Call(world.Alice, "1201");
        world.Alice.Do(new FarEndInput.TransferTo(call, consultation));
        world.Run(0.007);
        world.Bob.Do(new FarEndInput.Hold(VirtualWorld.ConnectionOf(world.Bob, "1201").Call));
        world.Run(10);

        Assert.Equal(["100 Trying", "200 OK"], world.Alice.Notified(call));
        Assert.Contains(world.Transcript.Lines, line => line.Contains("491 Request Pending (INVITE)", StringComparison.Ordinal));
        var bob = VirtualWorld.ConnectionOf(world.Bob, "1201");
        world.Bob.Do(new FarEndInput.Retrieve(bob.Call));
        world.Run(5);
        world.AssertTalking(world.Hugo, "3101", world.Bob, "1201");
        world.AssertLadder();
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }

    [Fact]
    public void The_transferor_may_ask_again_while_the_others_are_being_joined()
    {
        var world = new VirtualWorld(rules: [VirtualWorld.Allow(OnFailure.Fail, "bridge")]);
        var call = world.Call(world.Alice, "3101");
        var consultation = world.Call(world.Alice, "1201");
        world.Alice.Do(new FarEndInput.TransferTo(call, consultation));
        world.Run(0.007);
        world.Alice.Do(new FarEndInput.Hold(call));
        world.Run(10);

        Assert.True(world.Transcript.Lines.Any(line => line.Contains("491 Request Pending (INVITE)", StringComparison.Ordinal)), world.Transcript.ToString());
        world.AssertTalking(world.Hugo, "3101", world.Bob, "1201");
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }
}
