using System.Net;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Engine.Policy;
using Gateway.Engine.Routing;
using Gateway.Engine.Transfers;
using Gateway.Lab;
using Gateway.Sip;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>S74, S75, Session-ID and a second address: what a SIP transferor may say besides who shall talk to whom, and where it goes from here.</summary>
public class SipCompanionsOfTransfers
{
    private const string Teams = "sip:10.0.1.5:5060;x-m=8:orgid:5f2b2c1e;x-t=72f9";
    private static readonly TransferRule Bridge = VirtualWorld.Allow(OnFailure.FallBack, "bridge");

    [Theory]
    [InlineData("refer", false)]
    [InlineData("refer", true)]
    [InlineData("bridge", false)]
    [InlineData("bridge", true)]
    public void What_a_transferor_asserts_reaches_nobody_outside_the_trust_domain(string method, bool restricted)
    {
        var world = new VirtualWorld(rules: [VirtualWorld.Allow(OnFailure.Fail, method)], with: settings => settings with
        {
            Peers = [.. settings.Peers.Select(peer => peer with { Trusted = peer.Name.Value == "alice" })],
        });
        var sent = new List<SipMessage>();
        world.Network.MeddleSip = (from, message) =>
        {
            // Restricted, it is her name in all she says; else she asserts it in the REFER alone.
            if (from == world.Alice && message is SipRequest request && (restricted || request.Method == SipMethod.Refer))
                return request with { AssertedIdentities = [NameAddr.Parse("<sip:+15550100@inside.example>")!], Privacy = restricted ? ["id"] : [] };
            if (from == world.Gateway)
                sent.Add(message);
            return message;
        };
        var call = world.Call(world.Alice, "1201");
        world.Alice.Do(new FarEndInput.Transfer(call, "1301"));
        world.Run(12);

        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        Assert.Equal("200 OK", world.Alice.Notified(call)[^1]);
        Assert.All(sent, message => Assert.DoesNotContain("15550100", message.ToString()!, StringComparison.Ordinal));
        Assert.All(sent.OfType<SipRequest>(), request => Assert.Empty(request.AssertedIdentities));
        // RFC 3323 4.1: who wants to be hidden is not named by Referred-By either.
        Assert.Equal(restricted ? 0 : 1, sent.OfType<SipRequest>().Count(request => request.ReferredBy is not null));
        world.AssertLadder($"What_a_transferor_asserts_reaches_nobody_outside_the_trust_domain.{method}{(restricted ? ".restricted" : "")}");
        AssertOver(world, TransferOutcome.Succeeded);
    }

    [Fact]
    public void A_target_without_user_part_is_called_exactly_as_it_was_named()
    {
        var world = new VirtualWorld(rules: [Bridge], with: settings => VirtualWorld.Knowing(VirtualWorld.Knowing(settings, "dora", 4), "teams", 5) with
        {
            Engine = settings.Engine with { Routes = [.. settings.Engine.Routes, new Route { Id = "to-teams", Called = "sip:*", To = "teams" }] },
        });
        var (dora, teams) = (world.Literal("dora", 4), world.Literal("teams", 5));
        const string By = "<sip:sip.example:5061;x-ti=aa11;x-tt=bb22>;x-m=8:orgid:4cf3";
        var toBob = new List<SipRequest>();
        world.Network.MeddleSip = (from, message) =>
        {
            if (from == world.Gateway && message is SipRequest { Method.Name: "UPDATE", Uri.User: "1201" } update)
                toBob.Add(update);
            return message;
        };
        dora.Invite("1201");
        world.Run(3);
        dora.Say("REFER", "1201", $"Contact: <sip:dora@10.0.1.4>\nRefer-To: <{Teams}>\nReferred-By: {By}\n");
        world.Run(8);

        var invite = teams.Requests("INVITE")[0];
        Assert.Equal(Teams, invite.Uri.ToString());
        Assert.Equal(By, invite["Referred-By"]);
        Assert.Equal("200 OK", dora.Told[^1]);
        Assert.Equal(16, Assert.Single(dora.Requests("BYE")).Reasons[0].Cause);
        // RFC 3325 9.1: Bob is told of a new party, but not of one that has a number here.
        Assert.Empty(toBob[^1].AssertedIdentities);
        Assert.Equal("anonymous", toBob[^1].From.Uri.User);
        Assert.Equal(new MediaPoint.Rtp(teams.Ear), VirtualWorld.ConnectionOf(world.Bob, "1201").Remote);
        world.AssertLadder();
        AssertOver(world, TransferOutcome.Succeeded);
    }

    [Fact]
    public void RFC_7989_each_hears_the_UUID_of_whom_it_talks_to_before_and_after_an_attended_transfer()
    {
        var world = new VirtualWorld(rules: [Bridge]);
        var heard = new Dictionary<string, string>();
        world.Network.MeddleSip = (from, message) =>
        {
            if (from != world.Gateway)
                return message is SipRequest request ? request with { SessionId = Named(from) } : ((SipResponse)message) with { SessionId = Named(from) };
            if (message.SessionId is { } session && message is SipRequest { Uri.Host: var host })
                heard[host] = session.ToString();
            return message;
        };
        var call = world.Call(world.Alice, "1201");
        var consultation = world.Call(world.Alice, "1301");
        Assert.Equal($"{Uuid(world.Alice)};remote={Uuid(world.Bob)}", heard["10.0.1.2"]);
        Assert.Equal($"{Uuid(world.Alice)};remote={Uuid(world.Carol)}", heard["10.0.1.3"]);

        world.Alice.Do(new FarEndInput.TransferTo(call, consultation));
        world.Run(8);
        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        Assert.Equal($"{Uuid(world.Carol)};remote={Uuid(world.Bob)}", heard["10.0.1.2"]);
        Assert.Equal($"{Uuid(world.Bob)};remote={Uuid(world.Carol)}", heard["10.0.1.3"]);
        Assert.Equal("200 OK", world.Alice.Notified(call)[^1]);
        world.AssertLadder();
        AssertOver(world, TransferOutcome.Succeeded);
    }

    [Fact]
    public void A_target_whose_first_address_is_silent_is_reached_at_its_second()
    {
        var world = new VirtualWorld(rules: [Bridge], with: settings => settings with
        {
            Peers = [.. settings.Peers.Select(peer => peer.Name.Value == "carol" ? peer with { Others = [new(new(IPAddress.Parse("10.0.1.6"), 5060), SipTransport.Udp)] } : peer)],
        });
        var second = world.PhoneBeside("second", 6, "1301");
        var call = world.Call(world.Alice, "1201");
        world.Network.MeddleSip = (from, message) => from == world.Gateway && message is SipRequest { Uri: { User: "1301", Host: "10.0.1.3" } } ? null : message;
        world.Alice.Do(new FarEndInput.Transfer(call, "1301"));
        world.Run(45);

        world.AssertTalking(world.Bob, "1201", second, "1301");
        Assert.Equal("200 OK", world.Alice.Notified(call)[^1]);
        Assert.Empty(world.Carol.Connections);
        world.AssertLadder();
        second.Do(new FarEndInput.HangUp(VirtualWorld.ConnectionOf(second, "1301").Call));
        AssertOver(world, TransferOutcome.Succeeded);
    }

    private static string Uuid(Node node) => Convert.ToHexStringLower(System.Text.Encoding.ASCII.GetBytes(node.Name.PadRight(16, '-')));

    private static TokenValue Named(Node node) => TokenValue.Parse($"{Uuid(node)};remote=00000000000000000000000000000000")!;

    private static void AssertOver(VirtualWorld world, TransferOutcome outcome)
    {
        Assert.Equal(outcome, Assert.Single(world.Gateway.Records).Outcome);
        world.EverybodyHangsUp();
        world.AssertNobodyTalks();
        world.AssertIdleAtLast();
    }
}
