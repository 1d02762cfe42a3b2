using Gateway.Codecs.Sip.Messages;
using Gateway.Engine.Policy;
using Gateway.Lab;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>S63: requests and responses that get lost are repeated, and nothing happens twice by it.</summary>
public class LossyDatagrams
{
    [Fact]
    public void A_REFER_whose_answer_is_lost_is_one_transfer()
    {
        var world = new VirtualWorld();
        var call = world.Call(world.Alice, "3101");
        var lost = 0;
        world.Network.MeddleSip = (from, message) =>
            from == world.Gateway && message is SipResponse { CSeq.Method: var method } && method == SipMethod.Refer && ++lost <= 2 ? null : message;
        world.Alice.Do(new FarEndInput.Transfer(call, "3201"));
        world.Run(8);

        world.AssertTalking(world.Hugo, "3101", world.Hanna, "3201");
        Assert.Single(world.Gateway.Records);
        Assert.Single(world.Transcript.Lines, line => line.Contains("callTransferInitiate", StringComparison.Ordinal));
        world.AssertLadder();
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }

    [Fact]
    public void A_transfer_survives_a_network_that_loses_repeats_and_overtakes()
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            var world = new VirtualWorld(seed, [VirtualWorld.Allow(OnFailure.Fail, "bridge")]);
            var call = world.Call(world.Alice, "4101");
            world.Network.Quality = new NetworkQuality { Jitter = TimeSpan.FromMilliseconds(40), LossPercent = 10, DuplicatePercent = 15 };
            world.Alice.Do(new FarEndInput.Transfer(call, "4201"));
            world.Run(60);
            Assert.True(world.Gateway.Records.Count == 1, $"seed {seed}");
            Assert.True(world.Alice.Notified(call) is [.., "200 OK"], $"seed {seed}: {string.Join(", ", world.Alice.Notified(call))}");
        }
    }
}
