using System.Buffers.Binary;

namespace Gateway.Codecs.Isdn.Iua.Parameters;

/// <summary>How the servers of one application share its traffic.</summary>
public enum TrafficModeType : uint
{
    Override = 1,
    LoadShare = 2,
}

/// <summary>Traffic mode type, RFC 4233 clause 3.3.2.7.</summary>
public sealed record TrafficMode(TrafficModeType Type) : IuaParameter
{
    public const ushort Id = 0x000B;

    public override ushort Tag => Id;

    internal override int ValueOctets => sizeof(uint);

    internal static TrafficMode? Decode(ReadOnlySpan<byte> value) =>
        value.Length == sizeof(uint) ? new((TrafficModeType)BinaryPrimitives.ReadUInt32BigEndian(value)) : null;

    internal override void EncodeValue(Span<byte> value) => BinaryPrimitives.WriteUInt32BigEndian(value, (uint)Type);
}
