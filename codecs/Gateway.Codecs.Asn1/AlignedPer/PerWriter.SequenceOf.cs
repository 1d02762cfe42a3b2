namespace Gateway.Codecs.Asn1.AlignedPer;

public ref partial struct PerWriter
{
    /// <summary>SEQUENCE OF and SET OF (SIZE (min..max)) (19).</summary>
    public void SequenceOf<T>(IReadOnlyList<T> elements, int min = 0, int max = Unbounded) where T : IPerType<T>
        => SequenceOf(elements, static (ref writer, element) => element.Encode(ref writer), min, max);

    /// <inheritdoc cref="SequenceOf{T}(IReadOnlyList{T},int,int)"/>
    public void SequenceOf<T>(IReadOnlyList<T> elements, PerEncode<T> encode, int min = 0, int max = Unbounded)
    {
        var next = 0;
        var count = Length(elements.Count, min, max);
        while (true)
        {
            for (var stop = next + count; next < stop; next++)
                encode(ref this, elements[next]);
            if (max <= 65535 || !IsFragment(count))
                return;
            count = UnconstrainedLength(elements.Count - next);
        }
    }
}
