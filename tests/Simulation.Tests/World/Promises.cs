using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Exchange;

namespace Simulation.Tests.World;

/// <summary>What holds between any two turns of the exchange.</summary>
internal static class Promises
{
    public static void AssertKept(GatewayNode gateway)
    {
        var exchange = gateway.Exchange;
        var calls = exchange.Engine.Calls;
        var known = calls.SelectMany(LegsOf).ToHashSet();
        var kept = exchange.Legs.ToHashSet();
        if (!known.SetEquals(kept))
        {
            Assert.Fail($"legs without a call: {string.Join(' ', kept.Except(known))}; legs of calls without a room: {string.Join(' ', known.Except(kept))}");
        }

        var transfers = exchange.Engine.Transfers.Select(transfer => transfer.Transfer.Value).ToHashSet();
        var owners = calls.Select(call => call.Call.Value).ToHashSet();
        foreach (var timer in exchange.Timers.OfType<ExchangeInput.EngineExpired>().Select(expired => expired.Timer))
        {
            if (timer.Name != EngineTimers.MethodUnknown && !(timer.Name == EngineTimers.NoAnswer ? owners : transfers).Contains(timer.Owner))
                Assert.Fail($"the timer {timer} has no owner");
        }

        if (gateway.Failed is { } failed)
            Assert.Fail(failed.Text);
    }

    private static IEnumerable<LegId> LegsOf(LiveCall call) =>
        call.Others.Concat(new[] { call.First, call.Second }.OfType<LiveLeg>()).Select(leg => leg.Leg);
}
