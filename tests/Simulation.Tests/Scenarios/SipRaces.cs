using Gateway.Codecs.Sip.Messages;
using Gateway.Engine.Policy;
using Gateway.Engine.Transfers;
using Gateway.Lab;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>1.11 between three SIP telephones: two things happen at once.</summary>
public class SipRaces
{
    private readonly VirtualWorld world = new(rules: [VirtualWorld.Allow(OnFailure.Fail, "bridge")]);
    private readonly FarEndCall call;

    public SipRaces() => call = world.Call(world.Alice, "1201");

    [Fact]
    public void Of_two_who_transfer_each_other_the_first_does_and_the_second_is_491()
    {
        var bobs = VirtualWorld.ConnectionOf(world.Bob, "1201").Call;
        world.Alice.Do(new FarEndInput.Transfer(call, "1301"));
        world.Bob.Do(new FarEndInput.Transfer(bobs, "1301"));
        world.Run(8);

        Assert.Equal(["100 Trying", "180 Ringing", "200 OK"], world.Alice.Notified(call));
        Assert.Equal("491 Request Pending", world.Bob.Saw<FarEndEvent.TransferEnded>().Why);
        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        Assert.Empty(world.Alice.Connections);
        world.AssertLadder();
        AssertOver(TransferOutcome.Succeeded, TransferOutcome.Refused);
    }

    [Fact]
    public void A_target_that_answers_as_it_is_handed_over_is_joined()
    {
        // Carol rings for two seconds; her 200 and the REFER reach the gateway in the same instant, and hers is first.
        var consultation = VirtualWorld.Dial(world.Alice, "1301");
        world.Run(2.010);
        world.Alice.Do(new FarEndInput.TransferTo(call, consultation));
        world.Run(8);

        Assert.Equal(["100 Trying", "200 OK"], world.Alice.Notified(call));
        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        Assert.Empty(world.Alice.Connections);
        world.AssertLadder();
        AssertOver(TransferOutcome.Succeeded);
    }

    [Fact]
    public void A_target_that_hangs_up_as_it_is_handed_over_leaves_the_first_call()
    {
        var consultation = world.Call(world.Alice, "1301");
        world.Alice.Do(new FarEndInput.TransferTo(call, consultation));
        world.Carol.Do(new FarEndInput.HangUp(VirtualWorld.ConnectionOf(world.Carol, "1301").Call));
        world.Run(8);

        Assert.Equal(2, world.Alice.Notified(call).Count);
        Assert.StartsWith("480", world.Alice.Notified(call)[^1], StringComparison.Ordinal);
        world.AssertTalking(world.Alice, "1101", world.Bob, "1201");
        Assert.Empty(world.Carol.Connections);
        world.AssertLadder();
        AssertOver(TransferOutcome.Failed);
    }

    [Fact]
    public void A_transferor_that_hangs_up_as_the_last_NOTIFY_comes_hears_it_all_the_same()
    {
        world.Alice.Do(new FarEndInput.Transfer(call, "1301"));
        world.RunUntil(() => world.Gateway.Records.Count > 0, "the end of the transfer");
        world.Alice.Do(new FarEndInput.HangUp(call));
        world.Run(8);

        Assert.Equal(["100 Trying", "180 Ringing", "200 OK"], world.Alice.Notified(call));
        Assert.Equal(1, world.Transcript.Lines.Count(line => line.Contains("> gateway       BYE", StringComparison.Ordinal)));
        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        world.AssertLadder();
        AssertOver(TransferOutcome.Succeeded);
    }

    [Fact]
    public void Two_attended_transfers_in_opposite_directions_join_the_same_two()
    {
        // Each talks to both others, and both want to leave; Bob is being asked for new media when his REFER comes.
        var toCarol = world.Call(world.Alice, "1301");
        var bobs = VirtualWorld.ConnectionOf(world.Bob, "1201").Call;
        var bobToCarol = world.Call(world.Bob, "1301");
        world.Alice.Do(new FarEndInput.TransferTo(call, toCarol));
        world.Bob.Do(new FarEndInput.TransferTo(bobs, bobToCarol));
        world.Run(8);

        Assert.Equal("200 OK", world.Alice.Notified(call)[^1]);
        Assert.Equal("491 Request Pending", world.Bob.Saw<FarEndEvent.TransferEnded>().Why);
        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        // Bob's call to Carol, which he could not hand over, is still there.
        Assert.Equal((2, 2), (world.Bob.Connections.Count, world.Carol.Connections.Count));
        Assert.Empty(world.Alice.Connections);
        world.AssertLadder();
        AssertOver(TransferOutcome.Succeeded);
    }

    private void AssertOver(params TransferOutcome[] outcomes)
    {
        Assert.Equal(outcomes.Order(), world.Gateway.Records.Select(record => record.Outcome).Order());
        world.EverybodyHangsUp();
        world.AssertNobodyTalks();
        world.AssertIdleAtLast();
    }
}
