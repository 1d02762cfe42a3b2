using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Isdn.Facility.Etsi;
using Gateway.Engine.Transfers;
using Gateway.Lab;
using Simulation.Tests.Peers;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>S23 to S29: both parties are in the ISDN, and its network joins them.</summary>
public class ExplicitCallTransfer
{
    private readonly VirtualWorld world = new();
    private readonly FarEndCall call;

    public ExplicitCallTransfer() => call = world.Call(world.Alice, "4101");

    [Fact]
    public void Two_calls_of_one_access_are_joined_by_the_network()
    {
        var consultation = world.Call(world.Alice, "4201");
        world.Alice.Do(new FarEndInput.TransferTo(call, consultation));
        world.Run(8);

        AssertJoinedInside("4101", "4201");
        Assert.Equal(["100 Trying", "200 OK"], world.Alice.Notified(call));
        world.AssertLadder();
        AssertOver(TransferOutcome.Succeeded);
    }

    [Fact]
    public void A_blind_transfer_calls_the_target_beside_the_transferee_and_joins_at_connect()
    {
        world.Alice.Do(new FarEndInput.Transfer(call, "4201"));
        world.Run(8);

        AssertJoinedInside("4101", "4201");
        Assert.Equal(["100 Trying", "180 Ringing", "200 OK"], world.Alice.Notified(call));
        world.AssertLadder();
        AssertOver(TransferOutcome.Succeeded);
    }

    [Fact]
    public void A_busy_target_is_486_with_the_cause_and_its_location()
    {
        world.Alice.Do(new FarEndInput.Transfer(call, "4286"));
        world.Run(8);

        Assert.Equal(2, world.Alice.Notified(call).Count);
        Assert.StartsWith("486 Busy Here Q.850;cause=17", world.Alice.Notified(call)[1], StringComparison.Ordinal);
        Assert.Contains("location=U", world.Alice.Notified(call)[1], StringComparison.Ordinal);
        world.AssertTalking(world.Alice, "1101", world.Switch, "4101");
        world.AssertLadder();
        AssertOver(TransferOutcome.Failed);
    }

    [Fact]
    public void A_target_that_never_answers_is_480_and_its_call_released()
    {
        world.Alice.Do(new FarEndInput.Transfer(call, "4280"));
        world.Run(200);

        Assert.StartsWith("480", world.Alice.Notified(call)[^1], StringComparison.Ordinal);
        Assert.Contains("Q.850;cause=19", world.Alice.Notified(call)[^1], StringComparison.Ordinal);
        world.AssertTalking(world.Alice, "1101", world.Switch, "4101");
        Assert.Single(world.Switch.Connections);
        world.AssertLadder();
        AssertOver(TransferOutcome.Failed);
    }

    [Fact]
    public void A_network_that_does_not_answer_the_link_request_is_not_needed()
    {
        var consultation = world.Call(world.Alice, "4201");
        world.Replace(world.Gateway, component => component is Component.Invoke invoke && Operation.Decode(FacilityVariant.Etsi, invoke, out _) is EctLinkIdRequest ? null : component);
        world.Alice.Do(new FarEndInput.TransferTo(call, consultation));
        world.Run(10);

        world.AssertTalking(world.Switch, "4101", world.Switch, "4201");
        Assert.Equal(["100 Trying", "200 OK"], world.Alice.Notified(call));
        world.AssertLadder();
        AssertOver(TransferOutcome.FellBack);
    }

    [Fact]
    public void A_network_that_refuses_to_join_is_not_needed()
    {
        var consultation = world.Call(world.Alice, "4201");
        world.Replace(world.Gateway, component => component is Component.Invoke invoke && Operation.Decode(FacilityVariant.Etsi, invoke, out _) is ExplicitEctExecute execute
            ? new ExplicitEctExecute(execute.LinkId + 1).ToInvoke(invoke.InvokeId)
            : component);
        world.Alice.Do(new FarEndInput.TransferTo(call, consultation));
        world.Run(10);

        world.AssertTalking(world.Switch, "4101", world.Switch, "4201");
        Assert.Equal(["100 Trying", "200 OK"], world.Alice.Notified(call));
        world.AssertLadder();
        AssertOver(TransferOutcome.FellBack);
    }

    private void AssertJoinedInside(string one, string other)
    {
        Assert.Equal(other, VirtualWorld.ConnectionOf(world.Switch, one).Party);
        Assert.Equal(one, VirtualWorld.ConnectionOf(world.Switch, other).Party);
        Assert.IsType<MediaPoint.Inside>(VirtualWorld.ConnectionOf(world.Switch, one).Remote);
        Assert.IsType<MediaPoint.Inside>(VirtualWorld.ConnectionOf(world.Switch, other).Remote);
        Assert.Empty(world.Alice.Connections);
        Assert.Empty(world.Gateway.Exchange.Engine.Calls);
    }

    private void AssertOver(TransferOutcome outcome)
    {
        Assert.Equal(outcome, Assert.Single(world.Gateway.Records).Outcome);
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }
}
