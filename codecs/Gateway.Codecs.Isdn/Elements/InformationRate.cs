namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Information rate, ITU-T Q.931 (05/1998) clause 4.6.3: throughput classes of X.25.</summary>
/// <remarks>
/// <code>
/// octets 3 to 6  1 | 0 0 | incoming, outgoing, minimum incoming, minimum outgoing rate (5)
/// </code>
/// </remarks>
public sealed record InformationRate(byte Incoming, byte Outgoing, byte MinimumIncoming, byte MinimumOutgoing) : Element
{
    public const byte Id = 0x40;

    public override byte Identifier => Id;

    internal static InformationRate? Decode(ref ElementReader reader)
    {
        var (incoming, outgoing) = (reader.LastOfGroup(), reader.LastOfGroup());
        var (minimumIncoming, minimumOutgoing) = (reader.LastOfGroup(), reader.LastOfGroup());
        reader.End();
        return reader.Faulted
            ? null
            : new((byte)(incoming & 0x7F), (byte)(outgoing & 0x7F), (byte)(minimumIncoming & 0x7F), (byte)(minimumOutgoing & 0x7F));
    }

    internal override void EncodeContents(ref ElementWriter writer)
    {
        writer.Octet((byte)(0x80 | Incoming));
        writer.Octet((byte)(0x80 | Outgoing));
        writer.Octet((byte)(0x80 | MinimumIncoming));
        writer.Octet((byte)(0x80 | MinimumOutgoing));
    }
}
