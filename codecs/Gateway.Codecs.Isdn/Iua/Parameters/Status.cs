using System.Buffers.Binary;

namespace Gateway.Codecs.Isdn.Iua.Parameters;

/// <summary>What a NTFY message tells: status type in the upper, status information in the lower two octets.</summary>
public enum StatusValue : uint
{
    AsInactive = 0x0001_0002,
    AsActive = 0x0001_0003,
    AsPending = 0x0001_0004,
    InsufficientAspResources = 0x0002_0001,
    AlternateAspActive = 0x0002_0002,
    AspFailure = 0x0002_0003,
}

/// <summary>Status, RFC 4233 clause 3.3.3.2.</summary>
/// <remarks>
/// <code>
/// octets 1, 2  status type: 1 = state of the application server, 2 = other
/// octets 3, 4  status information
/// </code>
/// </remarks>
public sealed record Status(StatusValue Value) : IuaParameter
{
    public const ushort Id = 0x000D;

    public override ushort Tag => Id;

    internal override int ValueOctets => sizeof(uint);

    internal static Status? Decode(ReadOnlySpan<byte> value) =>
        value.Length == sizeof(uint) ? new((StatusValue)BinaryPrimitives.ReadUInt32BigEndian(value)) : null;

    internal override void EncodeValue(Span<byte> value) => BinaryPrimitives.WriteUInt32BigEndian(value, (uint)Value);
}
