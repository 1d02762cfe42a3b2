namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Packet size, ITU-T Q.931 (05/1998) clause 4.6.6.</summary>
/// <remarks>
/// <code>
/// octet 3  1 | forward value (7)      a power of two: 7 = 128 octets
/// octet 4  1 | backward value (7)     may be absent
/// </code>
/// </remarks>
public sealed record PacketSize(byte Forward, byte? Backward = null) : Element
{
    public const byte Id = 0x46;

    public override byte Identifier => Id;

    internal static PacketSize? Decode(ref ElementReader reader)
    {
        var forward = (byte)(reader.LastOfGroup() & 0x7F);
        byte? backward = reader.More ? (byte)(reader.LastOfGroup() & 0x7F) : null;
        reader.End();
        return reader.Faulted ? null : new(forward, backward);
    }

    internal override void EncodeContents(ref ElementWriter writer)
    {
        writer.Octet((byte)(0x80 | Forward));
        if (Backward is { } backward)
            writer.Octet((byte)(0x80 | backward));
    }
}
