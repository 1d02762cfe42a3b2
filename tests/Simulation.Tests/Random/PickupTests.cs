using System.Net;
using Gateway.Codecs.Sip.Messages;
using Gateway.Engine;
using Gateway.Engine.Policy;
using Gateway.Lab;
using Simulation.Tests.World;

namespace Simulation.Tests.Random;

/// <summary>
/// A call is taken over by INVITE with Replaces (RFC 3891 3) at any moment of its life, on either side, over a network that loses, repeats and reorders,
/// while its parties transfer and hang up as they please.
/// </summary>
public class PickupTests
{
    [Theory]
    [InlineData(0, 200)]
    [InlineData(200, 200)]
    public void Whenever_a_call_is_taken_over_nothing_is_left_of_it(int first, int count)
    {
        var taken = 0;
        for (var seed = first; seed < first + count; seed++)
        {
            var world = new VirtualWorld((ulong)seed, [VirtualWorld.Allow(OnFailure.FallBack, "bridge")], Neighbourly, linksUp: false);
            try
            {
                taken += Play(world) ? 1 : 0;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                Assert.Fail($"seed {seed}: {failure.Message}\n{world.Transcript}");
            }
        }

        // It is no test when nobody gets through.
        Assert.InRange(taken, count / 4, count);
    }

    private static bool Play(VirtualWorld world)
    {
        var dice = world.Dice;
        var dora = world.Literal("dora", 4);
        SipResponse? toAlice = null, ofBob = null;
        world.Network.MeddleSip = (from, message) =>
        {
            if (message is SipResponse { CSeq.Method.Name: "INVITE", Status: < 300, To.Tag: not null } answer && answer.CallId != "dora@10.0.1.4")
                (toAlice, ofBob) = from == world.Gateway ? (answer, ofBob) : from == world.Bob ? (toAlice, answer) : (toAlice, ofBob);
            return message;
        };
        world.Network.Quality = new NetworkQuality { Jitter = TimeSpan.FromMilliseconds(dice.Below(60)), LossPercent = dice.Chance(40) ? 0 : dice.Below(15), DuplicatePercent = dice.Below(10) };
        var call = VirtualWorld.Dial(world.Alice, dice.OneOf<string>(["1201", "1201", "1280"]));
        world.Run(dice.Below(3500) / 1000.0);
        if (dice.Chance(20))
            world.Alice.Do(new FarEndInput.Transfer(call, "1301"));
        if (dice.Chance(15))
            world.Alice.Do(new FarEndInput.HangUp(call));
        if (dice.Chance(15) && world.Bob.Connections is [var bobs, ..])
            world.Bob.Do(new FarEndInput.HangUp(bobs.Call));
        world.Run(dice.Below(30) / 1000.0);

        // The place of Bob, whom the gateway called, or that of Alice, who called it.
        var named = dice.Chance(60)
            ? ofBob is null ? null : $"{ofBob.CallId};to-tag={ofBob.From.Tag};from-tag={ofBob.To.Tag}"
            : toAlice is null ? null : $"{toAlice.CallId};to-tag={toAlice.To.Tag};from-tag={toAlice.From.Tag}";
        if (named is not null)
            dora.Invite("1201", $"Replaces: {named}{(dice.Chance(20) ? ";early-only" : "")}\nRequire: replaces\n");
        world.Run(dice.Below(4000) / 1000.0);
        if (dice.Chance(30) && world.Alice.Connections is [var hers, ..])
            world.Alice.Do(new FarEndInput.Transfer(hers.Call, "1301"));
        world.Run(dice.Below(8000) / 1000.0);

        var taken = dora.Heard.Exists(message => message is SipResponse { IsSuccess: true });
        world.Network.Quality = NetworkQuality.Good;
        foreach (var seconds in new[] { 60, 300 })
        {
            world.EverybodyHangsUp();
            world.Run(seconds);
        }

        world.AssertNobodyTalks();
        world.AssertIdleAtLast();
        return taken;
    }

    /// <summary>Dora is one of Alice's and Bob's exchanges alike: all of the three telephones are of one peer.</summary>
    private static Gateway.Exchange.ExchangeSettings Neighbourly(Gateway.Exchange.ExchangeSettings settings) => settings with
    {
        Peers = [.. settings.Peers.Select(peer => peer.Name.Value == "bob" ? peer with { Sources = [IPNetwork.Parse("10.0.1.4/32"), IPNetwork.Parse("10.0.1.1/32")] } : peer).OrderBy(peer => peer.Name.Value == "bob" ? 0 : 1)],
        Engine = settings.Engine with { Peers = [.. settings.Engine.Peers.Select(peer => peer with { Takeover = TakeoverRight.Peer })] },
    };
}
