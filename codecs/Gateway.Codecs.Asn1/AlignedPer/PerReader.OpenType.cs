namespace Gateway.Codecs.Asn1.AlignedPer;

/// <summary>Where to go on after an open type.</summary>
public readonly ref struct PerOpenType
{
    internal readonly ReadOnlySpan<byte> Octets;
    internal readonly int Position;
    internal readonly int End;
    internal readonly int Origin;

    internal PerOpenType(ReadOnlySpan<byte> octets, int position, int end, int origin)
    {
        Octets = octets;
        Position = position;
        End = end;
        Origin = origin;
    }
}

public ref partial struct PerReader
{
    /// <summary>An open type unread: its complete encoding (10.2).</summary>
    public byte[] OpenType() => Contents("X.691 (07/2002) 10.2");

    /// <summary>
    /// Enters an open type (10.2): until <see cref="EndOpenType"/> the input ends where the open type does. It starts on an octet, so
    /// alignment restarts by itself. A fragmented one is put together first.
    /// </summary>
    public PerOpenType BeginOpenType()
    {
        const string clause = "X.691 (07/2002) 10.2";
        Align();
        var outerEnd = end;
        var start = position;
        var count = UnconstrainedLength(out var more);
        if (!more)
        {
            var content = position;
            Octets(count, clause);
            var after = position;
            if (fault is null)
                (position, end) = (content, after);
            return new PerOpenType(octets, after, outerEnd, origin);
        }
        position = start;
        var whole = Contents(clause);
        var resume = new PerOpenType(octets, position, outerEnd, origin);
        if (fault is not null)
            return resume;
        octets = whole;
        (position, end, origin) = (0, whole.Length * 8, origin + start);
        return resume;
    }

    /// <summary>Leaves an open type; octets that the value did not use are skipped.</summary>
    public void EndOpenType(PerOpenType open)
    {
        if (fault is not null)
            return;
        octets = open.Octets;
        (position, end, origin) = (open.Position, open.End, open.Origin);
    }

    /// <summary>Unconstrained length and that many octets, fragments joined (10.9.3.8).</summary>
    private byte[] Contents(string clause)
    {
        var count = UnconstrainedLength(out var more);
        Take(count);
        if (!more)
            return Octets(count, clause).ToArray();
        var whole = new List<byte>();
        while (true)
        {
            whole.AddRange(Octets(count, clause));
            if (!more || fault is not null)
                return fault is null ? [.. whole] : [];
            count = UnconstrainedLength(out more);
        }
    }
}
