using System.Net;

namespace Gateway.Codecs.Capture.Layers;

/// <summary>Puts fragmented IP packets together. Keeps a bounded number of unfinished ones, the oldest going first.</summary>
internal sealed class FragmentStore
{
    private const int MaximumUnfinished = 256;
    private const int MaximumOctets = 65535;

    private readonly record struct Key(IPAddress Source, IPAddress Destination, byte Protocol, uint Identification);

    private readonly Dictionary<Key, List<IPPacket>> unfinished = [];
    private readonly Queue<Key> order = [];

    /// <summary>Takes a fragment; gives the whole packet when this was the one missing.</summary>
    public IPPacket? Add(in IPPacket fragment)
    {
        var key = new Key(fragment.Source, fragment.Destination, fragment.Protocol, fragment.Identification);
        if (!unfinished.TryGetValue(key, out var parts))
        {
            if (unfinished.Count >= MaximumUnfinished)
                unfinished.Remove(order.Dequeue());
            unfinished[key] = parts = [];
            order.Enqueue(key);
        }
        // Offsets count in eights: there are no more parts than 8,192, each kept once. What was sent again says nothing new.
        var offset = fragment.FragmentOffset;
        var at = parts.FindLastIndex(part => part.FragmentOffset <= offset);
        if (at >= 0 && parts[at].FragmentOffset == offset && parts[at].Payload.Length >= fragment.Payload.Length)
            return null;
        if (at >= 0 && parts[at].FragmentOffset == offset)
            parts[at] = fragment;
        else
            parts.Insert(at + 1, fragment);
        var reached = 0;
        foreach (var part in parts)
        {
            if (part.FragmentOffset > reached)
                return null;
            reached = Math.Max(reached, part.FragmentOffset + part.Payload.Length);
            if (!part.MoreFragments && reached <= MaximumOctets)
                return Whole(key, parts, reached);
        }
        return null;
    }

    private IPPacket Whole(Key key, List<IPPacket> parts, int length)
    {
        var octets = new byte[length];
        foreach (var part in parts)
        {
            var room = Math.Max(0, length - part.FragmentOffset);
            part.Payload.Span[..Math.Min(room, part.Payload.Length)].CopyTo(octets.AsSpan(Math.Min(length, part.FragmentOffset)));
        }
        unfinished.Remove(key);
        if (order.Peek() == key)
            order.Dequeue();
        return parts[0] with { Payload = octets, FragmentOffset = 0, MoreFragments = false };
    }
}
