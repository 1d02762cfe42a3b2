using System.Text;

namespace Gateway.Codecs.Isdn.Iua.Parameters;

/// <summary>INFO string, RFC 4233 clause 3.3.2: words for the operator, read as ISO 8859-1 so that none is lost.</summary>
public sealed record InfoString(string Text) : IuaParameter
{
    public const ushort Id = 0x0004;

    public override ushort Tag => Id;

    internal override int ValueOctets => Text.Length;

    internal static InfoString Decode(ReadOnlySpan<byte> value) => new(Encoding.Latin1.GetString(value));

    internal override void EncodeValue(Span<byte> value) => Encoding.Latin1.GetBytes(Text, value);
}
