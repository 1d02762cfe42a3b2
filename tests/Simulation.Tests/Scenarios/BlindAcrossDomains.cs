using Gateway.Lab;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>A blind transfer where the gateway calls the target itself and joins it, from every domain to every other.</summary>
public class BlindAcrossDomains
{
    [Theory]
    [InlineData("1201", "1301")]
    [InlineData("1201", "3101")]
    [InlineData("1201", "4101")]
    [InlineData("1201", "5101")]
    [InlineData("3101", "1201")]
    [InlineData("3101", "3201")]
    [InlineData("3101", "4101")]
    [InlineData("3101", "5101")]
    [InlineData("4101", "1201")]
    [InlineData("4101", "3101")]
    [InlineData("4101", "4201")]
    [InlineData("4101", "6101")]
    [InlineData("5101", "1201")]
    [InlineData("5101", "3101")]
    [InlineData("5101", "5201")]
    public void Everybody_can_be_connected_to_everybody(string number, string target)
    {
        var world = new VirtualWorld(rules: [VirtualWorld.Allow(Gateway.Engine.Policy.OnFailure.Fail, "bridge")]);
        var call = world.Call(world.Alice, number);
        world.Alice.Do(new FarEndInput.Hold(call));
        world.Run(1);
        world.Alice.Do(new FarEndInput.Transfer(call, target));
        world.Run(8);

        world.AssertTalking(NodeOf(world, number), number, NodeOf(world, target), target);
        Assert.Equal(["100 Trying", "180 Ringing", "200 OK"], world.Alice.Notified(call));
        Assert.Empty(world.Alice.Connections);
        world.EverybodyHangsUp();
        world.AssertNobodyTalks();
        world.AssertIdleAtLast();
    }

    private static FarNode NodeOf(VirtualWorld world, string number) => number[..2] switch
    {
        "12" => world.Bob,
        "13" => world.Carol,
        "31" => world.Hugo,
        "32" => world.Hanna,
        "51" or "52" => world.Pinx,
        "61" => world.OtherSwitch,
        _ => world.Switch,
    };
}
