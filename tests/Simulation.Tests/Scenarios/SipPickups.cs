using System.Net;
using System.Text;
using Gateway.Codecs.Sip.Messages;
using Gateway.Engine;
using Gateway.Engine.Policy;
using Gateway.Lab;
using Simulation.Tests.World;

namespace Simulation.Tests.Scenarios;

/// <summary>S57: an INVITE with Replaces (RFC 3891 3) that names the ringing call which the gateway made at Bob's: somebody picks it up elsewhere.</summary>
public class SipPickups
{
    private VirtualWorld world = null!;
    private LiteralPhone dora = null!;
    private SipResponse? ofBob;

    [Theory]
    [InlineData("")]
    [InlineData(";early-only")]
    public void Who_picks_up_what_rings_elsewhere_talks_to_the_caller(string parameters)
    {
        Begin("bob");
        VirtualWorld.Dial(world.Alice, "1280");
        world.Run(2);
        PickUp(parameters);

        Assert.Equal(200, dora.Answer("INVITE").Status);
        AssertPickedUp();
        Assert.Single(world.Transcript.Lines, line => line.Contains("gateway > bob         CANCEL", StringComparison.Ordinal));
        if (parameters == "")
            world.AssertLadder();
        AssertOver();
    }

    [Fact]
    public void Who_is_picked_up_for_while_it_answers_has_its_answer_ended()
    {
        Begin("bob");
        VirtualWorld.Dial(world.Alice, "1201");
        // Bob rings for two seconds; his 200 is on its way when the gateway hears of the pickup.
        world.Run(2.007);
        PickUp("");

        Assert.Equal(200, dora.Answer("INVITE").Status);
        AssertPickedUp();
        world.AssertLadder();
        AssertOver();
    }

    [Fact]
    public void Who_may_not_pick_up_is_refused_and_it_goes_on_ringing()
    {
        Begin("carol");
        var call = VirtualWorld.Dial(world.Alice, "1280");
        world.Run(2);
        PickUp("");

        Assert.Equal(403, dora.Answer("INVITE").Status);
        AssertRings();
        world.AssertLadder();
        world.Alice.Do(new FarEndInput.HangUp(call));
        AssertOver();
    }

    [Fact]
    public void Who_picks_up_without_audio_is_488_and_it_goes_on_ringing()
    {
        Begin("bob");
        var call = VirtualWorld.Dial(world.Alice, "1280");
        world.Run(2);
        var hear = world.Network.MeddleSip;
        world.Network.MeddleSip = (from, message) => from == dora && message is SipRequest { Method.Name: "INVITE" }
            ? message with { Body = Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(message.Body.Span).Replace("m=audio", "m=video", StringComparison.Ordinal)) }
            : hear(from, message);
        PickUp("");

        Assert.Equal(488, dora.Answer("INVITE").Status);
        AssertRings();
        world.AssertLadder();
        world.Alice.Do(new FarEndInput.HangUp(call));
        AssertOver();
    }

    [Fact]
    public void The_target_of_a_transfer_cannot_be_picked_up_while_it_rings()
    {
        Begin("carol");
        var call = world.Call(world.Alice, "1201");
        world.Alice.Do(new FarEndInput.Transfer(call, "1301"));
        world.Run(1);
        PickUp("");
        world.Run(8);

        Assert.Equal(503, dora.Answer("INVITE").Status);
        world.AssertTalking(world.Bob, "1201", world.Carol, "1301");
        Assert.Equal(["100 Trying", "180 Ringing", "200 OK"], world.Alice.Notified(call));
        world.AssertLadder();
        AssertOver();
    }

    /// <summary>Dora is one more telephone of that peer, which may take each other's calls.</summary>
    private void Begin(string peerOfDora)
    {
        world = new VirtualWorld(rules: [VirtualWorld.Allow(OnFailure.FallBack, "bridge")], with: settings => settings with
        {
            Peers = [.. settings.Peers.Select(peer => peer.Name.Value == peerOfDora ? peer with { Sources = [IPNetwork.Parse("10.0.1.4/32")] } : peer)],
            Engine = settings.Engine with { Peers = [.. settings.Engine.Peers.Select(peer => peer with { Takeover = TakeoverRight.Peer })] },
        });
        dora = world.Literal("dora", 4);
        world.Network.MeddleSip = (from, message) =>
        {
            if (message is SipResponse { Status: 180, To.Tag: not null } ringing && (from == world.Bob || from == world.Carol))
                ofBob = ringing;
            return message;
        };
    }

    // The dialog as the gateway has it, which called: its own tag is that of From.
    private void PickUp(string parameters)
    {
        dora.Invite("1201", $"Replaces: {ofBob!.CallId};to-tag={ofBob.From.Tag};from-tag={ofBob.To.Tag}{parameters}\nRequire: replaces\n");
        world.Run(3);
    }

    private void AssertPickedUp()
    {
        Assert.Empty(world.Bob.Connections);
        Assert.Equal(new MediaPoint.Rtp(dora.Ear), VirtualWorld.ConnectionOf(world.Alice, "1101").Remote);
        Assert.Equal(VirtualWorld.ConnectionOf(world.Alice, "1101").Local, dora.Mouth);
        Assert.Equal("1104", VirtualWorld.ConnectionOf(world.Alice, "1101").Party);
    }

    private void AssertRings()
    {
        Assert.True(world.Alice.HasSeen<FarEndEvent.Ringing>());
        Assert.False(world.Alice.HasSeen<FarEndEvent.Released>());
        Assert.False(world.Bob.HasSeen<FarEndEvent.Released>());
    }

    private void AssertOver()
    {
        world.EverybodyHangsUp();
        world.AssertNobodyTalks();
        Assert.True(dora.IsFree);
        world.AssertIdleAtLast();
    }
}
