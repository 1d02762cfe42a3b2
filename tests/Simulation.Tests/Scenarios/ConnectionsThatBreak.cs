using System.Net;
using Gateway.Codecs.H323.H450;
using Gateway.Engine.Policy;
using Gateway.Engine.Transfers;
using Gateway.Lab;
using Gateway.Sip;
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
    public void The_transferors_SIP_connection_lost_while_the_target_rings_is_not_missed()
    {
        var (world, dora, lose) = OverTcp();
        dora.Invite("1201");
        world.Run(3);
        dora.Say("REFER", "1201", "Contact: <sip:dora@10.0.1.4;transport=tcp>\nRefer-To: <sip:1301@10.0.0.1>\n");
        world.Run(0.5);
        lose();
        world.Run(10);

        // RFC 3261 12.2.1.1: requests then go to her Contact, wherever she connected from.
        Assert.Equal(["100 Trying", "180 Ringing", "200 OK"], dora.Told);
        Assert.Equal(16, Assert.Single(dora.Requests("BYE")).Reasons[0].Cause);
        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        Assert.Equal(TransferOutcome.Succeeded, Assert.Single(world.Gateway.Records).Outcome);
        world.AssertLadder();
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }

    [Fact]
    public void A_SIP_connection_lost_while_its_call_rings_has_the_answer_sent_to_whom_the_Via_names()
    {
        var (world, dora, lose) = OverTcp();
        dora.Invite("1201");
        world.Run(1);
        lose();
        world.Run(5);

        // RFC 3261 18.2.2: a connection that is gone is opened anew, to received and the port of sent-by.
        Assert.Equal(200, dora.Answer("INVITE").Status);
        Assert.Equal(new MediaPoint.Rtp(dora.Ear), VirtualWorld.ConnectionOf(world.Bob, "1201").Remote);
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

    /// <summary>Dora, over TCP; from where she connected nothing is heard any more once that connection is lost, and then she speaks over another.</summary>
    private static (VirtualWorld World, LiteralPhone Dora, Action Lose) OverTcp()
    {
        var door = new Listener(SipTransport.Tcp, "10.0.0.1", 5060);
        var world = new VirtualWorld(rules: [VirtualWorld.Allow(OnFailure.Fail, "bridge")], with: settings => VirtualWorld.Knowing(settings, "dora", 4) with
        {
            SipDoors = [.. settings.SipDoors, door],
        });
        var dora = world.Literal("dora", 4);
        var place = new IPEndPoint(dora.Address, 40001);
        world.Network.Hear(place, dora);
        dora.Speaks = new Listener(SipTransport.Tcp, "10.0.1.4", place.Port);
        return (world, dora, () =>
        {
            dora.Speaks = dora.Speaks with { Port = 5060 };
            world.Network.Break(place, world.Gateway);
        });
    }
}
