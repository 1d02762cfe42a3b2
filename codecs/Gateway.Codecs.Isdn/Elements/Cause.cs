namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Cause, ITU-T Q.850 (05/1998) clause 2.1 (Q.931 (05/1998) clause 4.5.12).</summary>
/// <remarks>
/// <code>
/// octet 3   ext | coding (2) | 0 | location (4)
/// octet 3a  1 | recommendation (7)              present when ext of octet 3 is 0
/// octet 4   1 | cause value (7)
/// octet 5.. diagnostics
/// </code>
/// </remarks>
public sealed record Cause(Location Location, byte Value, CodingStandard Coding, byte? Recommendation, byte[] Diagnostics) : Element
{
    public const byte Id = 0x08;

    public Cause(Location location, byte value, params byte[] diagnostics)
        : this(location, value, CodingStandard.Itu, null, diagnostics)
    {
    }

    public override byte Identifier => Id;

    internal static Cause? Decode(ref ElementReader reader)
    {
        var octet3 = reader.Octet();
        byte? recommendation = (octet3 & 0x80) == 0 ? (byte)(reader.LastOfGroup() & 0x7F) : null;
        var value = (byte)(reader.LastOfGroup() & 0x7F);
        var diagnostics = reader.Rest();
        return reader.Faulted
            ? null
            : new((Location)(octet3 & 0x0F), value, (CodingStandard)(octet3 >> 5 & 3), recommendation, diagnostics);
    }

    internal override void EncodeContents(ref ElementWriter writer)
    {
        writer.Octet((byte)((Recommendation is null ? 0x80 : 0) | (int)Coding << 5 | (int)Location));
        if (Recommendation is { } recommendation)
            writer.Octet((byte)(0x80 | recommendation));
        writer.Octet((byte)(0x80 | Value));
        writer.Octets(Diagnostics);
    }
}
