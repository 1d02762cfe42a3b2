using Gateway.Codecs.H323.H450;
using Gateway.Engine.Policy;
using Gateway.Engine.Transfers;
using Gateway.Lab;
using Simulation.Tests.Peers;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>S03 to S09: the transferee does not, or not in time, do what it is asked. Whoever talked before talks after.</summary>
public class BlindByH450Refused
{
    [Fact]
    public void A_peer_without_H450_is_joined_with_the_target_by_the_gateway()
    {
        var (world, call) = Call(OnFailure.FallBack);
        world.Instead(world.Hugo, OperationCode.CallTransferInitiate, H450Words.UnrecognizedOperation);
        world.Alice.Do(new FarEndInput.Transfer(call, "3201"));
        world.Run(5);

        world.AssertTalking(world.Hugo, "3101", world.Hanna, "3201");
        Assert.Equal(["100 Trying", "180 Ringing", "200 OK"], world.Alice.Notified(call));
        Assert.Equal(TransferOutcome.FellBack, Assert.Single(world.Gateway.Records).Outcome);
        Assert.Equal("3201", VirtualWorld.ConnectionOf(world.Hugo, "3101").Party);
        world.AssertLadder();

        // It is not asked again for a while.
        var second = world.Call(world.Alice, "3111");
        world.Alice.Do(new FarEndInput.Transfer(second, "3211"));
        world.Run(5);
        Assert.Equal(["bridge"], world.Gateway.Records[1].MethodsTried);
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }

    [Fact]
    public void A_peer_without_H450_is_501_when_there_is_no_other_way()
    {
        var (world, call) = Call(OnFailure.Fail);
        world.Instead(world.Hugo, OperationCode.CallTransferInitiate, H450Words.UnrecognizedOperation);
        AssertStays(world, call, "501 Not Implemented Q.850;cause=69");
        world.AssertLadder();
    }

    [Fact]
    public void A_number_that_is_none_is_484()
    {
        var (world, call) = Call(OnFailure.Fail);
        world.Instead(world.Hugo, OperationCode.CallTransferInitiate, H450Words.InvalidReroutingNumber);
        AssertStays(world, call, "484 Address Incomplete");
        world.AssertLadder();
    }

    [Fact]
    public void A_failure_with_a_cause_beside_it_is_that_cause()
    {
        var (world, call) = Call(OnFailure.Fail);
        world.Instead(world.Hugo, OperationCode.CallTransferInitiate, H450Words.EstablishmentFailure, cause: 17);
        AssertStays(world, call, "486 Busy Here Q.850;cause=17");
        world.AssertLadder();
    }

    [Fact]
    public void A_failure_without_a_cause_is_503()
    {
        var (world, call) = Call(OnFailure.Fail);
        world.Instead(world.Hugo, OperationCode.CallTransferInitiate, H450Words.EstablishmentFailure);
        AssertStays(world, call, "503 Service Unavailable Q.850;cause=41");
    }

    [Fact]
    public void Silence_is_504_exactly_when_CT_T3_expires()
    {
        var (world, call) = Call(OnFailure.Fail);
        world.Instead(world.Hugo, OperationCode.CallTransferInitiate, null);
        world.Alice.Do(new FarEndInput.Transfer(call, "3201"));
        var asked = world.Now + world.Network.Quality.Delay;
        world.Run(60);

        Assert.Equal(2, world.Alice.Notified(call).Count);
        Assert.StartsWith("504 Server Time-out Q.850;cause=102", world.Alice.Notified(call)[^1], StringComparison.Ordinal);
        var told = world.Alice.SeenAt[world.Alice.Seen.FindIndex(seen => seen is FarEndEvent.TransferProgress { Status: 504 })];
        Assert.Equal(asked + TimeSpan.FromSeconds(25) + world.Network.Quality.Delay, told);
        world.AssertTalking(world.Alice, "1101", world.Hugo, "3101");
        world.AssertLadder();
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }

    [Fact]
    public void A_transferee_that_releases_takes_the_call_with_it()
    {
        var (world, call) = Call(OnFailure.FallBack);
        world.Instead(world.Hugo, OperationCode.CallTransferInitiate, null);
        world.Alice.Do(new FarEndInput.Transfer(call, "3201"));
        world.Run(1);
        world.Hugo.Do(new FarEndInput.HangUp(VirtualWorld.ConnectionOf(world.Hugo, "3101").Call));
        world.Run(5);

        Assert.StartsWith("480", world.Alice.Notified(call)[^1], StringComparison.Ordinal);
        Assert.Equal(TransferOutcome.Abandoned, Assert.Single(world.Gateway.Records).Outcome);
        world.AssertNobodyTalks();
        world.AssertLadder();
        world.AssertIdleAtLast();
    }

    private static (VirtualWorld, FarEndCall) Call(OnFailure onFailure)
    {
        var world = new VirtualWorld(rules: [VirtualWorld.Allow(onFailure, "h450", "bridge")]);
        return (world, world.Call(world.Alice, "3101"));
    }

    // The first call is as it was, can be used, and can be transferred again.
    private static void AssertStays(VirtualWorld world, FarEndCall call, string final)
    {
        world.Alice.Do(new FarEndInput.Transfer(call, "3201"));
        world.Run(5);
        world.AssertTalking(world.Alice, "1101", world.Hugo, "3101");
        Assert.Equal(2, world.Alice.Notified(call).Count);
        Assert.StartsWith(final, world.Alice.Notified(call)[1], StringComparison.Ordinal);
        Assert.Equal(TransferOutcome.Failed, Assert.Single(world.Gateway.Records).Outcome);
        Assert.DoesNotContain(world.Hanna.Seen, seen => seen is FarEndEvent.CalledBy);
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }
}
