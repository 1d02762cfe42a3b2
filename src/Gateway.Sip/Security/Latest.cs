namespace Gateway.Sip.Security;

/// <summary>A table of bounded size: what was used longest ago makes room.</summary>
internal sealed class Latest<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> found = [];
    private readonly LinkedList<(TKey Key, TValue Value)> order = new();

    public int Count => found.Count;

    /// <summary>What was set under that key; null when that never was, or was forgotten.</summary>
    public TValue? Find(TKey key) => found.TryGetValue(key, out var node) ? node.Value.Value : default;

    public bool Contains(TKey key) => found.ContainsKey(key);

    public void Set(TKey key, TValue value)
    {
        if (found.TryGetValue(key, out var node))
        {
            order.Remove(node);
            node.Value = (key, value);
        }
        else
        {
            if (found.Count >= capacity && order.Last is { } quietest)
            {
                order.Remove(quietest);
                found.Remove(quietest.Value.Key);
            }

            node = new LinkedListNode<(TKey, TValue)>((key, value));
            found.Add(key, node);
        }

        order.AddFirst(node);
    }
}
