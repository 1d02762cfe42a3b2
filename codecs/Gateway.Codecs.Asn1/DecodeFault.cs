namespace Gateway.Codecs.Asn1;

/// <summary>What a decoder found wrong, independent of the encoding rules.</summary>
public enum DecodeFaultReason
{
    /// <summary>The input, or the length around this value, ends before the value does.</summary>
    EndOfInput,
    /// <summary>A number outside its constraint.</summary>
    ValueOutOfRange,
    /// <summary>A length or count outside its constraint, or one that the encoding rules forbid.</summary>
    LengthOutOfRange,
    /// <summary>An alternative, tag or enumeration value that a non-extensible type does not have.</summary>
    UnknownAlternative,
    /// <summary>A character outside the permitted alphabet.</summary>
    InvalidCharacter,
    /// <summary>Octets that are no valid encoding of the type, whatever the value.</summary>
    Malformed,
    /// <summary>Octets left over where the value should end.</summary>
    TrailingOctets,
    /// <summary>Values nested deeper than we follow.</summary>
    TooDeep,
    /// <summary>A value larger than we take.</summary>
    TooLarge,
}

/// <summary>The first fault of a decode.</summary>
/// <param name="Reason">What is wrong.</param>
/// <param name="BitOffset">Where, in bits from the first octet of the input; octet = offset / 8.</param>
/// <param name="Clause">The clause that says so, with document and edition.</param>
/// <param name="Path">Type names from the outermost inwards, separated by dots.</param>
public readonly record struct DecodeFault(DecodeFaultReason Reason, int BitOffset, string Clause, string Path)
{
    /// <summary>The octet in which the fault lies.</summary>
    public int Octet => BitOffset / 8;

    public override string ToString() => $"{Reason} at octet {Octet} bit {BitOffset % 8} in {Path} ({Clause})";
}
