using Gateway.Engine.Policy;
using Gateway.Isdn.Transfer;
using Gateway.Lab;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>S18: the transferee is a user of the gateway's own ISDN, which tells it whom it is connected to by EctInform.</summary>
public class PartiesOfAPbx
{
    [Fact]
    public void A_user_of_the_gateways_network_is_told_its_new_party()
    {
        var world = new VirtualWorld(rules: [VirtualWorld.Allow(OnFailure.Fail, "bridge")]);
        var call = world.Call(world.Alice, "7101");
        var consultation = world.Call(world.Alice, "1201");
        world.Alice.Do(new FarEndInput.TransferTo(call, consultation));
        world.Run(8);

        Assert.Equal(["100 Trying", "200 OK"], world.Alice.Notified(call));
        var changed = Assert.IsType<TransferIndication.PartyChanged>(Assert.Single(world.User.Told));
        Assert.False(changed.Alerting);
        Assert.Contains("1201", changed.Party.ToString(), StringComparison.Ordinal);
        world.AssertLadder();
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }
}
