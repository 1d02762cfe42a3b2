using Gateway.Lab;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>Hold and retrieve, asked for in each domain and shown in each other.</summary>
public class HoldAndRetrieve
{
    private readonly VirtualWorld world = new();

    [Theory]
    [InlineData("1201")]
    [InlineData("3101")]
    [InlineData("4101")]
    [InlineData("5101")]
    public void A_SIP_telephone_holds_and_takes_back(string party)
    {
        var call = world.Call(world.Alice, party);
        world.Alice.Do(new FarEndInput.Hold(call));
        world.Run(2);
        Assert.True(world.Alice.HasSeen<FarEndEvent.OnHold>());
        world.Alice.Do(new FarEndInput.Retrieve(call));
        world.Run(2);

        Assert.True(world.Alice.HasSeen<FarEndEvent.Retrieved>());
        Assert.False(world.Alice.HasSeen<FarEndEvent.HoldRefused>());
        world.AssertTalking(world.Alice, "1101", NodeOf(party), party);
        world.AssertLadder($"A_SIP_telephone_holds_{party}_and_takes_it_back");
        AssertOver();
    }

    [Theory]
    [InlineData("3101")]
    [InlineData("4101")]
    [InlineData("5101")]
    public void Others_hold_a_SIP_telephone_and_take_it_back(string party)
    {
        var node = NodeOf(party);
        var call = world.Call(node, "1101");
        node.Do(new FarEndInput.Hold(call));
        world.Run(2);
        Assert.Contains(world.Transcript.Lines, line => line.Contains("gateway > alice       INVITE", StringComparison.Ordinal) && line.EndsWith("sendonly", StringComparison.Ordinal));
        node.Do(new FarEndInput.Retrieve(call));
        world.Run(2);

        world.AssertTalking(world.Alice, "1101", node, party);
        world.AssertLadder($"A_SIP_telephone_is_held_by_{party}_and_taken_back");
        AssertOver();
    }

    private FarNode NodeOf(string number) => number[0] switch { '1' => world.Bob, '3' => world.Hugo, '4' => world.Switch, _ => world.Pinx };

    private void AssertOver()
    {
        world.EverybodyHangsUp();
        world.AssertNobodyTalks();
        world.AssertIdleAtLast();
    }
}
