namespace Gateway.Codecs.Asn1.AlignedPer;

public ref partial struct PerReader
{
    /// <summary>SEQUENCE OF and SET OF (SIZE (min..max)) (19).</summary>
    public IReadOnlyList<T> SequenceOf<T>(int min = 0, int max = Unbounded) where T : IPerType<T>
        => SequenceOf(T.Decode, min, max);

    /// <inheritdoc cref="SequenceOf{T}(int,int)"/>
    public IReadOnlyList<T> SequenceOf<T>(PerDecode<T> decode, int min = 0, int max = Unbounded)
    {
        const string clause = "X.691 (07/2002) 19";
        T[] elements = [];
        var filled = 0;
        bool more;
        do
        {
            var count = Length(min, max, out more);
            // Every element type of these protocols takes at least one bit, so a larger count cannot be meant.
            if (count > end - position)
                Fail(DecodeFaultReason.EndOfInput, clause);
            for (var i = 0; i < count && fault is null; i++)
            {
                if (filled == elements.Length)
                    Array.Resize(ref elements, filled == 0 ? Math.Min(count, 16) : Math.Min(filled * 2, filled + count - i));
                elements[filled++] = decode(ref this);
            }
        }
        while (more && fault is null);
        return fault is null ? elements : [];
    }
}
