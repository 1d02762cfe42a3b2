using System.Buffers.Binary;

namespace Gateway.Codecs.Isdn.Iua.Parameters;

/// <summary>A parameter, RFC 4233 clause 3.1.4.</summary>
/// <remarks>
/// <code>
/// octets 1, 2  tag
/// octets 3, 4  length of header and value, without padding
/// octet 5..    value, zero octets behind it up to a multiple of four
/// </code>
/// </remarks>
public abstract record IuaParameter
{
    private const int HeaderOctets = 4;

    public abstract ushort Tag { get; }

    /// <summary>Octets of the value.</summary>
    internal abstract int ValueOctets { get; }

    /// <summary>Header, value and padding.</summary>
    internal int EncodedOctets => HeaderOctets + ValueOctets + 3 & ~3;

    internal bool TryEncode(Span<byte> destination, out int written)
    {
        written = EncodedOctets;
        if (written > destination.Length || HeaderOctets + ValueOctets > ushort.MaxValue)
            return false;
        destination[..written].Clear();
        BinaryPrimitives.WriteUInt16BigEndian(destination, Tag);
        BinaryPrimitives.WriteUInt16BigEndian(destination[2..], (ushort)(HeaderOctets + ValueOctets));
        EncodeValue(destination.Slice(HeaderOctets, ValueOctets));
        return true;
    }

    internal abstract void EncodeValue(Span<byte> value);

    /// <summary>Null when the tag is unknown or the value is not of its form.</summary>
    internal static IuaParameter? Decode(ushort tag, ReadOnlySpan<byte> value) => tag switch
    {
        InterfaceIdentifier.Id => InterfaceIdentifier.Decode(value),
        InterfaceIdentifierText.Id => InterfaceIdentifierText.Decode(value),
        InfoString.Id => InfoString.Decode(value),
        Dlci.Id => Dlci.Decode(value),
        DiagnosticInformation.Id => DiagnosticInformation.Decode(value),
        InterfaceIdentifierRange.Id => InterfaceIdentifierRange.Decode(value),
        HeartbeatData.Id => HeartbeatData.Decode(value),
        TrafficMode.Id => TrafficMode.Decode(value),
        ErrorParameter.Id => ErrorParameter.Decode(value),
        Status.Id => Status.Decode(value),
        ProtocolData.Id => ProtocolData.Decode(value),
        ReleaseReason.Id => ReleaseReason.Decode(value),
        TeiStatus.Id => TeiStatus.Decode(value),
        AspIdentifier.Id => AspIdentifier.Decode(value),
        _ => null,
    };

    /// <summary>True for a tag that <see cref="Decode"/> has a record for.</summary>
    internal static bool IsKnown(ushort tag) => tag is InterfaceIdentifier.Id or InterfaceIdentifierText.Id or (>= InfoString.Id and <= Dlci.Id)
        or (>= DiagnosticInformation.Id and <= HeartbeatData.Id) or (>= TrafficMode.Id and <= AspIdentifier.Id);
}
