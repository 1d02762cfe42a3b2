using System.Text;

namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Keypad facility, ITU-T Q.931 (05/1998) clause 4.5.18: IA5 characters.</summary>
public sealed record KeypadFacility(string Digits) : Element
{
    public const byte Id = 0x2C;

    public override byte Identifier => Id;

    internal static KeypadFacility Decode(ref ElementReader reader) => new(Encoding.Latin1.GetString(reader.Rest()));

    internal override void EncodeContents(ref ElementWriter writer) => writer.Text(Digits);
}
