using Gateway.Engine;
using Gateway.Engine.Legs;

namespace Gateway.Host.Replay;

/// <summary>
/// The engine without its stacks: time is that of the capture, identifiers count from one, and a leg that is told to go is gone. What
/// the far sides would answer to everything else is for the capture to say.
/// </summary>
internal sealed class OfflineEngine : IIdentifierSource
{
    private readonly CallEngine engine;
    private readonly Queue<LegEvent> waiting = [];
    private readonly PriorityQueue<(EngineTimer Timer, long Order), (DateTimeOffset Due, long Order)> timers = new();
    private readonly Dictionary<EngineTimer, long> running = [];
    private readonly Action<EngineOutput> tell;
    private readonly Action<EngineTimer> expired;
    private long legs;
    private long calls;
    private long transfers;
    private long correlations;
    private long order;
    private DateTimeOffset now;

    /// <param name="tell">Hears every output, in order.</param>
    /// <param name="expired">Hears of every timer that ran out, before the engine does.</param>
    public OfflineEngine(EngineSettings settings, Action<EngineOutput> tell, Action<EngineTimer> expired)
    {
        this.expired = expired;
        engine = new CallEngine(settings, this);
        this.tell = tell;
    }

    public IReadOnlyList<LiveTransfer> Running => engine.Transfers;

    public LegId NextLeg() => new(++legs);

    public CallId NextCall() => new(++calls);

    public TransferId NextTransfer() => new(++transfers);

    public CorrelationId NextCorrelation() => new($"replay-{++correlations}");

    /// <summary>Lets the timers expire that run out before this instant.</summary>
    public void AdvanceTo(DateTimeOffset instant)
    {
        while (timers.TryPeek(out var next, out var at) && at.Due <= instant)
        {
            timers.Dequeue();
            // A timer that was stopped or started again is another one.
            if (running.GetValueOrDefault(next.Timer) != next.Order)
                continue;
            running.Remove(next.Timer);
            now = at.Due;
            expired(next.Timer);
            var outputs = new List<EngineOutput>();
            engine.Expired(next.Timer, outputs);
            Take(outputs);
            Drain();
        }

        now = instant > now ? instant : now;
    }

    public void Say(LegEvent said)
    {
        waiting.Enqueue(said);
        Drain();
    }

    /// <summary>Says something once the present turn is over.</summary>
    public void SayLater(LegEvent said) => waiting.Enqueue(said);

    private void Drain()
    {
        while (waiting.TryDequeue(out var said))
        {
            var outputs = new List<EngineOutput>();
            engine.Handle(said, outputs);
            Take(outputs);
        }
    }

    private void Take(List<EngineOutput> outputs)
    {
        foreach (var output in outputs)
        {
            switch (output)
            {
                case EngineOutput.StartTimer(var timer, var duration):
                    running[timer] = ++order;
                    timers.Enqueue((timer, order), (now + duration, order));
                    break;
                case EngineOutput.StopTimer(var timer):
                    running.Remove(timer);
                    break;
                case EngineOutput.Command(LegCommand.Release(var leg, var cause)):
                    waiting.Enqueue(new LegEvent.Released(leg, cause));
                    break;
                case EngineOutput.Command(LegCommand.ChangeMedia(var leg, var remote)):
                    waiting.Enqueue(new LegEvent.MediaChanged(leg, remote));
                    break;
            }

            tell(output);
        }
    }
}
