using Gateway.Lab;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>H.323 endpoints whose media are known only after CONNECT, when H.245 has opened the channels.</summary>
public class SlowStart
{
    [Fact]
    public void A_telephone_is_answered_once_the_media_of_a_slow_endpoint_are_known()
    {
        var world = new VirtualWorld(fastConnect: false);
        world.Call(world.Alice, "3101");
        world.AssertTalking(world.Alice, "1101", world.Hugo, "3101");
        world.AssertLadder();
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }

    [Fact]
    public void A_slow_endpoint_calls_a_telephone()
    {
        var world = new VirtualWorld(fastConnect: false);
        world.Call(world.Hugo, "1101");
        world.AssertTalking(world.Alice, "1101", world.Hugo, "3101");
        world.AssertLadder();
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }

    [Fact]
    public void Two_slow_endpoints_do_not_wait_for_each_other()
    {
        var world = new VirtualWorld(fastConnect: false);
        world.Call(world.Hugo, "3201");
        world.AssertTalking(world.Hugo, "3101", world.Hanna, "3201");
        world.AssertLadder();
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }

    [Fact]
    public void A_telephone_that_gives_up_before_the_media_are_known_is_let_go()
    {
        var world = new VirtualWorld(fastConnect: false);
        var call = VirtualWorld.Dial(world.Alice, "3101");
        world.RunUntil(() => world.Hugo.Connections.Count > 0, "hugo to answer");
        world.Alice.Do(new FarEndInput.HangUp(call));
        world.Run(5);
        world.AssertNobodyTalks();
        world.AssertIdleAtLast();
    }

    [Fact]
    public void Who_holds_hears_that_nothing_is_sent_to_it()
    {
        var world = new VirtualWorld();
        var call = world.Call(world.Alice, "3101");
        world.Alice.Do(new FarEndInput.Hold(call));
        world.Run(1);
        world.AssertLadder();
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }
}
