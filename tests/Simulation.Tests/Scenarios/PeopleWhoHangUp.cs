using Gateway.Engine.Policy;
using Gateway.Engine.Transfers;
using Gateway.Lab;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>Somebody goes while a transfer is under way.</summary>
public class PeopleWhoHangUp
{
    private readonly VirtualWorld world = new(rules: [VirtualWorld.Allow(OnFailure.Fail, "bridge")]);
    private readonly FarEndCall call;

    public PeopleWhoHangUp() => call = world.Call(world.Alice, "3101");

    [Fact]
    public void A_transferee_that_goes_while_the_target_rings_ends_it_for_all()
    {
        world.Alice.Do(new FarEndInput.Transfer(call, "1280"));
        world.Run(3);
        world.Hugo.Do(new FarEndInput.HangUp(VirtualWorld.ConnectionOf(world.Hugo, "3101").Call));
        world.Run(5);

        Assert.Equal(["100 Trying", "180 Ringing"], world.Alice.Notified(call).Take(2));
        Assert.StartsWith("480", world.Alice.Notified(call)[2], StringComparison.Ordinal);
        Assert.Contains(world.Transcript.Lines, line => line.Contains("gateway > bob         CANCEL", StringComparison.Ordinal));
        world.AssertNobodyTalks();
        world.AssertLadder();
        AssertOver(TransferOutcome.Abandoned);
    }

    [Fact]
    public void A_target_that_goes_before_anything_was_done_leaves_the_first_call()
    {
        var consultation = world.Call(world.Alice, "1201");
        world.Bob.Do(new FarEndInput.HangUp(VirtualWorld.ConnectionOf(world.Bob, "1201").Call));
        world.Alice.Do(new FarEndInput.TransferTo(call, consultation));
        world.Run(5);

        Assert.StartsWith("603", world.Alice.Notified(call)[^1], StringComparison.Ordinal);
        world.AssertTalking(world.Alice, "1101", world.Hugo, "3101");
        world.AssertLadder();
        AssertOver(TransferOutcome.Failed);
    }

    [Fact]
    public void A_target_that_goes_while_it_is_joined_leaves_the_first_call()
    {
        var consultation = world.Call(world.Alice, "1201");
        world.Alice.Do(new FarEndInput.TransferTo(call, consultation));
        world.Run(0.008);
        world.Bob.Do(new FarEndInput.HangUp(VirtualWorld.ConnectionOf(world.Bob, "1201").Call));
        world.Run(8);

        Assert.StartsWith("480", world.Alice.Notified(call)[^1], StringComparison.Ordinal);
        world.AssertTalking(world.Alice, "1101", world.Hugo, "3101");
        world.AssertLadder();
        AssertOver(TransferOutcome.Failed);
    }

    [Fact]
    public void A_transferor_that_goes_while_the_target_rings_is_not_missed()
    {
        world.Alice.Do(new FarEndInput.Transfer(call, "1201", LeaveAtOnce: true));
        world.Run(8);

        Assert.Equal(["100 Trying", "180 Ringing", "200 OK"], world.Alice.Notified(call));
        world.AssertTalking(world.Hugo, "3101", world.Bob, "1201");
        world.AssertLadder();
        AssertOver(TransferOutcome.Succeeded);
    }

    [Fact]
    public void A_transferee_whose_transferor_went_and_whose_target_is_busy_is_released()
    {
        world.Alice.Do(new FarEndInput.Transfer(call, "1286", LeaveAtOnce: true));
        world.Run(8);

        Assert.StartsWith("486", world.Alice.Notified(call)[^1], StringComparison.Ordinal);
        world.AssertNobodyTalks();
        world.AssertLadder();
        AssertOver(TransferOutcome.Failed);
    }

    private void AssertOver(TransferOutcome outcome)
    {
        Assert.Equal(outcome, Assert.Single(world.Gateway.Records).Outcome);
        world.EverybodyHangsUp();
        world.AssertNobodyTalks();
        world.AssertIdleAtLast();
    }
}
