using System.Buffers.Binary;

namespace Gateway.Codecs.Isdn.Iua.Parameters;

/// <summary>Whether a terminal has the TEI.</summary>
public enum TeiStatusValue : uint
{
    Assigned = 0,
    Unassigned = 1,
}

/// <summary>TEI status, RFC 4233 clause 3.3.3.3.</summary>
public sealed record TeiStatus(TeiStatusValue Value) : IuaParameter
{
    public const ushort Id = 0x0010;

    public override ushort Tag => Id;

    internal override int ValueOctets => sizeof(uint);

    internal static TeiStatus? Decode(ReadOnlySpan<byte> value) =>
        value.Length == sizeof(uint) ? new((TeiStatusValue)BinaryPrimitives.ReadUInt32BigEndian(value)) : null;

    internal override void EncodeValue(Span<byte> value) => BinaryPrimitives.WriteUInt32BigEndian(value, (uint)Value);
}
