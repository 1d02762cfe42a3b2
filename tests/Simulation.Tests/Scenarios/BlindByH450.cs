using Gateway.Codecs.H323.H450;
using Gateway.Engine.Transfers;
using Gateway.Lab;
using Simulation.Tests.Peers;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>S01, S02, S10: the H.323 transferee calls the target itself, and tells so in RELEASE COMPLETE or in FACILITY.</summary>
public class BlindByH450
{
    private readonly VirtualWorld world = new();
    private readonly FarEndCall call;

    public BlindByH450() => call = world.Call(world.Alice, "3101");

    [Fact]
    public void A_result_in_release_complete_is_success()
    {
        world.Alice.Do(new FarEndInput.Transfer(call, "3201"));
        world.Run(5);

        world.AssertTalking(world.Hugo, "3101", world.Hanna, "3201");
        Assert.Equal(["100 Trying", "200 OK"], world.Alice.Notified(call));
        Assert.Empty(world.Alice.Connections);
        world.AssertLadder();
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }

    [Fact]
    public void A_result_in_facility_is_success_and_the_first_call_is_cleared()
    {
        world.Instead(world.Hugo, OperationCode.CallTransferInitiate, H450Words.Result);
        world.Alice.Do(new FarEndInput.Transfer(call, "3201"));
        world.Run(10);

        Assert.Equal(["100 Trying", "200 OK"], world.Alice.Notified(call));
        Assert.Equal(16, world.Hugo.Saw<FarEndEvent.Released>().Cause);
        Assert.Equal(TransferOutcome.Succeeded, Assert.Single(world.Gateway.Records).Outcome);
        world.AssertLadder();
        world.AssertNobodyTalks();
        world.AssertIdleAtLast();
    }

    [Fact]
    public void A_transferor_that_hangs_up_at_once_is_told_the_outcome_all_the_same()
    {
        world.Alice.Do(new FarEndInput.Transfer(call, "3201", LeaveAtOnce: true));
        world.Run(5);

        world.AssertTalking(world.Hugo, "3101", world.Hanna, "3201");
        Assert.Equal(["100 Trying", "200 OK"], world.Alice.Notified(call));
        world.AssertLadder();
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }
}
