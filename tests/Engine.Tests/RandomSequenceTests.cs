using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Engine.Policy;

namespace Engine.Tests;

/// <summary>
/// Throws sensible and senseless events at the engine, from a seed, and after every turn looks whether its promises hold. A failure
/// names the seed.
/// </summary>
public class RandomSequenceTests
{
    private const int Steps = 150;

    // The single seeds once found something.
    [Theory]
    [InlineData(0, 250)]
    [InlineData(250, 250)]
    [InlineData(500, 250)]
    [InlineData(750, 250)]
    [InlineData(82, 1)]
    [InlineData(418, 1)]
    [InlineData(763, 1)]
    [InlineData(253383, 1)]
    [InlineData(751966, 1)]
    [InlineData(752320, 1)]
    public void Whatever_happens_every_request_ends_once_and_nothing_is_left(int first, int count)
    {
        for (var seed = first; seed < first + count; seed++)
        {
            var storm = new Storm((ulong)seed);
            try
            {
                storm.Blow(Steps);
                storm.CalmDown();
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                Assert.Fail($"seed {seed}: {failure.Message}\n{string.Join('\n', storm.Log.TakeLast(60))}\n{failure.StackTrace}");
            }
        }
    }

    [Fact]
    public void The_same_events_give_the_same_decisions()
    {
        var (one, other) = (new Storm(4711), new Storm(4711));
        one.Blow(1000);
        other.Blow(1000);
        Assert.Equal(one.Log, other.Log);
    }

    [Fact]
    public void The_storm_reaches_every_kind_of_end()
    {
        var outcomes = new HashSet<(Gateway.Engine.Transfers.TransferOutcome, string?)>();
        for (ulong seed = 0; seed < 400; seed++)
        {
            var storm = new Storm(seed);
            storm.Blow(Steps);
            outcomes.UnionWith(storm.Records.Select(record => (record.Outcome, record.MethodsTried.Count > 0 ? record.MethodsTried[^1] : null)));
        }

        foreach (var method in new[] { "reroute", "hand-over", "join", "bridge" })
        {
            Assert.Contains(outcomes, outcome => outcome.Item1 is Gateway.Engine.Transfers.TransferOutcome.Succeeded or Gateway.Engine.Transfers.TransferOutcome.FellBack && outcome.Item2 == method);
            Assert.Contains(outcomes, outcome => outcome.Item1 == Gateway.Engine.Transfers.TransferOutcome.Failed && outcome.Item2 == method);
            Assert.Contains(outcomes, outcome => outcome.Item1 == Gateway.Engine.Transfers.TransferOutcome.Abandoned && outcome.Item2 == method);
        }
    }

    /// <summary>SplitMix64 (Steele, Lea, Flood 2014): small, seeded, and the same everywhere.</summary>
    private sealed class Dice(ulong seed)
    {
        private ulong state = seed;

        public int Below(int limit)
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (int)((z ^ (z >> 31)) % (ulong)limit);
        }

        public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];
    }

    private sealed class Storm : IIdentifierSource
    {
        private static readonly string[] Numbers = ["100", "101", "200", "201", "300", "301", "112", "9"];
        private static readonly string[] Methods = ["reroute", "hand-over", "join", "bridge"];
        private static readonly PeerName[] Peers = [Stage.Phones, Stage.East, Stage.West];

        private readonly Dice dice;
        private readonly CallEngine engine;
        private readonly List<LegId> alive = [];
        private readonly List<LegId> everybody = [];
        private readonly HashSet<LegId> releasing = [];
        private readonly HashSet<LegId> asked = [];
        private readonly HashSet<LegId> offering = [];
        private readonly HashSet<EngineTimer> timers = [];
        private readonly Dictionary<LegId, Media> told = [];
        private readonly Dictionary<LegId, Media> toBeTold = [];
        private readonly List<TransferId> accepted = [];
        private readonly HashSet<TransferId> ended = [];
        private readonly HashSet<TransferId> carriedOut = [];
        private readonly HashSet<TransferId> handedOver = [];
        private readonly bool faithful;
        private int requests;
        private long last;

        public Storm(ulong seed)
        {
            dice = new Dice(seed);
            faithful = dice.Below(2) == 0;
            var methods = Methods.OrderBy(_ => dice.Below(1000)).Take(1 + dice.Below(4)).ToArray();
            engine = new CallEngine(Stage.Settings(dice.Below(2) == 0 ? OnFailure.Fail : OnFailure.FallBack, methods), this);
        }

        public List<string> Log { get; } = [];

        public List<Gateway.Engine.Transfers.TransferRecord> Records { get; } = [];

        public LegId NextLeg() => new(++last);

        public CallId NextCall() => new(++last);

        public TransferId NextTransfer() => new(++last);

        public CorrelationId NextCorrelation() => new($"story-{++last}");

        public void Blow(int steps)
        {
            for (var i = 0; i < steps; i++)
            {
                if (alive.Count < 4 || dice.Below(12) == 0)
                    Arrive();
                else if (timers.Count > 0 && dice.Below(25) == 0)
                    Expire(dice.Pick([.. timers.OrderBy(timer => timer.Owner).ThenBy(timer => timer.Name)]));
                else
                    Speak(dice.Pick(alive));
            }
        }

        /// <summary>Obeys, lets time pass, and then hangs up one leg after the other: the rest must follow by itself.</summary>
        public void CalmDown()
        {
            for (var i = 0; i < 10_000; i++)
            {
                if (releasing.Count > 0)
                    Play(new LegEvent.Released(releasing.MinBy(leg => leg.Value), Cause.NormalCallClearing));
                else if (asked.Count > 0)
                    Play(new LegEvent.MediaChanged(asked.MinBy(leg => leg.Value), Media(asked.MinBy(leg => leg.Value).Value)));
                else if (NothingIsDue() && timers.Count > 0)
                    Expire(timers.OrderBy(timer => timer.Owner).ThenBy(timer => timer.Name).First());
                else if (alive.Count > 0)
                    Play(new LegEvent.Released(alive[0], Cause.NormalCallClearing));
                else
                    break;
            }

            Assert.Empty(alive);
            Assert.Empty(timers);
            Assert.Empty(engine.Calls);
            Assert.Empty(engine.Transfers);
            Assert.Equal(requests, Records.Count);
            Assert.Equal(requests, Records.Select(record => record.Transfer).Distinct().Count());
            Assert.Equal(accepted.OrderBy(id => id.Value), ended.OrderBy(id => id.Value));
        }

        // No party asked for anything waits for an answer once every party it could wait for has given its own.
        private bool NothingIsDue()
        {
            Assert.Empty(offering);
            return true;
        }

        private void Arrive()
        {
            var leg = NextLeg();
            alive.Add(leg);
            everybody.Add(leg);
            LegId? replaces = everybody.Count > 1 && dice.Below(6) == 0 ? dice.Pick(everybody) : null;
            if (replaces == leg)
                replaces = null;
            Play(new LegEvent.Arrived(
                leg, dice.Pick(Peers), Party(), Party(), dice.Below(4) == 0 ? null : Media(leg.Value), Replaces: replaces));
        }

        private void Speak(LegId leg)
        {
            if (releasing.Contains(leg) && dice.Below(2) == 0)
            {
                Play(new LegEvent.Released(leg, Cause.NormalCallClearing));
                return;
            }

            if (asked.Contains(leg) && dice.Below(2) == 0)
            {
                Play(!faithful && dice.Below(4) == 0 ? new LegEvent.MediaRefused(leg, new Cause(65)) : new LegEvent.MediaChanged(leg, Media(leg.Value)));
                return;
            }

            var transfer = accepted.Count > 0 ? accepted[^(1 + dice.Below(Math.Min(3, accepted.Count)))] : new TransferId(-1);
            Play(dice.Below(24) switch
            {
                0 or 1 => new LegEvent.Ringing(leg, dice.Below(3) == 0 ? Media(leg.Value) : null),
                2 or 3 or 4 or 5 or 6 or 7 => new LegEvent.Answered(leg, dice.Below(5) == 0 ? null : Media(leg.Value)),
                8 when !offering.Contains(leg) => new LegEvent.MediaOffered(leg, Media(leg.Value)),
                9 when !asked.Contains(leg) => new LegEvent.MediaChanged(leg, Media(leg.Value)),
                10 => new LegEvent.PartyChanged(leg, Party(), dice.Below(2) == 0),
                11 => new LegEvent.Proceeding(leg),
                12 or 13 => new LegEvent.TargetIdentified(leg, transfer, "1", new ReroutingTarget(Party())),
                14 or 15 => new LegEvent.TransferStepSucceeded(leg, transfer),
                16 => new LegEvent.TransferStepFailed(leg, transfer, new Cause(dice.Below(2) == 0 ? 69 : 17), dice.Below(2) == 0),
                17 or 18 or 19 or 20 => new LegEvent.TransferRequested(leg, Target()),
                21 => new LegEvent.Released(leg, new Cause(dice.Below(3) == 0 ? 31 : 16)),
                _ => new LegEvent.Answered(leg, Media(leg.Value)),
            });
        }

        private TransferTarget Target() => dice.Below(5) switch
        {
            0 or 1 => new TransferTarget.ToParty(Party()),
            2 or 3 => new TransferTarget.ToLeg(dice.Pick(everybody)),
            _ => new TransferTarget.Unknown("nobody", Cause.InvalidCallReference),
        };

        private Party Party() => new(dice.Pick(Numbers));

        // A faithful party keeps its address and refuses no change, so that it can be said whom it must be talking to.
        private Media Media(long port) => Stage.PortOf(
            faithful ? port : port + dice.Below(2), dice.Below(4) == 0 ? MediaDirection.SendOnly : MediaDirection.SendReceive);

        private void Expire(EngineTimer timer)
        {
            timers.Remove(timer);
            Log.Add($"> {timer}");
            var outputs = new List<EngineOutput>();
            engine.Expired(timer, outputs);
            TakeIn(outputs);
        }

        private void Play(LegEvent input)
        {
            Log.Add($"> {input}");
            switch (input)
            {
                case LegEvent.TransferRequested:
                    requests++;
                    break;
                case LegEvent.Released:
                    alive.Remove(input.Leg);
                    releasing.Remove(input.Leg);
                    asked.Remove(input.Leg);
                    offering.Remove(input.Leg);
                    break;
                case LegEvent.MediaChanged or LegEvent.MediaRefused:
                    asked.Remove(input.Leg);
                    break;
                case LegEvent.MediaOffered when !releasing.Contains(input.Leg):
                    offering.Add(input.Leg);
                    break;
                case LegEvent.TransferStepSucceeded succeeded:
                    carriedOut.Add(succeeded.Transfer);
                    break;
            }

            if (input is LegEvent.MediaChanged && toBeTold.Remove(input.Leg, out var remote))
                told[input.Leg] = remote;

            // A request of a leg that was told to go is answered like any other.
            var outputs = new List<EngineOutput>();
            engine.Handle(input, outputs);
            TakeIn(outputs);
        }

        private void TakeIn(List<EngineOutput> outputs)
        {
            foreach (var output in outputs)
            {
                Log.Add($"    {output}");
                switch (output)
                {
                    case EngineOutput.StartTimer start:
                        timers.Add(start.Timer);
                        break;
                    case EngineOutput.StopTimer stop:
                        Assert.True(timers.Remove(stop.Timer), "a timer was stopped that did not run");
                        break;
                    case EngineOutput.Recorded recorded:
                        Records.Add(recorded.Record);
                        break;
                    case EngineOutput.Noted noted:
                        Assert.True(noted.Note.Event != NoteEvents.TurnFailed, noted.Note.Text);
                        break;
                    case EngineOutput.Command command:
                        Obey(command.Leg);
                        break;
                }
            }

            Look();
            foreach (var report in outputs.OfType<EngineOutput.Command>().Select(output => output.Leg).OfType<LegCommand.ReportTransfer>())
            {
                if (report.Report is TransferReport.Succeeded)
                    AssertTrue(Assert.Single(Records, record => record.Transfer == report.Transfer));
            }
        }

        private void Obey(LegCommand command)
        {
            if (command is LegCommand.Place)
            {
                alive.Add(command.Leg);
                everybody.Add(command.Leg);
            }

            if (command is not LegCommand.ReportTransfer)
                Assert.True(alive.Contains(command.Leg), $"{command} to a leg that is gone");
            if (command is not (LegCommand.ReportTransfer or LegCommand.RefuseTransfer))
                Assert.False(releasing.Contains(command.Leg), $"{command} to a leg that was told to go");
            switch (command)
            {
                case LegCommand.Release:
                    releasing.Add(command.Leg);
                    asked.Remove(command.Leg);
                    offering.Remove(command.Leg);
                    break;
                case LegCommand.Place { Setup.Media: { } offered }:
                    told[command.Leg] = offered;
                    break;
                case LegCommand.Answer { Media: { } answer }:
                    told[command.Leg] = answer;
                    break;
                case LegCommand.ChangeMedia change:
                    Assert.True(asked.Add(command.Leg), "a party was asked twice at once");
                    toBeTold[command.Leg] = change.Remote;
                    break;
                case LegCommand.AnswerMedia:
                    Assert.True(offering.Remove(command.Leg), "an answer to no offer");
                    if (command is LegCommand.AnswerMedia { Media: { } answered })
                        told[command.Leg] = answered;
                    break;
                case LegCommand.AcceptTransfer accept:
                    accepted.Add(accept.Transfer);
                    break;
                case LegCommand.HandOver handOver:
                    handedOver.Add(handOver.Transfer);
                    break;
                case LegCommand.ReportTransfer { Report: not TransferReport.Ringing } final:
                    Assert.Contains(final.Transfer, accepted);
                    Assert.True(ended.Add(final.Transfer), "two ends for one request");
                    break;
            }
        }

        // Success is true when the far side said so, when a network that was asked cleared both legs, or when the two are one call here.
        private void AssertTrue(Gateway.Engine.Transfers.TransferRecord record)
        {
            var joined = engine.Calls.Any(call =>
                call is { State: "Talking", First: { State: "Answered" } first, Second: { State: "Answered" } second }
                && first.Leg == record.Transferee && second.Leg == record.Target);
            var cleared = handedOver.Contains(record.Transfer) && !alive.Contains(record.Transferee!.Value) && !alive.Contains(record.Target!.Value);
            Assert.True(carriedOut.Contains(record.Transfer) || joined || cleared, "a success that nobody said");
        }

        private void LookWhoTalks(LiveLeg one, LiveLeg other)
        {
            if (new[] { one.Leg, other.Leg }.Any(leg => asked.Contains(leg) || offering.Contains(leg)))
                return;
            foreach (var (listener, speaker) in new[] { (one, other), (other, one) })
            {
                if (speaker.Media is not null)
                    Assert.True(told.GetValueOrDefault(listener.Leg)?.Rtp.Port == Stage.PortOf(speaker.Leg.Value).Rtp.Port, $"{listener.Leg} talks to somebody else than {speaker.Leg}");
            }
        }

        private void Look()
        {
            var calls = engine.Calls;
            var legs = calls.SelectMany(call => call.Others.Append(call.First).Append(call.Second).OfType<LiveLeg>()).Select(leg => leg.Leg).ToArray();
            Assert.Equal(alive.OrderBy(leg => leg.Value), legs.OrderBy(leg => leg.Value));
            var owners = calls.Select(call => call.Call.Value).Concat(engine.Transfers.Select(transfer => transfer.Transfer.Value)).ToHashSet();
            Assert.All(timers.Where(timer => timer.Name != EngineTimers.MethodUnknown), timer => Assert.Contains(timer.Owner, owners));
            foreach (var call in calls.Where(call => faithful && call is { State: "Talking", Transfer: null, First.State: "Answered", Second.State: "Answered" }))
                LookWhoTalks(call.First!, call.Second!);
        }
    }
}
