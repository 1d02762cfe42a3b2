using System.Buffers.Binary;

namespace Gateway.Codecs.Isdn.Iua.Parameters;

/// <summary>What was wrong with a message.</summary>
public enum ErrorCode : uint
{
    InvalidVersion = 1,
    InvalidInterfaceIdentifier = 2,
    UnsupportedMessageClass = 3,
    UnsupportedMessageType = 4,
    UnsupportedTrafficHandlingMode = 5,
    UnexpectedMessage = 6,
    ProtocolError = 7,
    UnsupportedInterfaceIdentifierType = 8,
    InvalidStreamIdentifier = 9,
    UnassignedTei = 10,
    UnrecognizedSapi = 11,
    InvalidTeiSapiCombination = 12,
    RefusedManagementBlocking = 13,
    AspIdentifierRequired = 14,
    InvalidAspIdentifier = 15,
}

/// <summary>Error code, RFC 4233 clause 3.3.3.1.</summary>
public sealed record ErrorParameter(ErrorCode Code) : IuaParameter
{
    public const ushort Id = 0x000C;

    public override ushort Tag => Id;

    internal override int ValueOctets => sizeof(uint);

    internal static ErrorParameter? Decode(ReadOnlySpan<byte> value) =>
        value.Length == sizeof(uint) ? new((ErrorCode)BinaryPrimitives.ReadUInt32BigEndian(value)) : null;

    internal override void EncodeValue(Span<byte> value) => BinaryPrimitives.WriteUInt32BigEndian(value, (uint)Code);
}
