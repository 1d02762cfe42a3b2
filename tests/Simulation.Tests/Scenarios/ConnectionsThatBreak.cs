using Gateway.Codecs.H323.H450;
using Gateway.Engine.Policy;
using Gateway.Engine.Transfers;
using Gateway.Lab;
using Simulation.Tests.Peers;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>The TCP connection of a call is lost, or half of it, in the middle of a transfer.</summary>
public class ConnectionsThatBreak
{
    [Fact]
    public void The_transferees_connection_lost_while_it_calls_ends_the_transfer_and_the_call()
    {
        var world = new VirtualWorld();
        var call = world.Call(world.Alice, "3101");
        world.Instead(world.Hugo, OperationCode.CallTransferInitiate, null);
        world.Alice.Do(new FarEndInput.Transfer(call, "3201"));
        world.Run(1);
        world.Network.Break(world.Network.Between(world.Gateway, world.Hugo).Single());
        world.Run(8);

        Assert.Equal(2, world.Alice.Notified(call).Count);
        Assert.Equal(TransferOutcome.Abandoned, Assert.Single(world.Gateway.Records).Outcome);
        world.AssertNobodyTalks();
        world.AssertLadder();
        world.AssertIdleAtLast();
    }

    [Fact]
    public void The_targets_connection_lost_while_it_rings_leaves_the_first_call()
    {
        var world = new VirtualWorld(rules: [VirtualWorld.Allow(OnFailure.Fail, "bridge")]);
        var call = world.Call(world.Alice, "1201");
        world.Alice.Do(new FarEndInput.Transfer(call, "3180"));
        world.Run(3);
        world.Network.Break(world.Network.Between(world.Gateway, world.Hugo).Single());
        world.Run(8);

        Assert.Equal(3, world.Alice.Notified(call).Count);
        world.AssertTalking(world.Alice, "1101", world.Bob, "1201");
        world.AssertLadder();
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }

    [Fact]
    public void A_half_closed_connection_of_a_joined_call_ends_it_at_both_sides()
    {
        var world = new VirtualWorld(rules: [VirtualWorld.Allow(OnFailure.Fail, "bridge")]);
        var call = world.Call(world.Alice, "3101");
        world.Alice.Do(new FarEndInput.Transfer(call, "1201"));
        world.Run(8);
        world.AssertTalking(world.Hugo, "3101", world.Bob, "1201");
        world.Network.HalfClose(world.Network.Between(world.Hugo, world.Gateway).Single());
        world.Run(2);

        world.AssertNobodyTalks();
        world.AssertIdleAtLast();
    }

    [Fact]
    public void Streams_in_pieces_of_any_size_make_no_difference()
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            var world = new VirtualWorld(seed) { Network = { Quality = NetworkQuality.Good with { Splits = true, Jitter = TimeSpan.FromMilliseconds(20) } } };
            var call = world.Call(world.Alice, "3101");
            var consultation = world.Call(world.Alice, "3201");
            world.Alice.Do(new FarEndInput.TransferTo(call, consultation));
            world.Run(8);
            world.AssertTalking(world.Hugo, "3101", world.Hanna, "3201");
            Assert.Equal("200 OK", world.Alice.Notified(call)[^1]);
        }
    }
}
