namespace Gateway.Codecs.Isdn.Iua.Parameters;

/// <summary>Protocol data, RFC 4233 clause 3.3.1.1: one layer 3 message from its protocol discriminator on, without LAPD header.</summary>
public sealed record ProtocolData(byte[] Message) : IuaParameter
{
    public const ushort Id = 0x000E;

    public override ushort Tag => Id;

    internal override int ValueOctets => Message.Length;

    internal static ProtocolData Decode(ReadOnlySpan<byte> value) => new(value.ToArray());

    internal override void EncodeValue(Span<byte> value) => Message.CopyTo(value);
}
