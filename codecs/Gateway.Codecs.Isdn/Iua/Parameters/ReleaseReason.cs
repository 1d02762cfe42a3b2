using System.Buffers.Binary;

namespace Gateway.Codecs.Isdn.Iua.Parameters;

/// <summary>Why a data link was released.</summary>
public enum LinkReleaseReason : uint
{
    /// <summary>By management; the link is not to be established again at once.</summary>
    Management = 0,

    /// <summary>Physical alarm.</summary>
    Physical = 1,

    /// <summary>Layer 2 received DM.</summary>
    DisconnectedMode = 2,
    Other = 3,
}

/// <summary>Release reason, RFC 4233 clause 3.3.1.4.</summary>
public sealed record ReleaseReason(LinkReleaseReason Reason) : IuaParameter
{
    public const ushort Id = 0x000F;

    public override ushort Tag => Id;

    internal override int ValueOctets => sizeof(uint);

    internal static ReleaseReason? Decode(ReadOnlySpan<byte> value) =>
        value.Length == sizeof(uint) ? new((LinkReleaseReason)BinaryPrimitives.ReadUInt32BigEndian(value)) : null;

    internal override void EncodeValue(Span<byte> value) => BinaryPrimitives.WriteUInt32BigEndian(value, (uint)Reason);
}
