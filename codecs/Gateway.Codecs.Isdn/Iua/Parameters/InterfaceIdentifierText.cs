using System.Text;

namespace Gateway.Codecs.Isdn.Iua.Parameters;

/// <summary>Interface identifier in characters, RFC 4233 clause 3.2.2; read as ISO 8859-1 so that none is lost.</summary>
public sealed record InterfaceIdentifierText(string Text) : IuaParameter
{
    public const ushort Id = 0x0003;

    public override ushort Tag => Id;

    internal override int ValueOctets => Text.Length;

    internal static InterfaceIdentifierText Decode(ReadOnlySpan<byte> value) => new(Encoding.Latin1.GetString(value));

    internal override void EncodeValue(Span<byte> value) => Encoding.Latin1.GetBytes(Text, value);
}
