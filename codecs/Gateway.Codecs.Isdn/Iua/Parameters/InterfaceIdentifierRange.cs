using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Gateway.Codecs.Isdn.Iua.Parameters;

/// <summary>Interface identifiers from one to another, both included.</summary>
public readonly record struct IdentifierRange(uint First, uint Last);

/// <summary>Interface identifiers as ranges of integers, RFC 4233 clause 3.3.2.7.</summary>
/// <remarks>
/// <code>
/// octets 1 to 4  first identifier      octets 5 to 8  last identifier      further pairs
/// </code>
/// </remarks>
public sealed record InterfaceIdentifierRange(params ImmutableArray<IdentifierRange> Ranges) : IuaParameter
{
    public const ushort Id = 0x0008;

    private const int RangeOctets = 2 * sizeof(uint);

    public override ushort Tag => Id;

    internal override int ValueOctets => Ranges.Length * RangeOctets;

    internal static InterfaceIdentifierRange? Decode(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty || value.Length % RangeOctets != 0)
            return null;
        var ranges = ImmutableArray.CreateBuilder<IdentifierRange>(value.Length / RangeOctets);
        for (; !value.IsEmpty; value = value[RangeOctets..])
            ranges.Add(new(BinaryPrimitives.ReadUInt32BigEndian(value), BinaryPrimitives.ReadUInt32BigEndian(value[sizeof(uint)..])));
        return new(ranges.MoveToImmutable());
    }

    internal override void EncodeValue(Span<byte> value)
    {
        for (var i = 0; i < Ranges.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(value[(i * RangeOctets)..], Ranges[i].First);
            BinaryPrimitives.WriteUInt32BigEndian(value[(i * RangeOctets + sizeof(uint))..], Ranges[i].Last);
        }
    }
}
