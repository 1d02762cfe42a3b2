using System.Net;
using Gateway.Codecs.Sip.Messages;
using Gateway.Engine;
using Gateway.Engine.Policy;
using Gateway.Lab;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>S57: an INVITE with Replaces (RFC 3891 3) from another telephone of Alice's exchange, in each state of the call it names.</summary>
public class SipReplaces
{
    private readonly VirtualWorld world;
    private readonly LiteralPhone dora;
    private SipResponse? toAlice;

    public SipReplaces()
    {
        world = new VirtualWorld(rules: [VirtualWorld.Allow(OnFailure.FallBack, "bridge")], with: settings => settings with
        {
            Peers = [.. settings.Peers.Select(peer => peer.Name.Value == "alice" ? peer with { Sources = [IPNetwork.Parse("10.0.1.4/32")] } : peer)],
            Engine = settings.Engine with { Peers = [.. settings.Engine.Peers.Select(peer => peer.Name == "alice" ? peer with { Takeover = TakeoverRight.Peer } : peer)] },
        });
        dora = world.Literal("dora", 4);
        world.Network.MeddleSip = (from, message) =>
        {
            if (from == world.Gateway && message is SipResponse { To.Tag: not null, CSeq.Method: var method } answer && method == SipMethod.Invite && answer.From.Uri.User == "1101")
                toAlice = answer;
            return message;
        };
    }

    [Fact]
    public void Who_replaces_a_call_that_is_up_takes_its_place_and_the_old_one_is_ended()
    {
        world.Call(world.Alice, "1201");
        Replace("");

        Assert.Equal(200, dora.Answer("INVITE").Status);
        Assert.Empty(world.Alice.Connections);
        Assert.Equal(new MediaPoint.Rtp(dora.Ear), VirtualWorld.ConnectionOf(world.Bob, "1201").Remote);
        world.AssertLadder();
        AssertOver();
    }

    [Fact]
    public void Who_wants_a_ringing_call_only_is_486_once_it_is_answered()
    {
        world.Call(world.Alice, "1201");
        Replace(";early-only");

        Assert.Equal(486, dora.Answer("INVITE").Status);
        world.AssertTalking(world.Alice, "1101", world.Bob, "1201");
        world.AssertLadder();
        AssertOver();
    }

    [Fact]
    public void A_ringing_call_that_the_gateway_did_not_start_cannot_be_replaced()
    {
        var call = VirtualWorld.Dial(world.Alice, "1280");
        world.Run(2);
        Replace("");

        Assert.Equal(481, dora.Answer("INVITE").Status);
        Assert.True(world.Alice.HasSeen<FarEndEvent.Ringing>());
        Assert.False(world.Alice.HasSeen<FarEndEvent.Released>());
        Assert.False(world.Bob.HasSeen<FarEndEvent.Released>());
        world.AssertLadder();
        world.Alice.Do(new FarEndInput.HangUp(call));
        AssertOver();
    }

    [Theory]
    [InlineData("unknown", 481)]
    [InlineData("ended", 603)]
    [InlineData("twice", 400)]
    [InlineData("join", 400)]
    public void What_names_no_call_that_can_be_replaced_is_refused_and_no_call_is_harmed(string what, int status)
    {
        var call = world.Call(world.Alice, "1201");
        if (what == "ended")
        {
            world.Alice.Do(new FarEndInput.HangUp(call));
            world.Run(1);
            world.Call(world.Carol, "1201");
        }

        var named = $"{toAlice!.CallId};to-tag={toAlice.To.Tag};from-tag={toAlice.From.Tag}";
        Replace(what switch { "unknown" => "x", "twice" => $"\nReplaces: {named}", "join" => $"\nJoin: {named}", _ => "" });

        Assert.Equal(status, dora.Answer("INVITE").Status);
        var (caller, number) = what == "ended" ? (world.Carol, "1301") : (world.Alice, "1101");
        world.AssertTalking(caller, number, world.Bob, "1201");
        world.AssertLadder($"What_names_no_call_that_can_be_replaced_is_refused_and_no_call_is_harmed.{what}");
        AssertOver();
    }

    [Fact]
    public void Who_may_not_replace_a_call_is_403_and_the_call_stays()
    {
        SipResponse? ofBob = null;
        world.Network.MeddleSip = (from, message) =>
        {
            ofBob = from == world.Bob && message is SipResponse { IsSuccess: true, CSeq.Method.Name: "INVITE" } answer ? answer : ofBob;
            return message;
        };
        world.Call(world.Alice, "1201");
        // Dora is one of Alice's exchange; Bob's leg, where the gateway is the caller, is not hers to take.
        dora.Invite("1201", $"Replaces: {ofBob!.CallId};to-tag={ofBob.From.Tag};from-tag={ofBob.To.Tag}\nRequire: replaces\n");
        world.Run(3);

        Assert.Equal(403, dora.Answer("INVITE").Status);
        world.AssertTalking(world.Alice, "1101", world.Bob, "1201");
        world.AssertLadder();
        AssertOver();
    }

    // The dialog as the gateway has it: its own tag is the to-tag.
    private void Replace(string parameters)
    {
        dora.Invite("1201", $"Replaces: {toAlice!.CallId};to-tag={toAlice.To.Tag};from-tag={toAlice.From.Tag}{parameters}\nRequire: replaces\n");
        world.Run(3);
    }

    private void AssertOver()
    {
        world.EverybodyHangsUp();
        world.AssertNobodyTalks();
        world.AssertIdleAtLast();
    }
}
