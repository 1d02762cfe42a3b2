namespace Gateway.Exchange.Turns;

/// <summary>
/// Every running timer of one node and the instant it is due. Machines know names only; this table alone knows instants.
/// A timer that was stopped or restarted is never delivered for its old life, and nothing is kept of it: most timers are stopped long
/// before they are due.
/// </summary>
/// <remarks>Instants are <see cref="TimeSpan"/>s on the caller's own clock; two timers due at one instant come out in the order they were started.</remarks>
public sealed class TimerTable<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, Timer> running = [];

    /// <summary>A binary heap: none is due before its parent, which stands at (place - 1) / 2.</summary>
    private readonly List<Timer> heap = [];
    private long started;

    public int Count => heap.Count;

    /// <summary>The timers that run, in no order.</summary>
    public IEnumerable<TKey> Running => running.Keys;

    /// <summary>When the next timer is due, or null when none runs.</summary>
    public TimeSpan? Next => heap.Count > 0 ? heap[0].Due : null;

    /// <summary>Starts the timer, or starts it anew.</summary>
    public void Start(TKey key, TimeSpan due)
    {
        Stop(key);
        var timer = new Timer(key, due, ++started) { Place = heap.Count };
        running.Add(key, timer);
        heap.Add(timer);
        Rise(timer);
    }

    public void Stop(TKey key)
    {
        if (running.Remove(key, out var timer))
        {
            TakeOut(timer);
        }
    }

    /// <summary>Takes one timer that is due at <paramref name="instant"/> out of the table; false when none is.</summary>
    public bool TryTake(TimeSpan instant, out TKey key)
    {
        if (heap.Count > 0 && heap[0] is var timer && timer.Due <= instant)
        {
            key = timer.Key;
            running.Remove(key);
            TakeOut(timer);
            return true;
        }

        key = default!;
        return false;
    }

    /// <summary>The last one fills the gap, and goes from there to where it belongs.</summary>
    private void TakeOut(Timer timer)
    {
        var last = heap[^1];
        heap.RemoveAt(heap.Count - 1);
        if (last != timer)
        {
            Put(last, timer.Place);
            Rise(last);
            Sink(last);
        }
        else if (heap.Count == 0)
        {
            // What a busy hour took is given back.
            heap.TrimExcess();
            running.TrimExcess();
        }
    }

    private void Rise(Timer timer)
    {
        while (timer.Place > 0 && heap[(timer.Place - 1) / 2] is var parent && timer.IsBefore(parent))
        {
            Exchange(timer, parent);
        }
    }

    private void Sink(Timer timer)
    {
        while ((2 * timer.Place) + 1 is var child && child < heap.Count)
        {
            var first = child + 1 < heap.Count && heap[child + 1].IsBefore(heap[child]) ? heap[child + 1] : heap[child];
            if (!first.IsBefore(timer))
            {
                return;
            }

            Exchange(first, timer);
        }
    }

    private void Exchange(Timer rising, Timer sinking)
    {
        var place = sinking.Place;
        Put(sinking, rising.Place);
        Put(rising, place);
    }

    private void Put(Timer timer, int place)
    {
        heap[place] = timer;
        timer.Place = place;
    }

    private sealed class Timer(TKey key, TimeSpan due, long order)
    {
        public TKey Key { get; } = key;

        public TimeSpan Due { get; } = due;

        public int Place { get; set; }

        public bool IsBefore(Timer other) => Due < other.Due || (Due == other.Due && order < other.Order);

        private long Order => order;
    }
}
