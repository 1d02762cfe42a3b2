namespace Gateway.Sip.Security;

/// <summary>A token bucket: so many a second in the long run, so many at once.</summary>
public readonly record struct Rate(double PerSecond, double Burst);

/// <summary>
/// One token bucket for each of the latest sources. The table is bounded: the source that was quiet longest makes room, and should it
/// come back it begins with a full bucket.
/// </summary>
public sealed class SourceRates<TKey>(int capacity)
    where TKey : notnull
{
    private readonly Dictionary<TKey, LinkedListNode<Bucket>> buckets = [];
    private readonly LinkedList<Bucket> latest = new();

    public int Count => buckets.Count;

    /// <summary>Takes one token; false when the bucket is empty.</summary>
    public bool Take(TKey key, Rate rate, TimeSpan now)
    {
        if (buckets.TryGetValue(key, out var node))
        {
            latest.Remove(node);
        }
        else
        {
            if (buckets.Count >= capacity && latest.Last is { } quietest)
            {
                latest.Remove(quietest);
                buckets.Remove(quietest.Value.Key);
            }

            node = new LinkedListNode<Bucket>(new Bucket(key, rate.Burst, now));
            buckets.Add(key, node);
        }

        latest.AddFirst(node);
        var bucket = node.Value;
        var tokens = Math.Min(rate.Burst, bucket.Tokens + (rate.PerSecond * Math.Max(0, (now - bucket.At).TotalSeconds)));
        var taken = tokens >= 1;
        node.Value = bucket with { Tokens = taken ? tokens - 1 : tokens, At = now };
        return taken;
    }

    private readonly record struct Bucket(TKey Key, double Tokens, TimeSpan At);
}
