using System.Runtime.CompilerServices;
using Gateway.Engine.Transfers;
using Gateway.Lab;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>S17 to S22: the parties are in different networks, so the gateway joins them itself.</summary>
public class JoinAcrossDomains
{
    private readonly VirtualWorld world = new();

    [Fact]
    public void H323_and_SIP_are_joined_and_H323_told_of_it()
    {
        AssertJoins(world.Hugo, "3101", world.Bob, "1201");
        Assert.Equal("1201", VirtualWorld.ConnectionOf(world.Hugo, "3101").Party);
        Assert.Equal("3101", VirtualWorld.ConnectionOf(world.Bob, "1201").Party);
        AssertOver();
    }

    [Fact]
    public void SIP_and_H323_are_joined()
    {
        AssertJoins(world.Bob, "1201", world.Hugo, "3101");
        AssertOver();
    }

    [Fact]
    public void ISDN_and_H323_are_joined_and_H323_told_of_it()
    {
        AssertJoins(world.Switch, "4101", world.Hugo, "3101");
        Assert.Equal("4101", VirtualWorld.ConnectionOf(world.Hugo, "3101").Party);
        AssertOver();
    }

    [Fact]
    public void ISDN_and_SIP_are_joined()
    {
        AssertJoins(world.Switch, "4101", world.Bob, "1201");
        AssertOver();
    }

    [Fact]
    public void SIP_and_ISDN_are_joined()
    {
        AssertJoins(world.Bob, "1201", world.Switch, "4101");
        AssertOver();
    }

    [Fact]
    public void H323_and_QSIG_are_joined_and_both_told_of_it()
    {
        AssertJoins(world.Hugo, "3101", world.Pinx, "5101");
        Assert.Equal("5101", VirtualWorld.ConnectionOf(world.Hugo, "3101").Party);
        Assert.Equal("3101", VirtualWorld.ConnectionOf(world.Pinx, "5101").Party);
        AssertOver();
    }

    [Fact]
    public void SIP_and_SIP_are_joined()
    {
        AssertJoins(world.Bob, "1201", world.Carol, "1301");
        Assert.Equal("1301", VirtualWorld.ConnectionOf(world.Bob, "1201").Party);
        Assert.Equal("1201", VirtualWorld.ConnectionOf(world.Carol, "1301").Party);
        AssertOver();
    }

    [Fact]
    public void Two_ISDN_accesses_are_joined_without_asking_their_network()
    {
        AssertJoins(world.Switch, "4101", world.OtherSwitch, "6101");
        Assert.DoesNotContain(world.Transcript.Lines, line => line.Contains(" ect", StringComparison.Ordinal));
        AssertOver();
    }

    private void AssertJoins(FarNode transferee, string number, FarNode target, string targetNumber)
    {
        var call = world.Call(world.Alice, number);
        world.Alice.Do(new FarEndInput.Hold(call));
        world.Run(1);
        var consultation = world.Call(world.Alice, targetNumber);
        world.Alice.Do(new FarEndInput.TransferTo(call, consultation));
        world.Run(8);

        world.AssertTalking(transferee, number, target, targetNumber);
        Assert.Equal(["100 Trying", "200 OK"], world.Alice.Notified(call));
        Assert.Empty(world.Alice.Connections);
        Assert.Equal(TransferOutcome.Succeeded, Assert.Single(world.Gateway.Records).Outcome);
        var joined = Assert.Single(world.Gateway.Exchange.Engine.Calls);
        Assert.Empty(joined.Others);
    }

    private void AssertOver([CallerMemberName] string scenario = "")
    {
        world.AssertLadder(scenario);
        world.EverybodyHangsUp();
        world.AssertNobodyTalks();
        world.AssertIdleAtLast();
    }
}
