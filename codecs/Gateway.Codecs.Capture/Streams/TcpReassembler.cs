using System.Net;

namespace Gateway.Codecs.Capture.Streams;

/// <summary>
/// Puts TCP segments in order, each octet once. Retransmissions and overlaps give nothing new; a hole waits for its segment until the
/// receiver acknowledges beyond it (then the capture has lost it), too much has piled up behind it, or the capture ends.
/// </summary>
internal sealed class TcpReassembler
{
    private const int MaximumWaitingOctets = 1 << 20;

    /// <summary>What a waiting segment costs besides its octets.</summary>
    private const int SegmentOverhead = 64;

    private readonly Dictionary<(IPEndPoint Source, IPEndPoint Destination), Direction> directions = [];
    private int connections;

    /// <summary>One direction of a connection.</summary>
    private sealed class Direction(int connection, IPEndPoint source, IPEndPoint destination)
    {
        public readonly int Connection = connection;
        public readonly IPEndPoint Source = source;
        public readonly IPEndPoint Destination = destination;
        public readonly List<(uint Sequence, ReadOnlyMemory<byte> Octets)> Waiting = [];
        public uint Next;
        public bool Started;
        public uint? Fin;
        public bool Ended;
        public uint? Acknowledged;
        public int WaitingOctets;
    }

    public void Take(int frame, DateTimeOffset time, in TcpSegment segment, List<Captured> output)
    {
        var forward = Find(segment);
        var backward = directions[(segment.Destination, segment.Source)];
        var start = segment.Sequence;
        if ((segment.Flags & TcpFlags.Syn) != 0)
            start++;
        if (!forward.Started)
            (forward.Next, forward.Started) = (start, true);
        if (segment.Payload.Length > 0)
            Add(forward, start, segment.Payload);
        if ((segment.Flags & TcpFlags.Fin) != 0)
            forward.Fin = start + (uint)segment.Payload.Length;
        Deliver(frame, time, forward, output);
        if ((segment.Flags & TcpFlags.Ack) != 0)
        {
            backward.Acknowledged = segment.Acknowledgment;
            Deliver(frame, time, backward, output);
        }
        if ((segment.Flags & TcpFlags.Rst) != 0)
        {
            End(frame, time, forward, true, output);
            End(frame, time, backward, true, output);
        }
    }

    /// <summary>Gives what still waits behind holes when the capture ends.</summary>
    public void Finish(int frame, DateTimeOffset time, List<Captured> output)
    {
        foreach (var direction in directions.Values)
        {
            while (direction.Waiting.Count > 0)
            {
                Skip(frame, time, direction, direction.Waiting[0].Sequence, output);
                Deliver(frame, time, direction, output);
            }
        }
    }

    private Direction Find(in TcpSegment segment)
    {
        var key = (segment.Source, segment.Destination);
        var opens = (segment.Flags & (TcpFlags.Syn | TcpFlags.Ack)) == TcpFlags.Syn;
        // A SYN on a known pair of ports is a new connection, unless it is the first one sent again.
        if (directions.TryGetValue(key, out var known) && !(opens && known.Started && known.Next != segment.Sequence + 1))
            return known;
        var connection = ++connections;
        directions[(segment.Destination, segment.Source)] = new Direction(connection, segment.Destination, segment.Source);
        return directions[key] = new Direction(connection, segment.Source, segment.Destination);
    }

    private static void Add(Direction direction, uint sequence, ReadOnlyMemory<byte> octets)
    {
        // Nearly always it belongs behind all others.
        var at = direction.Waiting.FindLastIndex(other => Distance(other.Sequence, sequence) <= 0);
        direction.Waiting.Insert(at + 1, (sequence, octets));
        direction.WaitingOctets += SegmentOverhead + octets.Length;
    }

    private static void Deliver(int frame, DateTimeOffset time, Direction direction, List<Captured> output)
    {
        var taken = 0;
        while (taken < direction.Waiting.Count)
        {
            var (sequence, octets) = direction.Waiting[taken];
            var ahead = Distance(sequence, direction.Next);
            if (ahead > 0)
            {
                var lost = direction.Acknowledged is { } acknowledged && Distance(acknowledged, sequence) >= 0;
                if (!lost && direction.WaitingOctets <= MaximumWaitingOctets)
                    break;
                Skip(frame, time, direction, sequence, output);
                continue;
            }
            taken++;
            direction.WaitingOctets -= SegmentOverhead + octets.Length;
            var known = -(long)ahead;
            if (known >= octets.Length || direction.Ended)
                continue;
            octets = octets[(int)known..];
            direction.Next += (uint)octets.Length;
            output.Add(new Captured.StreamChunk(frame, time, direction.Connection, direction.Source, direction.Destination, octets));
        }
        direction.Waiting.RemoveRange(0, taken);
        if (direction.Fin is { } fin && Distance(direction.Next, fin) >= 0)
            End(frame, time, direction, false, output);
    }

    private static void Skip(int frame, DateTimeOffset time, Direction direction, uint sequence, List<Captured> output)
    {
        var missing = Distance(sequence, direction.Next);
        if (missing <= 0)
            return;
        output.Add(new Captured.StreamGap(frame, time, direction.Connection, direction.Source, direction.Destination, missing));
        direction.Next = sequence;
    }

    private static void End(int frame, DateTimeOffset time, Direction direction, bool reset, List<Captured> output)
    {
        if (!direction.Ended && direction.Started)
            output.Add(new Captured.StreamEnd(frame, time, direction.Connection, direction.Source, direction.Destination, reset));
        direction.Ended = true;
    }

    /// <summary>Sequence numbers wrap: half the circle ahead is the past.</summary>
    private static int Distance(uint from, uint to) => unchecked((int)(from - to));
}
