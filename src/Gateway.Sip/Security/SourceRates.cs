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
    private readonly Latest<TKey, Bucket?> buckets = new(capacity);

    public int Count => buckets.Count;

    /// <summary>Takes one token; false when the bucket is empty.</summary>
    public bool Take(TKey key, Rate rate, TimeSpan now)
    {
        var bucket = buckets.Find(key) ?? new Bucket(rate.Burst, now);
        var tokens = Math.Min(rate.Burst, bucket.Tokens + (rate.PerSecond * Math.Max(0, (now - bucket.At).TotalSeconds)));
        var taken = tokens >= 1;
        buckets.Set(key, new Bucket(taken ? tokens - 1 : tokens, now));
        return taken;
    }

    private readonly record struct Bucket(double Tokens, TimeSpan At);
}
