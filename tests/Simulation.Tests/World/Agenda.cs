namespace Simulation.Tests.World;

/// <summary>Virtual time: what is to happen and when. Nothing else in a world knows a clock; two things due at one instant happen in the order they were planned.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Action, (TimeSpan Due, long Order)> plan = new();
    private long last;

    public TimeSpan Now { get; private set; }

    public void At(TimeSpan instant, Action action) => plan.Enqueue(action, (instant < Now ? Now : instant, ++last));

    public void After(TimeSpan delay, Action action) => At(Now + delay, action);

    /// <summary>Lets everything happen that is due until then, and what follows from it.</summary>
    public void RunUntil(TimeSpan instant)
    {
        while (TakeNext(instant))
        {
        }

        Now = instant;
    }

    /// <summary>Lets the next thing happen; false when nothing is due until <paramref name="limit"/>.</summary>
    public bool TakeNext(TimeSpan limit)
    {
        if (!plan.TryPeek(out _, out var next) || next.Due > limit)
            return false;
        var action = plan.Dequeue();
        Now = next.Due;
        action();
        return true;
    }
}
