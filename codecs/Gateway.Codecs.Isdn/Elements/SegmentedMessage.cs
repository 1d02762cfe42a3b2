using Gateway.Codecs.Isdn.Messages;

namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Segmented message, ITU-T Q.931 (05/1998) clause 4.5.26: says which piece of a long message a SEGMENT message holds (Annex H).</summary>
/// <remarks>
/// <code>
/// octet 3  first segment | number of segments remaining (7)
/// octet 4  0 | segmented message type (7)
/// </code>
/// </remarks>
/// <param name="Remaining">Segments that follow this one.</param>
public sealed record SegmentedMessage(bool First, byte Remaining, MessageType Type) : Element
{
    public const byte Id = 0x00;

    public override byte Identifier => Id;

    internal static SegmentedMessage? Decode(ref ElementReader reader)
    {
        var octet3 = reader.Octet();
        var type = reader.Octet();
        reader.End();
        return reader.Faulted ? null : new((octet3 & 0x80) != 0, (byte)(octet3 & 0x7F), (MessageType)type);
    }

    internal override void EncodeContents(ref ElementWriter writer)
    {
        writer.Octet((byte)((First ? 0x80 : 0) | Remaining & 0x7F));
        writer.Octet((byte)Type);
    }
}
