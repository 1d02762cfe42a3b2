using System.Runtime.CompilerServices;

namespace Gateway.Codecs.Asn1.AlignedPer;

public ref partial struct PerReader
{
    /// <summary>SEQUENCE OF and SET OF (SIZE (min..max)) (19).</summary>
    public IReadOnlyList<T> SequenceOf<T>(int min = 0, int max = Unbounded) where T : IPerType<T>
    {
        T[] elements = [];
        var filled = 0;
        bool more;
        do
        {
            var count = ElementCount(min, max, out more);
            for (var i = 0; i < count && Enlarge(ref elements, filled, count - i); i++)
                elements.AsSpan()[filled++] = T.Decode(ref this);
        }
        while (more && fault is null);
        return fault is null ? elements : [];
    }

    /// <inheritdoc cref="SequenceOf{T}(int,int)"/>
    public IReadOnlyList<T> SequenceOf<T>(PerDecode<T> decode, int min = 0, int max = Unbounded)
    {
        T[] elements = [];
        var filled = 0;
        bool more;
        do
        {
            var count = ElementCount(min, max, out more);
            for (var i = 0; i < count && Enlarge(ref elements, filled, count - i); i++)
                elements.AsSpan()[filled++] = decode(ref this);
        }
        while (more && fault is null);
        return fault is null ? elements : [];
    }

    /// <summary>Every element type of these protocols takes at least one bit, so a larger count cannot be meant.</summary>
    private int ElementCount(int min, int max, out bool more)
    {
        var count = Length(min, max, out more);
        if (count > end - position)
            Fail(DecodeFaultReason.EndOfInput, "X.691 (07/2002) 19");
        return count;
    }

    /// <summary>
    /// Room for as many elements as are announced, as long as there is about an octet for each; for twice as many as before otherwise. False
    /// after a fault.
    /// </summary>
    private bool Enlarge<T>(ref T[] elements, int filled, int announced)
    {
        if (fault is not null || filled < elements.Length)
            return fault is null;
        var length = elements.Length + Math.Min(announced, Math.Max(4, elements.Length == 0 ? RemainingOctets : elements.Length));
        Take(length * Unsafe.SizeOf<T>());
        if (fault is not null)
            return false;
        Array.Resize(ref elements, length);
        return true;
    }
}
