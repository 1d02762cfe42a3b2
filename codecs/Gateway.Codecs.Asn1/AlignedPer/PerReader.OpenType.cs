namespace Gateway.Codecs.Asn1.AlignedPer;

/// <summary>Where to go on after an open type.</summary>
public readonly record struct PerOpenType
{
    internal PerOpenType(int position, int end, int origin) => (Position, End, Origin) = (position, end, origin);

    internal int Position { get; }

    internal int End { get; }

    internal int Origin { get; }

    /// <summary>False for none: no open type ends where the input begins.</summary>
    internal bool IsEntered => Position > 0;
}

public ref partial struct PerReader
{
    /// <summary>An open type unread: its complete encoding (10.2).</summary>
    public byte[] OpenType() => Contents("X.691 (07/2002) 10.2");

    /// <summary>An octet string or open type that holds a complete encoding: its octets, unread (10.2, 16).</summary>
    public CompleteEncoding CompleteEncoding()
    {
        const string clause = "X.691 (07/2002) 10.2";
        var start = position;
        var count = UnconstrainedLength(out var more);
        if (more || source.IsEmpty)
        {
            position = start;
            return new CompleteEncoding(Contents(clause));
        }
        var first = position >> 3;
        return new CompleteEncoding(source.Slice(first, Octets(count, clause).Length));
    }

    /// <summary>
    /// Enters an open type (10.2): until <see cref="EndOpenType"/> the input ends where the open type does. It starts on an octet, so
    /// alignment restarts by itself.
    /// </summary>
    public PerOpenType BeginOpenType()
    {
        const string clause = "X.691 (07/2002) 10.2";
        Align();
        var start = position;
        var count = UnconstrainedLength(out var more);
        if (more)
            return BeginFragments(start, clause);
        var contents = position;
        Octets(count, clause);
        var resume = new PerOpenType(position, end, origin);
        if (fault is null)
            (position, end) = (contents, position);
        return resume;
    }

    /// <summary>A fragmented one is put together first, behind the rest of the input.</summary>
    private PerOpenType BeginFragments(int start, string clause)
    {
        position = start;
        var whole = Contents(clause);
        var resume = new PerOpenType(position, end, origin);
        Take(octets.Length + whole.Length);
        if (fault is not null)
            return resume;
        var contents = octets.Length * 8;
        source = (byte[])[.. octets, .. whole];
        octets = source.Span;
        (position, end, origin) = (contents, octets.Length * 8, origin + start - contents);
        return resume;
    }

    /// <summary>Leaves an open type, if one was entered; octets that the value did not use are skipped.</summary>
    public void EndOpenType(PerOpenType open)
    {
        if (fault is null && open.IsEntered)
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
