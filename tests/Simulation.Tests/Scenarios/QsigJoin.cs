using Gateway.Lab;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>Two QSIG legs joined in the gateway, each end told of the other by callTransferComplete.</summary>
public class QsigJoin
{
    private readonly VirtualWorld world = new();
    private readonly FarEndCall call;

    public QsigJoin() => call = world.Call(world.Alice, "5101");

    [Fact]
    public void Attended()
    {
        var consultation = world.Call(world.Alice, "5201");
        world.Alice.Do(new FarEndInput.TransferTo(call, consultation));
        world.Run(8);
        AssertJoined();
        Assert.Equal(["100 Trying", "200 OK"], world.Alice.Notified(call));
        world.AssertLadder("Two_QSIG_calls_are_joined_and_each_end_told_of_the_other");
        AssertOver();
    }

    [Fact]
    public void Blind()
    {
        world.Alice.Do(new FarEndInput.Transfer(call, "5201"));
        world.Run(8);
        AssertJoined();
        Assert.Equal(["100 Trying", "180 Ringing", "200 OK"], world.Alice.Notified(call));
        world.AssertLadder("A_QSIG_target_is_announced_while_it_rings");
        AssertOver();
    }

    private void AssertJoined()
    {
        world.AssertTalking(world.Pinx, "5101", world.Pinx, "5201");
        Assert.Equal("5201", VirtualWorld.ConnectionOf(world.Pinx, "5101").Party);
        Assert.Equal("5101", VirtualWorld.ConnectionOf(world.Pinx, "5201").Party);
        Assert.Empty(world.Alice.Connections);
    }

    private void AssertOver()
    {
        world.EverybodyHangsUp();
        world.AssertNobodyTalks();
        world.AssertIdleAtLast();
    }
}
