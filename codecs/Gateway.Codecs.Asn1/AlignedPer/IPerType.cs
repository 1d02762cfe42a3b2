namespace Gateway.Codecs.Asn1.AlignedPer;

/// <summary>A value with an aligned PER encoding.</summary>
public interface IPerValue
{
    void Encode(ref PerWriter writer);
}

/// <summary>An ASN.1 type with an aligned PER encoding: one static reader, one writer, field for field in the same order.</summary>
public interface IPerType<TSelf> : IPerValue where TSelf : IPerType<TSelf>
{
    static abstract TSelf Decode(ref PerReader reader);
}

/// <summary>Reads one value; for element types that are no <see cref="IPerType{TSelf}"/> (an octet string, a number).</summary>
public delegate T PerDecode<out T>(ref PerReader reader);

/// <summary>Writes one value; for element types that are no <see cref="IPerType{TSelf}"/>.</summary>
public delegate void PerEncode<in T>(ref PerWriter writer, T value);

/// <summary>NULL where its presence says something (NULL OPTIONAL): the property is <c>Null?</c>.</summary>
public readonly record struct Null;

/// <summary>BIT STRING: <paramref name="Length"/> bits, the first one the most significant bit of the first octet, unused bits zero.</summary>
public readonly record struct BitString(int Length, byte[] Octets)
{
    public bool this[int index] => (Octets[index >> 3] >> (7 - (index & 7)) & 1) != 0;

    public bool Equals(BitString other) => Length == other.Length && Octets.AsSpan().SequenceEqual(other.Octets);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Length);
        hash.AddBytes(Octets);
        return hash.ToHashCode();
    }
}

/// <summary>
/// What an extensible SEQUENCE carried beyond our edition. Absent when the sender's bitmap is as wide as ours and holds nothing
/// unknown; kept so that a carried message is encoded to the octets it came in.
/// </summary>
/// <param name="Width">Bits of the received extension bitmap (X.691 (07/2002) 18.8).</param>
/// <param name="Unknown">Additions after the last one we know.</param>
public sealed record ExtensionTail(int Width, IReadOnlyList<UnknownAddition> Unknown);

/// <summary>An addition newer than our edition: its index among the additions and its complete encoding.</summary>
public readonly record struct UnknownAddition(int Index, byte[] Contents);

/// <summary>A CHOICE alternative newer than our edition: its index among the additions and its complete encoding.</summary>
public readonly record struct UnknownAlternative(int Index, byte[] Contents);
