namespace Gateway.Exchange.Turns;

/// <summary>
/// Every running timer of one node and the instant it is due. Machines know names only; this table alone knows instants.
/// A timer that was stopped or restarted is never delivered for its old life.
/// </summary>
/// <remarks>Instants are <see cref="TimeSpan"/>s on the caller's own clock; two timers due at one instant come out in the order they were started.</remarks>
public sealed class TimerTable<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, (TimeSpan Due, long Generation)> running = [];
    private readonly PriorityQueue<(TKey Key, long Generation), (TimeSpan Due, long Generation)> queue = new();
    private long generation;

    public int Count => running.Count;

    /// <summary>The timers that run, in no order.</summary>
    public IEnumerable<TKey> Running => running.Keys;

    /// <summary>When the next timer is due, or null when none runs.</summary>
    public TimeSpan? Next
    {
        get
        {
            DropStale();
            return queue.TryPeek(out _, out var priority) ? priority.Due : null;
        }
    }

    /// <summary>Starts the timer, or starts it anew.</summary>
    public void Start(TKey key, TimeSpan due)
    {
        var generation = ++this.generation;
        running[key] = (due, generation);
        queue.Enqueue((key, generation), (due, generation));
    }

    public void Stop(TKey key) => running.Remove(key);

    /// <summary>Takes one timer that is due at <paramref name="instant"/> out of the table; false when none is.</summary>
    public bool TryTake(TimeSpan instant, out TKey key)
    {
        DropStale();
        if (queue.TryPeek(out var entry, out var priority) && priority.Due <= instant)
        {
            queue.Dequeue();
            running.Remove(entry.Key);
            key = entry.Key;
            return true;
        }

        key = default!;
        return false;
    }

    private void DropStale()
    {
        while (queue.TryPeek(out var entry, out _)
            && !(this.running.TryGetValue(entry.Key, out var running) && running.Generation == entry.Generation))
        {
            queue.Dequeue();
        }
    }
}
