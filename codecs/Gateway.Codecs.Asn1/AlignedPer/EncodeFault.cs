namespace Gateway.Codecs.Asn1.AlignedPer;

/// <summary>Why a value cannot be encoded.</summary>
public enum EncodeFaultReason
{
    /// <summary>A number outside its constraint.</summary>
    ValueOutOfRange,
    /// <summary>A length or count outside its constraint.</summary>
    LengthOutOfRange,
    /// <summary>A character outside the permitted alphabet.</summary>
    InvalidCharacter,
    /// <summary>The caller's span is full.</summary>
    NoRoom,
}

/// <summary>The first fault of an encode: reason, bits written before it, clause with document and edition.</summary>
public readonly record struct EncodeFault(EncodeFaultReason Reason, int BitOffset, string Clause);
