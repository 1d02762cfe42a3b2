namespace Gateway.Codecs.Asn1.AlignedPer;

/// <summary>
/// A complete encoding (X.691 (07/2002) 10.1) in an octet string or open type of another one: its octets as they came, so that they leave
/// the same; or the value, which is then written where the octets belong.
/// </summary>
public readonly struct CompleteEncoding : IEquatable<CompleteEncoding>
{
    private readonly ReadOnlyMemory<byte> octets;

    public CompleteEncoding(ReadOnlyMemory<byte> octets) => this.octets = octets;

    /// <summary>A value to be encoded. A constraint that it breaks shows when it is written.</summary>
    public CompleteEncoding(IPerValue value) => Value = value;

    /// <summary>The value; null when there are only octets.</summary>
    public IPerValue? Value { get; }

    /// <summary>The octets; those of a value are made at each call, and none when it breaks a constraint.</summary>
    public ReadOnlyMemory<byte> Octets => Value is null
        ? octets
        : PerWriter.Encode(Value, static (ref writer, value) => value.Encode(ref writer), out _);

    /// <summary>The encoding of a value that has been tried: with a fault, it breaks a constraint.</summary>
    /// <param name="value">What is encoded.</param>
    /// <param name="fault">What is wrong with it.</param>
    /// <param name="padsEmptyStrings">As <see cref="PerWriter.PadsEmptyStrings"/>, for this value.</param>
    public static CompleteEncoding Of(IPerValue value, out EncodeFault? fault, bool padsEmptyStrings = false)
    {
        var tried = padsEmptyStrings ? new Padded(value) : value;
        var writer = new PerWriter(1024);
        tried.Encode(ref writer);
        fault = writer.Fault;
        writer.Dispose();
        return new CompleteEncoding(tried);
    }

    /// <summary>What is encoded; octets after it are left alone. Encodings within it are slices of this one.</summary>
    public T Decode<T>(out DecodeFault? fault) where T : IPerType<T>
    {
        fault = null;
        return Value is T value ? value : PerReader.Decode<T>(Octets, out fault, out _);
    }

    public bool Equals(CompleteEncoding other) => Octets.Span.SequenceEqual(other.Octets.Span);

    public override bool Equals(object? obj) => obj is CompleteEncoding other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Octets.Span);
        return hash.ToHashCode();
    }

    public static bool operator ==(CompleteEncoding left, CompleteEncoding right) => left.Equals(right);

    public static bool operator !=(CompleteEncoding left, CompleteEncoding right) => !left.Equals(right);

    public override string ToString() => Value?.ToString() ?? Convert.ToHexStringLower(octets.Span);

    private sealed record Padded(IPerValue Value) : IPerValue
    {
        public void Encode(ref PerWriter writer)
        {
            var outside = writer.PadsEmptyStrings;
            writer.PadsEmptyStrings = true;
            Value.Encode(ref writer);
            writer.PadsEmptyStrings = outside;
        }
    }
}
