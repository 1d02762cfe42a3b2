namespace Gateway.Codecs.Asn1.AlignedPer;

public ref partial struct PerWriter
{
    /// <summary>An open type from its complete encoding (10.2).</summary>
    public void OpenType(scoped ReadOnlySpan<byte> contents) => Contents(contents);

    /// <summary>An octet string or open type that holds a complete encoding (10.2, 16); a value is written in place.</summary>
    public void CompleteEncoding(CompleteEncoding encoding)
    {
        if (encoding.Value is not { } value)
        {
            Contents(encoding.Octets.Span);
            return;
        }
        var open = BeginOpenType();
        value.Encode(ref this);
        EndOpenType(open);
    }

    /// <summary>
    /// Enters an open type (10.2): leaves one octet for the length and gives its place. The contents start on an octet, so alignment
    /// restarts by itself; <see cref="EndOpenType"/> moves them when the length needs more.
    /// </summary>
    public int BeginOpenType()
    {
        Align();
        var start = position >> 3;
        Bits(0, 8);
        return start;
    }

    public void EndOpenType(int start)
    {
        if (position >> 3 == start + 1 && (position & 7) == 0)
            Bits(0, 8);
        Align();
        if (fault is not null)
            return;
        var content = start + 1;
        var count = (position >> 3) - content;
        if (count < 0x80)
        {
            buffer[start] = (byte)count;
            return;
        }
        // The octet we left is the first of the determinant; each fragment and the last part get their own in front.
        while (IsFragment(count))
        {
            var fragments = Math.Min(4, count / Fragment);
            buffer[content - 1] = (byte)(0xC0 | fragments);
            content += fragments * Fragment;
            count -= fragments * Fragment;
            if (!Shift(content, 1))
                return;
            content++;
        }
        if (count < 0x80)
        {
            buffer[content - 1] = (byte)count;
        }
        else if (Shift(content, 1))
        {
            buffer[content - 1] = (byte)(0x80 | count >> 8);
            buffer[content] = (byte)count;
        }
    }

    /// <summary>Unconstrained length and the octets, in fragments where they need it (10.9.3.8).</summary>
    private void Contents(scoped ReadOnlySpan<byte> contents)
    {
        int count;
        do
        {
            count = UnconstrainedLength(contents.Length);
            Octets(contents[..count]);
            contents = contents[count..];
        }
        while (IsFragment(count));
    }
}
