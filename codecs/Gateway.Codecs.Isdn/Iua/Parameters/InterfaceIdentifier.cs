using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Gateway.Codecs.Isdn.Iua.Parameters;

/// <summary>Interface identifier as an integer, RFC 4233 clause 3.2.1: which D-channel. ASP traffic maintenance may list several.</summary>
/// <remarks>
/// <code>
/// octets 1 to 4, 5 to 8 ...  identifiers
/// </code>
/// </remarks>
public sealed record InterfaceIdentifier(params ImmutableArray<uint> Values) : IuaParameter
{
    public const ushort Id = 0x0001;

    public override ushort Tag => Id;

    internal override int ValueOctets => Values.Length * sizeof(uint);

    internal static InterfaceIdentifier? Decode(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty || value.Length % sizeof(uint) != 0)
            return null;
        var values = ImmutableArray.CreateBuilder<uint>(value.Length / sizeof(uint));
        for (; !value.IsEmpty; value = value[sizeof(uint)..])
            values.Add(BinaryPrimitives.ReadUInt32BigEndian(value));
        return new(values.MoveToImmutable());
    }

    internal override void EncodeValue(Span<byte> value)
    {
        for (var i = 0; i < Values.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(value[(i * sizeof(uint))..], Values[i]);
    }
}
