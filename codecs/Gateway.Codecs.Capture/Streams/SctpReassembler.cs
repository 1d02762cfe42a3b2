using System.Buffers.Binary;
using System.Net;

namespace Gateway.Codecs.Capture.Streams;

/// <summary>
/// Puts the user messages of SCTP together (RFC 9260 6.5, 6.6, 6.9): fragments by transmission sequence number, messages of a stream
/// by stream sequence number, each once. A message behind a missing one waits for it until the receiver acknowledges beyond (then the
/// capture has lost it), too much has piled up, or the capture ends.
/// </summary>
internal sealed class SctpReassembler
{
    private const int DataHeaderOctets = 12;
    private const int MaximumWaitingOctets = 1 << 20;
    private const int Remembered = 4096;

    /// <summary>What a waiting fragment costs besides its octets.</summary>
    private const int FragmentOverhead = 64;

    private readonly Dictionary<(IPEndPoint Source, IPEndPoint Destination), Direction> directions = [];
    private int associations;

    private readonly record struct Fragment(SctpDataFlags Flags, ushort Stream, ushort Sequence, uint PayloadProtocol, ReadOnlyMemory<byte> Octets);

    /// <param name="Last">Transmission sequence number of the last fragment.</param>
    private readonly record struct Message(uint Last, ushort Sequence, uint PayloadProtocol, ReadOnlyMemory<byte> Octets);

    /// <summary>The messages of one stream that wait for one before them.</summary>
    private sealed class Stream
    {
        public readonly List<Message> Waiting = [];
        public ushort? Next;
    }

    /// <summary>One direction of an association.</summary>
    private sealed class Direction(int association, IPEndPoint source, IPEndPoint destination)
    {
        public readonly int Association = association;
        public readonly IPEndPoint Source = source;
        public readonly IPEndPoint Destination = destination;
        public readonly Dictionary<uint, Fragment> Fragments = [];
        public readonly SortedDictionary<ushort, Stream> Streams = [];
        public readonly HashSet<uint> Seen = [];
        public readonly Queue<uint> SeenInOrder = [];
        public int WaitingOctets;

        /// <summary>False after an INIT: streams begin at 0. True when the capture began in the middle.</summary>
        public bool Joined = true;
    }

    public void Take(int frame, DateTimeOffset time, IPEndPoint source, IPEndPoint destination, List<SctpChunk> chunks, List<Captured> output)
    {
        foreach (var chunk in chunks)
        {
            var direction = Find(source, destination, chunk.Type == SctpChunkType.Init);
            switch (chunk.Type)
            {
                case SctpChunkType.Data when chunk.Value.Length >= DataHeaderOctets:
                    Data(frame, time, direction, chunk, output);
                    break;
                case SctpChunkType.Sack when chunk.Value.Length >= sizeof(uint):
                    Acknowledged(frame, time, directions[(destination, source)], BinaryPrimitives.ReadUInt32BigEndian(chunk.Value.Span), output);
                    break;
            }
        }
    }

    /// <summary>Gives what still waits when the capture ends, and tells of messages that never became whole.</summary>
    public void Finish(int frame, DateTimeOffset time, List<Captured> output)
    {
        foreach (var direction in directions.Values)
        {
            foreach (var (number, stream) in direction.Streams)
                Release(frame, time, direction, number, stream, stream.Waiting.Count, output);
            var torn = direction.Fragments.Values.Count(fragment => (fragment.Flags & SctpDataFlags.Beginning) != 0);
            if (direction.Fragments.Count > 0)
                output.Add(new Captured.Unreadable(frame, time, $"{Math.Max(1, torn)} SCTP user message(s) of {direction.Source} miss fragments"));
            direction.Fragments.Clear();
        }
    }

    private Direction Find(IPEndPoint source, IPEndPoint destination, bool opens)
    {
        var known = directions.GetValueOrDefault((source, destination));
        // An INIT between known ends is a new association, unless it is the first one sent again.
        if (known is not null && !(opens && known.Seen.Count > 0))
        {
            if (opens)
                known.Joined = directions[(destination, source)].Joined = false;
            return known;
        }
        var association = ++associations;
        directions[(destination, source)] = new Direction(association, destination, source) { Joined = !opens };
        return directions[(source, destination)] = new Direction(association, source, destination) { Joined = !opens };
    }

    /// <summary>DATA: transmission sequence number 4, stream 2, stream sequence number 2, payload protocol 4, octets.</summary>
    private static void Data(int frame, DateTimeOffset time, Direction direction, in SctpChunk chunk, List<Captured> output)
    {
        var header = chunk.Value.Span;
        var number = BinaryPrimitives.ReadUInt32BigEndian(header);
        if (!direction.Seen.Add(number))
            return;
        direction.SeenInOrder.Enqueue(number);
        if (direction.SeenInOrder.Count > Remembered)
            direction.Seen.Remove(direction.SeenInOrder.Dequeue());
        var fragment = new Fragment(
            chunk.Flags, BinaryPrimitives.ReadUInt16BigEndian(header[4..]), BinaryPrimitives.ReadUInt16BigEndian(header[6..]),
            BinaryPrimitives.ReadUInt32BigEndian(header[8..]), chunk.Value[DataHeaderOctets..]);
        direction.Fragments[number] = fragment;
        direction.WaitingOctets += FragmentOverhead + fragment.Octets.Length;
        if (Whole(direction, number) is not { } message)
        {
            if (direction.WaitingOctets > MaximumWaitingOctets)
                GiveUp(frame, time, direction, output);
            return;
        }
        if ((fragment.Flags & SctpDataFlags.Unordered) != 0)
        {
            Deliver(frame, time, direction, fragment.Stream, message, output);
            return;
        }
        if (!direction.Streams.TryGetValue(fragment.Stream, out var stream))
            direction.Streams[fragment.Stream] = stream = new Stream { Next = direction.Joined ? null : (ushort)0 };
        stream.Next ??= message.Sequence;
        var at = stream.Waiting.FindIndex(other => Distance(other.Sequence, message.Sequence) > 0);
        stream.Waiting.Insert(at < 0 ? stream.Waiting.Count : at, message);
        direction.WaitingOctets += message.Octets.Length;
        Release(frame, time, direction, fragment.Stream, stream, 0, output);
        if (direction.WaitingOctets > MaximumWaitingOctets)
            GiveUp(frame, time, direction, output);
    }

    /// <summary>The message around a fragment, when its first, its last and all between are there; takes them away.</summary>
    private static Message? Whole(Direction direction, uint number)
    {
        var (first, last) = (number, number);
        // Mostly the next fragment is not there yet: looked at first, so that a long message is not walked again for each.
        if (!Leads(direction, number, SctpDataFlags.End, 1) || !Leads(direction, number, SctpDataFlags.Beginning, -1))
            return null;
        while ((direction.Fragments[first].Flags & SctpDataFlags.Beginning) == 0)
        {
            if (!Leads(direction, first--, SctpDataFlags.Beginning, -1))
                return null;
        }
        while ((direction.Fragments[last].Flags & SctpDataFlags.End) == 0)
        {
            if (!Leads(direction, last++, SctpDataFlags.End, 1))
                return null;
        }
        var beginning = direction.Fragments[first];
        var octets = beginning.Octets;
        if (first != last)
        {
            var parts = new List<byte>();
            for (var at = first; at != last + 1; at++)
                parts.AddRange(direction.Fragments[at].Octets.Span);
            octets = parts.ToArray();
        }
        for (var at = first; at != last + 1; at++)
            direction.Fragments.Remove(at);
        direction.WaitingOctets -= (int)(last - first + 1) * FragmentOverhead + octets.Length;
        return new Message(last, beginning.Sequence, beginning.PayloadProtocol, octets);
    }

    /// <summary>True when the message ends with this fragment on that side, or goes on in a neighbour that is there.</summary>
    private static bool Leads(Direction direction, uint number, SctpDataFlags end, int step)
    {
        if ((direction.Fragments[number].Flags & end) != 0)
            return true;
        var other = end == SctpDataFlags.End ? SctpDataFlags.Beginning : SctpDataFlags.End;
        return direction.Fragments.TryGetValue(unchecked(number + (uint)step), out var next) && (next.Flags & other) == 0;
    }

    /// <summary>The receiver has everything up to this number: what is missing before it is missing in the capture alone.</summary>
    private static void Acknowledged(int frame, DateTimeOffset time, Direction direction, uint number, List<Captured> output)
    {
        foreach (var (name, stream) in direction.Streams)
        {
            var count = stream.Waiting.FindLastIndex(message => unchecked((int)(number - message.Last)) >= 0) + 1;
            Release(frame, time, direction, name, stream, count, output);
        }
    }

    private static void GiveUp(int frame, DateTimeOffset time, Direction direction, List<Captured> output)
    {
        if (direction.Fragments.Count > 0)
            output.Add(new Captured.Unreadable(frame, time, $"SCTP fragments of {direction.Source} that nothing completes"));
        direction.WaitingOctets -= direction.Fragments.Values.Sum(fragment => FragmentOverhead + fragment.Octets.Length);
        direction.Fragments.Clear();
        foreach (var (number, stream) in direction.Streams)
            Release(frame, time, direction, number, stream, stream.Waiting.Count, output);
    }

    /// <summary>Gives the messages whose turn it is, and the first <paramref name="least"/> even out of turn.</summary>
    private static void Release(int frame, DateTimeOffset time, Direction direction, ushort number, Stream stream, int least, List<Captured> output)
    {
        var given = 0;
        while (given < stream.Waiting.Count && (given < least || Distance(stream.Waiting[given].Sequence, stream.Next.GetValueOrDefault()) <= 0))
        {
            var message = stream.Waiting[given++];
            direction.WaitingOctets -= message.Octets.Length;
            if (Distance(message.Sequence, stream.Next.GetValueOrDefault()) >= 0)
                stream.Next = (ushort)(message.Sequence + 1);
            Deliver(frame, time, direction, number, message, output);
        }
        stream.Waiting.RemoveRange(0, given);
    }

    private static void Deliver(int frame, DateTimeOffset time, Direction direction, ushort stream, in Message message, List<Captured> output) =>
        output.Add(new Captured.UserMessage(
            frame, time, direction.Association, direction.Source, direction.Destination, stream, message.PayloadProtocol, message.Octets));

    /// <summary>Sequence numbers wrap: half the circle ahead is the past.</summary>
    private static int Distance(ushort from, ushort to) => unchecked((short)(from - to));
}
