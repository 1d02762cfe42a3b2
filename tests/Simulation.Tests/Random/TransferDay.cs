using Gateway.Engine.Policy;
using Gateway.Exchange;
using Gateway.Lab;
using Simulation.Tests.World;

namespace Simulation.Tests.Random;

/// <summary>
/// Transfers between SIP telephones one after the other, from one seed, over a network that loses, repeats and reorders: blind and attended, passed
/// on by REFER and joined here, with parties that hang up at any moment. After each everybody hangs up; at the end nothing is left.
/// </summary>
internal sealed class TransferDay
{
    private static readonly string[] Targets = ["1301", "1301", "1311", "1386", "1380", "1303", "1121", "9999"];

    private readonly ReferWatch watch = new();

    public TransferDay(ulong seed)
    {
        var dice = new Dice(seed);
        TransferRule[] rules =
        [
            dice.Below(4) switch
            {
                0 => VirtualWorld.Allow(OnFailure.Fail, "bridge"),
                1 => VirtualWorld.Allow(OnFailure.Fail, "refer"),
                _ => VirtualWorld.Allow(OnFailure.FallBack, "refer", "bridge"),
            },
        ];
        World = new VirtualWorld(seed, rules, settings => settings with
        {
            SipOptions = settings.SipOptions with { ReferAcceptStatus = dice.Chance(50) ? 200 : 202, ConcurrentRefers = dice.Chance(20) },
            ByeWithoutNotifySucceeds = dice.Chance(20),
        }, linksUp: false);
        World.Transcript.IsSilent = true;
        World.Network.Quality = new NetworkQuality
        {
            Jitter = TimeSpan.FromMilliseconds(dice.Below(80)),
            LossPercent = dice.Chance(30) ? 0 : dice.Below(15),
            DuplicatePercent = dice.Below(10),
        };
        World.Network.MeddleSip = watch.Watch;
    }

    public VirtualWorld World { get; }

    public int Accepted => watch.Accepted;

    public void Transfer()
    {
        var dice = World.Dice;
        if (Talk("1201") is not { } call)
        {
            return;
        }

        var leaves = dice.Chance(30);
        if (dice.Chance(50))
        {
            World.Alice.Do(new FarEndInput.Transfer(call, dice.OneOf(Targets), leaves));
        }
        else if (Talk(dice.Chance(80) ? "1301" : "1321") is { } consultation)
        {
            World.Alice.Do(new FarEndInput.TransferTo(call, consultation, leaves));
        }

        if (dice.Chance(10))
        {
            World.Run(dice.Below(400) / 1000.0);
            World.Alice.Do(new FarEndInput.Transfer(call, dice.OneOf(Targets), leaves));
        }

        for (var leaving = dice.Below(3); leaving > 0; leaving--)
        {
            World.Run(dice.Below(3000) / 1000.0);
            var node = dice.OneOf<FarNode>([World.Alice, World.Bob, World.Carol]);
            if (node.Connections.Count > 0)
                node.Do(new FarEndInput.HangUp(dice.OneOf(node.Connections).Call));
        }

        World.Run(dice.Chance(80) ? 6 : 45);
        World.EverybodyHangsUp();
    }

    /// <summary>After the last lifetime of anything: nothing of any call, and every REFER was told its end once.</summary>
    public void End()
    {
        World.Network.Quality = NetworkQuality.Good;
        foreach (var seconds in new[] { 60, 400 })
        {
            World.EverybodyHangsUp();
            World.Run(seconds);
        }

        var exchange = World.Gateway.Exchange;
        Assert.True(exchange.IsIdle, $"something is left: {exchange.Remains}");
        Assert.Empty(exchange.Timers);
        World.AssertNobodyTalks();
        watch.AssertTold();
    }

    private FarEndCall? Talk(string number)
    {
        var call = VirtualWorld.Dial(World.Alice, number);
        for (var waited = 0; waited < 40 && !World.Alice.HasSeen<FarEndEvent.Answered>(answered => answered.Call == call); waited++)
            World.Run(0.25);
        return World.Alice.HasSeen<FarEndEvent.Answered>(answered => answered.Call == call) ? call : null;
    }
}
