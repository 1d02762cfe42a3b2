using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H450;
using Gateway.H323;
using Gateway.H323.Transfer;

namespace Stacks.Tests.H323;

/// <summary>
/// Transfers in which everything overtakes everything: messages of different connections, decisions of the users, timers that run out, parties that
/// hang up. Whatever happens, nobody is told twice or not at all, and nothing is left behind. A failure prints its seed.
/// </summary>
public class TransferChanceTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_transfer_has_one_outcome_and_leaves_nothing_behind(int block)
    {
        var outcomes = new HashSet<Type>();
        for (var seed = block * 250; seed < (block + 1) * 250; seed++)
            outcomes.UnionWith(new Story(seed).Play());
        // Else the stories would prove little.
        Assert.Superset(
            new HashSet<Type>
            {
                typeof(TransferOutcome.Succeeded), typeof(TransferOutcome.Refused), typeof(TransferOutcome.TimedOut), typeof(TransferOutcome.CallCleared),
            },
            outcomes);
    }

    private sealed class Story
    {
        private readonly int seed;
        private readonly Random chance;
        private readonly World world = new();
        private readonly Endpoint alice;
        private readonly Endpoint bob;
        private readonly Endpoint carol;
        private int initiated;
        private int identified;

        public Story(int seed)
        {
            this.seed = seed;
            chance = new Random(seed);
            alice = world.Add("alice", Settings());
            bob = world.Add("bob", Settings());
            carol = world.Add("carol", Settings());
            world.Chance = chance;
            foreach (var endpoint in Everybody)
                endpoint.Manners = (call, indication) => React(endpoint, call, indication);
        }

        private Endpoint[] Everybody => [alice, bob, carol];

        public IEnumerable<Type> Play()
        {
            var primary = alice.Call(bob, "1002", alice.Media);
            var secondary = chance.Next(2) == 0 ? alice.Call(carol, "1003", alice.Media) : (CallKey?)null;
            for (var i = chance.Next(60); i > 0; i--)
                world.Turn();
            if (secondary is { } consultation && chance.Next(4) != 0)
                Identify(consultation);
            else
                Initiate(primary, "", null);
            for (var i = 0; i < 80; i++)
            {
                world.Turn();
                if (chance.Next(30) == 0)
                    Disturb();
                if (alice.Told.LastOrDefault(told => told.Indication is H323Indication.TransferIdentified { Outcome: TransferOutcome.Succeeded }).Indication
                    is H323Indication.TransferIdentified found && initiated == 0)
                    Initiate(primary, found.CallIdentity!, secondary);
            }
            world.Run();
            EndEverything();
            Check();
            return alice.Told.Select(told => told.Indication).OfType<H323Indication.TransferInitiated>().Select(told => told.Outcome.GetType());
        }

        private void Identify(CallKey consultation)
        {
            if (IsOver(alice, consultation))
                return;
            identified++;
            alice.Give(new H323Input.TransferIdentify(consultation));
        }

        private void Initiate(CallKey primary, string identity, CallKey? secondary)
        {
            if (IsOver(alice, primary))
                return;
            initiated++;
            alice.Give(new H323Input.TransferInitiate(primary, identity, [new AliasAddress.DialledDigits("1003")], secondary));
        }

        private void React(Endpoint endpoint, CallKey call, H323Indication indication)
        {
            switch (indication)
            {
                case H323Indication.IncomingCall incoming when chance.Next(8) != 0:
                    if (chance.Next(2) == 0)
                        endpoint.Then(new H323Input.Alert(call));
                    endpoint.Then(chance.Next(6) == 0 ? new H323Input.Release(call, 17) : new H323Input.Answer(call, endpoint.Media));
                    if (incoming.Transferred?.Replaces is { } replaced)
                        endpoint.Then(new H323Input.Release(replaced, 16));
                    break;
                case H323Indication.TransferRequested when chance.Next(8) != 0:
                    endpoint.Then(chance.Next(5) == 0
                        ? new H323Input.RefuseTransfer(call, ErrorCode.NotAvailable)
                        : new H323Input.AcceptTransfer(call, endpoint.Place(endpoint.NextCall(), carol.Address, "1003", endpoint.Media)));
                    break;
                case H323Indication.IdentifyRequested when chance.Next(8) != 0:
                    endpoint.Then(chance.Next(5) == 0
                        ? new H323Input.RefuseIdentify(call, ErrorCode.NotAvailable)
                        : new H323Input.AnswerIdentify(call, [new AliasAddress.DialledDigits("1003")]));
                    break;
            }
        }

        /// <summary>A timer runs out, or somebody hangs up.</summary>
        private void Disturb()
        {
            var endpoint = Everybody[chance.Next(3)];
            if (endpoint.Timers.Count > 0 && chance.Next(2) == 0)
            {
                var timer = endpoint.Timers.Keys.ElementAt(chance.Next(endpoint.Timers.Count));
                endpoint.Timers.Remove(timer);
                endpoint.Give(new H323Input.Expired(timer));
                return;
            }
            var calls = Calls(endpoint).Where(call => !IsOver(endpoint, call)).ToList();
            if (calls.Count > 0)
                endpoint.Give(new H323Input.Release(calls[chance.Next(calls.Count)], 16));
        }

        private void EndEverything()
        {
            foreach (var endpoint in Everybody)
            {
                foreach (var call in Calls(endpoint).Where(call => !IsOver(endpoint, call)).ToList())
                    endpoint.Give(new H323Input.Release(call, 16));
                world.Run();
            }
        }

        private void Check()
        {
            foreach (var endpoint in Everybody)
            {
                Assert.True(endpoint.Stack.CallCount == 0, $"seed {seed}: {endpoint.Name} has calls left");
                Assert.True(endpoint.Timers.Count == 0, $"seed {seed}: {endpoint.Name} has timers left");
                Assert.All(Calls(endpoint), call => Assert.True(endpoint.Heard<H323Indication.Released>(call).Count() == 1, $"seed {seed}: {endpoint.Name} {call}"));
            }
            Assert.True(Count<H323Indication.TransferInitiated>(alice) == initiated, $"seed {seed}: transfers and outcomes differ");
            Assert.True(Count<H323Indication.TransferIdentified>(alice) == identified, $"seed {seed}: identifications and outcomes differ");
            var told = alice.Told.Any(told => told.Indication is H323Indication.TransferInitiated { Outcome: TransferOutcome.Succeeded });
            var happened = Count<H323Indication.TransferSucceeded>(bob) == 1;
            Assert.True(happened || !told, $"seed {seed}: a success that did not happen");
        }

        private static int Count<T>(Endpoint endpoint) => endpoint.Told.Count(told => told.Indication is T);

        private static IEnumerable<CallKey> Calls(Endpoint endpoint) => endpoint.Told.Select(told => told.Call).Concat(endpoint.Placed).Distinct();

        private static bool IsOver(Endpoint endpoint, CallKey call) => endpoint.Heard<H323Indication.Released>(call).Any();

        private H323Settings Settings() => new() { FastConnect = chance.Next(2) == 0 };
    }
}
