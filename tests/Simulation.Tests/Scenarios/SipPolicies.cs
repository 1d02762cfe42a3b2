using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Engine;
using Gateway.Engine.Policy;
using Gateway.Engine.Routing;
using Gateway.Engine.Transfers;
using Gateway.Exchange;
using Gateway.Lab;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>S67 to S71 between SIP telephones: who may not be called, who may not ask, and whose call stays where it is.</summary>
public class SipPolicies
{
    private static readonly TransferRule Bridge = VirtualWorld.Allow(OnFailure.FallBack, "bridge");

    private static readonly string[] Spellings =
    [
        "<sip:+19005550100@10.0.0.1;user=phone>",
        "<tel:+1-900-555-0100>",
        "<sip:%2B1%39005550100@10.0.0.1>",
        "<sip:+1.900.(555).0100@10.0.0.1>",
        "<sip:19005550100@10.0.0.1>",
        "<sip:0019005550100@10.0.0.1;phone-context=example.net>",
    ];

    [Fact]
    public void A_premium_number_is_refused_however_it_is_spelt()
    {
        var world = new VirtualWorld(rules: [Bridge], with: settings => VirtualWorld.Knowing(settings, "dora", 4) with
        {
            Engine = settings.Engine with
            {
                Numbering =
                [
                    new NumberingRule { Id = "international", Stage = NumberingStage.TransferTarget, Match = "00*", Replace = "+*" },
                    new NumberingRule { Id = "national", Stage = NumberingStage.TransferTarget, Match = "1900*", Replace = "+1900*" },
                ],
                Routes = [.. settings.Engine.Routes, new Route { Id = "premium", Called = "+1900*", To = "carol" }],
                Transfers = settings.Engine.Transfers with { DeniedTargets = ["+1900*"] },
            },
        });
        var dora = world.Literal("dora", 4);
        dora.Invite("1201");
        world.Run(3);
        foreach (var spelling in Spellings)
        {
            dora.Say("REFER", "1201", $"Contact: <sip:dora@10.0.1.4>\nRefer-To: {spelling}\n");
            world.Run(1);
            Assert.Equal(603, dora.Answer("REFER").Status);
        }

        Assert.All(world.Gateway.Records, record => Assert.Equal((TransferOutcome.Refused, "+19005550100", "denied-targets"), (record.Outcome, record.TargetParty!.Number, record.Rules[^1])));
        Assert.Equal(Spellings.Length, world.Gateway.Records.Count);
        Assert.Empty(dora.Told);
        Assert.Empty(world.Carol.Seen);
        Assert.Equal(new MediaPoint.Rtp(dora.Ear), VirtualWorld.ConnectionOf(world.Bob, "1201").Remote);
        world.AssertLadder();
        AssertOver(world, dora);
    }

    [Fact]
    public void Whom_nobody_is_to_be_sent_to_from_now_on_is_refused_from_now_on()
    {
        var world = new VirtualWorld(rules: [Bridge]);
        var call = world.Call(world.Alice, "1201");
        world.Alice.Do(new FarEndInput.Transfer(call, "1386"));
        world.Run(5);
        world.Gateway.Adopt("13* is not to be called any more", settings => Denying(settings, "13*"));
        world.Alice.Do(new FarEndInput.Transfer(call, "1301"));
        world.Run(3);
        // A list that cannot be read changes nothing: what was forbidden stays so.
        world.Gateway.Adopt("a list that cannot be read", settings => Denying(settings, "~("));
        world.Alice.Do(new FarEndInput.Transfer(call, "1301"));
        world.Run(3);

        Assert.Equal(["486", "603", "603"], world.Alice.Seen.OfType<FarEndEvent.TransferEnded>().Select(ended => ended.Why![..3]));
        Assert.Equal([TransferOutcome.Failed, TransferOutcome.Refused, TransferOutcome.Refused], world.Gateway.Records.Select(record => record.Outcome));
        world.AssertTalking(world.Alice, "1101", world.Bob, "1201");
        Assert.False(world.Carol.HasSeen<FarEndEvent.CalledBy>(called => called.Own == "1301"));
        world.AssertLadder();
        AssertOver(world);
    }

    [Fact]
    public void An_emergency_call_is_not_transferred_by_its_caller()
    {
        var world = Emergency();
        var call = world.Call(world.Alice, "112");
        world.Alice.Do(new FarEndInput.Transfer(call, "1301"));
        world.Run(3);

        AssertRefusedAsEmergency(world);
        world.AssertTalking(world.Alice, "1101", world.Bob, "1201");
        Assert.Empty(world.Carol.Seen);
        world.AssertLadder();
        AssertOver(world);
    }

    [Fact]
    public void Nobody_is_connected_to_an_emergency_call_of_somebody_else()
    {
        var world = Emergency();
        var call = world.Call(world.Alice, "1301");
        var emergency = world.Call(world.Alice, "112");
        world.Alice.Do(new FarEndInput.TransferTo(call, emergency));
        world.Run(3);

        AssertRefusedAsEmergency(world);
        world.AssertTalking(world.Alice, "1101", world.Bob, "1201");
        world.AssertTalking(world.Alice, "1101", world.Carol, "1301");
        world.AssertLadder();
        AssertOver(world);
    }

    [Fact]
    public void An_answering_point_transfers_its_emergency_calls()
    {
        var world = Emergency();
        world.Call(world.Alice, "112");
        var call = VirtualWorld.ConnectionOf(world.Bob, "1201").Call;
        world.Bob.Do(new FarEndInput.Transfer(call, "1301"));
        world.Run(8);

        Assert.Equal(["100 Trying", "180 Ringing", "200 OK"], world.Bob.Notified(call));
        world.AssertTalking(world.Alice, "1101", world.Carol, "1301");
        Assert.Empty(world.Bob.Connections);
        Assert.Equal(TransferOutcome.Succeeded, Assert.Single(world.Gateway.Records).Outcome);
        world.AssertLadder();
        AssertOver(world);
    }

    [Fact]
    public void Who_may_not_transfer_to_the_executives_may_not_in_the_name_of_who_may()
    {
        TransferRule[] rules =
        [
            new() { Id = "seniors", Action = RuleAction.Allow, InitiatorParty = "1101", Target = "13*", Methods = ["bridge"] },
            new() { Id = "executives", Action = RuleAction.Deny, Target = "13*" },
            Bridge,
        ];
        var world = new VirtualWorld(rules: rules, with: settings => VirtualWorld.Knowing(settings, "dora", 4));
        var dora = world.Literal("dora", 4);
        dora.Invite("1201");
        world.Run(3);
        foreach (var name in new[] { "1104", "1101" })
        {
            dora.Say("REFER", "1201", $"Contact: <sip:dora@10.0.1.4>\nRefer-To: <sip:1301@10.0.0.1>\nReferred-By: <sip:{name}@10.0.1.1>\n");
            world.Run(1);
            Assert.Equal(603, dora.Answer("REFER").Status);
        }

        Assert.Equal(new MediaPoint.Rtp(dora.Ear), VirtualWorld.ConnectionOf(world.Bob, "1201").Remote);
        Assert.Empty(world.Carol.Seen);
        dora.Say("BYE", "1201");
        var call = world.Call(world.Alice, "1201");
        world.Alice.Do(new FarEndInput.Transfer(call, "1301"));
        world.Run(8);

        Assert.Equal("200 OK", world.Alice.Notified(call)[^1]);
        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        Assert.Equal(["executives", "executives", "seniors"], world.Gateway.Records.Select(record => record.Rules[0]));
        Assert.Empty(dora.Told);
        world.AssertLadder();
        AssertOver(world);
    }

    /// <summary>112 is answered by Bob, who is an answering point (RFC 6881 ED-64).</summary>
    private static VirtualWorld Emergency() => new(rules: [Bridge], with: settings => settings with
    {
        Engine = settings.Engine with
        {
            Peers = [.. settings.Engine.Peers.Select(peer => peer with { EmergencyCentre = peer.Name == "bob" })],
            Routes = [new Route { Id = "emergency", Called = "112", To = "bob" }, .. settings.Engine.Routes],
            Numbering = [new NumberingRule { Id = "answering-point", Stage = NumberingStage.AfterRouting, Peer = "bob", Match = "112", Replace = "1201" }],
        },
    });

    private static void AssertRefusedAsEmergency(VirtualWorld world)
    {
        Assert.Equal("603 Decline", world.Alice.Saw<FarEndEvent.TransferEnded>().Why);
        Assert.False(world.Alice.HasSeen<FarEndEvent.TransferProgress>());
        var record = Assert.Single(world.Gateway.Records);
        Assert.Equal((TransferOutcome.Refused, "emergency"), (record.Outcome, record.Rules[^1]));
    }

    private static EngineSettings Denying(EngineSettings settings, string target) => settings with { Transfers = settings.Transfers with { DeniedTargets = [target] } };

    private static void AssertOver(VirtualWorld world, LiteralPhone? dora = null)
    {
        world.EverybodyHangsUp();
        world.AssertNobodyTalks();
        Assert.True(dora?.IsFree != false);
        world.AssertIdleAtLast();
    }
}
