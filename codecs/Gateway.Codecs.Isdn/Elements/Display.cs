using System.Text;

namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Display, ITU-T Q.931 (05/1998) clause 4.5.16: IA5 characters, read as ISO 8859-1 so that none is lost.</summary>
/// <remarks>North American networks put a type octet with bit 8 set first (<c>B1</c> = calling party name and others).</remarks>
/// <param name="Type">That first octet; null when the text starts at once.</param>
public sealed record Display(string Text, byte? Type = null) : Element
{
    public const byte Id = 0x28;

    public override byte Identifier => Id;

    internal static Display Decode(ref ElementReader reader)
    {
        byte? type = reader.More && (reader.Peek() & 0x80) != 0 ? reader.Octet() : null;
        return new(Encoding.Latin1.GetString(reader.Rest()), type);
    }

    internal override void EncodeContents(ref ElementWriter writer)
    {
        if (Type is { } type)
            writer.Octet(type);
        writer.Text(Text);
    }
}
