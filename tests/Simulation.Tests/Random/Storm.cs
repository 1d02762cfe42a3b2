using Gateway.Codecs.Sip.Messages;
using Gateway.Engine.Policy;
using Gateway.Engine.Transfers;
using Gateway.Exchange;
using Gateway.Isdn;
using Gateway.Isdn.Transfer;
using Gateway.Lab;
using Simulation.Tests.World;

namespace Simulation.Tests.Random;

/// <summary>
/// Some minutes of a busy and unlucky day, from one seed: people call, hold, transfer and hang up as they please while the network loses,
/// repeats and delays what they say and breaks connections. Then calm, and a look at what is left.
/// </summary>
internal sealed class Storm
{
    private static readonly string[] Numbers =
    [
        "1101", "1186", "1201", "1280", "1301", "1303", "3101", "3186", "3180", "3201", "4101", "4201", "4286", "5101", "5201", "5280", "6101", "9999",
    ];

    private readonly HashSet<(string CallId, uint CSeq)> accepted = [];
    private readonly Dictionary<(string CallId, string Event), HashSet<uint>> finals = [];
    private readonly HashSet<(string CallId, uint CSeq)> refused = [];
    private readonly bool lossless;

    public Storm(ulong seed)
    {
        var dice = new Dice(seed);
        lossless = dice.Chance(30);
        var methods = new[] { "h450", "ect", "qsig-join", "bridge" }.Where(_ => dice.Chance(80)).ToArray();
        World = new VirtualWorld(seed, [VirtualWorld.Allow(dice.Chance(50) ? OnFailure.FallBack : OnFailure.Fail, methods)]);
        World.Network.Quality = new NetworkQuality
        {
            Jitter = TimeSpan.FromMilliseconds(dice.Below(60)),
            LossPercent = lossless ? 0 : dice.Below(12),
            DuplicatePercent = dice.Below(10),
            Splits = dice.Chance(50),
        };
        World.Network.MeddleSip = Watch;
    }

    public VirtualWorld World { get; }

    public IEnumerable<TransferRecord> Records => World.Gateway.Records;

    /// <summary>So many things done, half a second apart on average.</summary>
    public void Blow(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            Act();
            World.Run(World.Dice.Below(1000) / 1000.0);
        }
    }

    /// <summary>Everybody hangs up on a good network; after a while nothing is left of anything.</summary>
    public void CalmDown()
    {
        World.Network.Quality = NetworkQuality.Good;
        foreach (var seconds in new[] { 200, 320 })
        {
            World.EverybodyHangsUp();
            World.Run(seconds);
        }

        var exchange = World.Gateway.Exchange;
        Assert.True(exchange.Engine.Transfers.Count == 0, $"transfers left: {string.Join(' ', exchange.Engine.Transfers)}");
        Assert.True(exchange.Engine.Calls.Count == 0, $"calls left: {string.Join(' ', exchange.Engine.Calls)}");
        Assert.True(exchange.IsIdle, $"something is left: {exchange.Remains}");
        Assert.Empty(exchange.Timers.OfType<ExchangeInput.Sip>());
        Assert.Empty(exchange.Timers.OfType<ExchangeInput.H323>());
        Assert.DoesNotContain(exchange.Timers.OfType<ExchangeInput.Isdn>(), timer => timer.Input is IsdnInput.Expired { Timer.Call: not null });
        Assert.DoesNotContain(World.Network.Connections, end => end.Node == World.Gateway);
        Assert.True(World.User.CallCount == 0, "the PBX still has a call");
        foreach (var (refer, notified) in finals)
            Assert.True(notified.Count == 1, $"{refer} was told its end {notified.Count} times");
        // Who refused a NOTIFY is told no more (RFC 6665 4.2.2).
        if (lossless)
            Assert.InRange(finals.Count, accepted.Count - refused.Count, accepted.Count);
        Assert.Equal(Records.Count(), Records.Select(record => record.Transfer).Distinct().Count());
    }

    // Which REFERs were accepted, and how often each was told its end; repeated datagrams are one telling.
    private SipMessage? Watch(Node from, SipMessage message)
    {
        if (from != World.Gateway)
        {
            if (message is SipResponse { Status: 481, CSeq: { Method: var told } number } && told == SipMethod.Notify)
                refused.Add((message.CallId, number.Number));
            return message;
        }

        if (message is SipResponse { Status: 202 or 200, CSeq: { Method: var method } cseq } && method == SipMethod.Refer)
            accepted.Add((message.CallId, cseq.Number));
        if (message is SipRequest { Method: var asked, SubscriptionState: { } state } && asked == SipMethod.Notify && state.ToString().StartsWith("terminated", StringComparison.Ordinal))
        {
            var key = (message.CallId, message.Event?.ToString() ?? "");
            if (!finals.TryGetValue(key, out var tellings))
                finals.Add(key, tellings = []);
            tellings.Add(message.CSeq.Number);
        }

        return message;
    }

    private void Act()
    {
        var node = World.Dice.OneOf(World.FarNodes.ToArray());
        var connections = node.Connections;
        switch (World.Dice.Below(20))
        {
            case < 7:
                node.Do(new FarEndInput.Dial(World.Dice.OneOf(Numbers)));
                break;
            case 7 when connections.Count > 0:
                node.Do(new FarEndInput.Hold(World.Dice.OneOf(connections).Call));
                break;
            case 8 when connections.Count > 0:
                node.Do(new FarEndInput.Retrieve(World.Dice.OneOf(connections).Call));
                break;
            case < 12 when connections.Count > 0:
                node.Do(new FarEndInput.Transfer(World.Dice.OneOf(connections).Call, World.Dice.OneOf(Numbers), World.Dice.Chance(20)));
                break;
            case < 15 when connections.Count > 1:
                node.Do(new FarEndInput.TransferTo(World.Dice.OneOf(connections).Call, World.Dice.OneOf(connections).Call, World.Dice.Chance(20)));
                break;
            case < 17 when connections.Count > 0:
                node.Do(new FarEndInput.HangUp(World.Dice.OneOf(connections).Call));
                break;
            case 17:
                // Whatever it is doing: ringing, being called, nothing at all.
                node.Do(new FarEndInput.HangUp(new FarEndCall(1 + World.Dice.Below(Math.Max(1, node.Seen.Count / 2)))));
                break;
            case 18 when World.Dice.Chance(30):
                if (World.Network.Connections.ToArray() is { Length: > 0 } open)
                    Break(World.Dice.OneOf(open));
                break;
            case 19:
                ActAsUser();
                break;
        }
    }

    private void Break(TcpEnd end)
    {
        if (World.Dice.Chance(50))
            World.Network.Break(end);
        else
            World.Network.HalfClose(end);
    }

    private void ActAsUser()
    {
        var calls = World.User.Calls;
        switch (World.Dice.Below(4))
        {
            case 0 when calls.Count > 1:
                World.User.Do(new IsdnInput.Transfer(new TransferRequest.HandOver(World.Dice.OneOf(calls), World.Dice.OneOf(calls))));
                break;
            case 1 when calls.Count > 0:
                World.User.HangUp(World.Dice.OneOf(calls));
                break;
            default:
                World.User.Dial(World.Dice.OneOf(Numbers), "7101");
                break;
        }
    }
}
