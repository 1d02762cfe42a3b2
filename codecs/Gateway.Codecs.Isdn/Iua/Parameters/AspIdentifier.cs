using System.Buffers.Binary;

namespace Gateway.Codecs.Isdn.Iua.Parameters;

/// <summary>ASP identifier, RFC 4233 clause 3.3.2.1: unique among the servers of one application.</summary>
public sealed record AspIdentifier(uint Value) : IuaParameter
{
    public const ushort Id = 0x0011;

    public override ushort Tag => Id;

    internal override int ValueOctets => sizeof(uint);

    internal static AspIdentifier? Decode(ReadOnlySpan<byte> value) =>
        value.Length == sizeof(uint) ? new(BinaryPrimitives.ReadUInt32BigEndian(value)) : null;

    internal override void EncodeValue(Span<byte> value) => BinaryPrimitives.WriteUInt32BigEndian(value, Value);
}
