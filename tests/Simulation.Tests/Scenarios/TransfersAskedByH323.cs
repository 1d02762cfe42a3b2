using Gateway.Engine.Policy;
using Gateway.Engine.Transfers;
using Gateway.Lab;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>S43 and 2e.1: an H.323 endpoint asks, by callTransferInitiate, that the party on the other side of the gateway call somebody else.</summary>
public class TransfersAskedByH323
{
    private readonly VirtualWorld world = new(rules: [VirtualWorld.Allow(OnFailure.Fail, "bridge")]);

    [Theory]
    [InlineData("1201")]
    [InlineData("3201")]
    [InlineData("4101")]
    public void A_SIP_party_is_connected_to_whom_its_H323_party_says(string target)
    {
        var call = world.Call(world.Hugo, "1101");
        world.Hugo.Do(new FarEndInput.Transfer(call, target));
        world.Run(8);

        world.AssertTalking(world.Alice, "1101", target[0] switch { '1' => world.Bob, '3' => world.Hanna, _ => world.Switch }, target);
        Assert.True(world.Hugo.Saw<FarEndEvent.TransferEnded>().Succeeded);
        Assert.Empty(world.Hugo.Connections);
        if (target == "1201")
            world.AssertLadder();
        AssertOver(TransferOutcome.Succeeded);
    }

    [Fact]
    public void A_busy_target_is_told_as_an_error_and_the_call_stays()
    {
        var call = world.Call(world.Hugo, "1101");
        world.Hugo.Do(new FarEndInput.Transfer(call, "1286"));
        world.Run(8);

        Assert.False(world.Hugo.Saw<FarEndEvent.TransferEnded>().Succeeded);
        world.AssertTalking(world.Alice, "1101", world.Hugo, "3101");
        world.AssertLadder();
        AssertOver(TransferOutcome.Failed);
    }

    [Theory]
    [InlineData("1101", "1201")]
    [InlineData("1101", "3201")]
    [InlineData("4101", "1201")]
    [InlineData("3201", "1201")]
    public void An_H323_party_connects_its_two_calls_by_an_identity_of_ours(string transferee, string target)
    {
        var call = world.Call(world.Hugo, transferee);
        var consultation = world.Call(world.Hugo, target);
        world.Hugo.Do(new FarEndInput.TransferTo(call, consultation));
        world.Run(8);

        Assert.True(world.Hugo.Saw<FarEndEvent.TransferEnded>().Succeeded);
        world.AssertTalking(NodeOf(transferee), transferee, NodeOf(target), target);
        Assert.Empty(world.Hugo.Connections);
        if (transferee == "1101" && target == "1201")
            world.AssertLadder();
        AssertOver(TransferOutcome.Succeeded);
    }

    [Fact]
    public void Identification_that_no_rule_allows_is_refused_and_both_calls_stay()
    {
        var strict = new VirtualWorld(rules: []);
        var call = strict.Call(strict.Hugo, "1101");
        var consultation = strict.Call(strict.Hugo, "1201");
        strict.Hugo.Do(new FarEndInput.TransferTo(call, consultation));
        strict.Run(8);

        Assert.Equal("SupplementaryServiceInteractionNotAllowed", strict.Hugo.Saw<FarEndEvent.TransferEnded>().Why);
        strict.AssertTalking(strict.Alice, "1101", strict.Hugo, "3101");
        strict.AssertTalking(strict.Bob, "1201", strict.Hugo, "3101");
        strict.AssertLadder();
        strict.EverybodyHangsUp();
        strict.AssertIdleAtLast();
    }

    [Fact]
    public void An_endpoint_that_shows_the_identity_takes_the_place_of_who_asked_for_it()
    {
        var world = new VirtualWorld(rules: [VirtualWorld.Allow(OnFailure.Fail, "bridge")], with: settings => settings with
        {
            Peers = [.. settings.Peers, new(new("heinz"), Gateway.Exchange.PeerProtocol.H323, new(System.Net.IPAddress.Parse("10.0.3.3"), 1720))],
        });
        var heinz = world.EndpointBefore(world.Hugo, "heinz", 3, "3301");
        world.Call(heinz, "3101");
        var call = VirtualWorld.ConnectionOf(world.Hugo, "3101").Call;
        var consultation = world.Call(world.Hugo, "1201");
        world.Hugo.Do(new FarEndInput.TransferTo(call, consultation));
        world.Run(8);

        world.AssertTalking(heinz, "3301", world.Bob, "1201");
        Assert.True(world.Hugo.Saw<FarEndEvent.TransferEnded>().Succeeded);
        Assert.Empty(world.Hugo.Connections);
        world.AssertLadder();
        foreach (var connection in heinz.Connections)
            heinz.Do(new FarEndInput.HangUp(connection.Call));
        world.EverybodyHangsUp();
        world.AssertIdleAtLast();
    }

    private FarNode NodeOf(string number) => number[..2] switch
    {
        "11" => world.Alice,
        "12" => world.Bob,
        "32" => world.Hanna,
        _ => world.Switch,
    };

    private void AssertOver(TransferOutcome outcome)
    {
        Assert.Equal(outcome, Assert.Single(world.Gateway.Records).Outcome);
        world.EverybodyHangsUp();
        world.AssertNobodyTalks();
        world.AssertIdleAtLast();
    }
}
