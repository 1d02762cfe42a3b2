using Gateway.Codecs.H323.H450;
using Gateway.Engine.Transfers;
using Gateway.Lab;
using Simulation.Tests.Peers;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>S11 to S16: transferee and target are both H.323, and the target is in a call with the transferor.</summary>
public class AttendedByH450
{
    private readonly VirtualWorld world = new();
    private readonly FarEndCall call;

    public AttendedByH450() => call = world.Call(world.Alice, "3101");

    [Fact]
    public void The_target_is_identified_and_the_transferee_calls_it()
    {
        var consultation = Consult();
        world.Alice.Do(new FarEndInput.TransferTo(call, consultation));
        world.Run(10);

        world.AssertTalking(world.Hugo, "3101", world.Hanna, "3201");
        Assert.Equal(["100 Trying", "200 OK"], world.Alice.Notified(call));
        Assert.True(world.Hanna.HasSeen<FarEndEvent.Moved>());
        Assert.Equal(TransferOutcome.Succeeded, Assert.Single(world.Gateway.Records).Outcome);
        Assert.Empty(world.Gateway.Exchange.Engine.Calls);
        world.AssertLadder();
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }

    [Fact]
    public void A_target_that_refuses_to_be_identified_is_joined_here()
    {
        var consultation = Consult();
        world.Instead(world.Hanna, OperationCode.CallTransferIdentify, H450Words.InteractionNotAllowed);
        AssertJoined(consultation);
        world.AssertLadder();
    }

    [Fact]
    public void A_transferee_that_refuses_is_joined_here_and_the_identity_taken_back()
    {
        var consultation = Consult();
        world.Instead(world.Hugo, OperationCode.CallTransferInitiate, H450Words.UnrecognizedCallIdentity);
        AssertJoined(consultation);
        Assert.Contains(world.Transcript.Lines, line => line.Contains("callTransferAbandon", StringComparison.Ordinal));
        world.AssertLadder();
    }

    [Fact]
    public void A_target_that_stays_silent_for_CT_T1_is_joined_here()
    {
        var consultation = Consult();
        world.Instead(world.Hanna, OperationCode.CallTransferIdentify, null);
        world.Alice.Do(new FarEndInput.TransferTo(call, consultation));
        world.Run(9.9);
        Assert.Equal(["100 Trying"], world.Alice.Notified(call));
        world.Run(10);
        world.AssertTalking(world.Hugo, "3101", world.Hanna, "3201");
        Assert.Equal(["100 Trying", "200 OK"], world.Alice.Notified(call));
        Assert.Contains(world.Transcript.Lines, line => line.Contains("callTransferAbandon", StringComparison.Ordinal));
        world.AssertLadder();
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }

    [Fact]
    public void Both_parties_held_by_the_transferor_hear_each_other_after_a_join()
    {
        world.Alice.Do(new FarEndInput.Hold(call));
        world.Run(1);
        var consultation = Consult();
        world.Alice.Do(new FarEndInput.Hold(consultation));
        world.Run(1);
        world.Instead(world.Hanna, OperationCode.CallTransferIdentify, H450Words.InteractionNotAllowed);
        AssertJoined(consultation);
        world.AssertLadder();
    }

    private FarEndCall Consult() => world.Call(world.Alice, "3201");

    private void AssertJoined(FarEndCall consultation)
    {
        world.Alice.Do(new FarEndInput.TransferTo(call, consultation));
        world.Run(10);
        world.AssertTalking(world.Hugo, "3101", world.Hanna, "3201");
        Assert.Equal(["100 Trying", "200 OK"], world.Alice.Notified(call));
        Assert.Equal(TransferOutcome.FellBack, Assert.Single(world.Gateway.Records).Outcome);
        Assert.Equal("3201", VirtualWorld.ConnectionOf(world.Hugo, "3101").Party);
        Assert.Equal("3101", VirtualWorld.ConnectionOf(world.Hanna, "3201").Party);
        Assert.Empty(world.Alice.Connections);
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }
}
